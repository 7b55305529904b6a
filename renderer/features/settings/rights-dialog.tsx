/** Changing what an employee may do. */
import { useState } from 'react';
import type { StaffMember } from '#shared/contract/staff.ts';
import type { Right } from '#shared/contract/vault.ts';
import { useText } from '../../lib/text.tsx';
import { useToasts } from '../../lib/toasts.ts';
import { useAction } from '../../lib/use-action.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { RightChoice } from './right-choice.tsx';

interface RightsDialogProps {
  readonly member: StaffMember;
  readonly onClose: () => void;
}

export function RightsDialog({ member, onClose }: RightsDialogProps) {
  const text = useText();
  const { say } = useToasts();
  const [rights, setRights] = useState<readonly Right[]>(member.rights);
  const change = useAction('staff.changeRights', {
    onDone: () => {
      say(text.settings.rightsChanged);
      onClose();
    },
  });
  return (
    <Dialog
      title={`${text.settings.changeRights}: ${member.name}`}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{text.common.cancel}</Button>
          <Button
            variant="primary"
            isPending={change.isRunning}
            onPress={() => void change.run({ id: member.id, rights: [...rights] })}
          >
            {text.common.save}
          </Button>
        </>
      }
    >
      <RightChoice rights={rights} onRights={setRights} />
    </Dialog>
  );
}
