/** After a change was recorded: its confirmation for the landlord, as a file. */
import { useText } from '../../lib/text.tsx';
import { useToasts } from '../../lib/toasts.ts';
import { useAction } from '../../lib/use-action.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';

interface LetterDialogProps {
  readonly changeId: number;
  readonly onClose: () => void;
}

export function LetterDialog({ changeId, onClose }: LetterDialogProps) {
  const { tenantChange: words } = useText();
  const { say } = useToasts();
  const save = useAction('tenantChange.saveLetter', {
    onDone: (saved) => (saved === null ? undefined : say(words.letterSaved(saved.fileName))),
  });
  return (
    <Dialog
      title={words.letter}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={() => void save.run({ id: changeId })}>{words.saveLetter}</Button>
          <Button variant="primary" autoFocus onPress={onClose}>
            {words.done}
          </Button>
        </>
      }
    >
      <p>{words.letterText}</p>
    </Dialog>
  );
}
