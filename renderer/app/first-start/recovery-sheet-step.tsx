/** The step of the first start that saves the recovery sheet. */
import { useVaultStatusKeeper } from '../../lib/session.tsx';
import { useText } from '../../lib/text.tsx';
import { RecoverySheet } from '../../features/recovery-sheet/recovery-sheet.tsx';
import { AccessSheet } from '../access/access-sheet.tsx';
import { StepLine } from './step-line.tsx';

export function RecoverySheetStep() {
  const text = useText();
  const keepStatus = useVaultStatusKeeper();
  return (
    <AccessSheet title={text.access.steps.sheet} above={<StepLine current="sheet" />}>
      <p>{text.access.sheetText}</p>
      <RecoverySheet onConfirmed={keepStatus} />
    </AccessSheet>
  );
}
