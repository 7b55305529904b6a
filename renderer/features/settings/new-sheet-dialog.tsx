/** A new recovery sheet for an office that is already at work. */
import { useText } from '../../lib/text.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { RecoverySheet } from '../recovery-sheet/recovery-sheet.tsx';

export function NewSheetDialog({ onClose }: { readonly onClose: () => void }) {
  const text = useText();
  return (
    <Dialog title={text.settings.newSheet} isOpen onClose={onClose}>
      <div className="form-stack">
        <p>{text.access.sheetText}</p>
        <RecoverySheet onConfirmed={onClose} />
      </div>
    </Dialog>
  );
}
