/** After a change was recorded: its confirmation for the landlord, to be read and to be saved. */
import { useAnswer } from '../../lib/answers.ts';
import { useText } from '../../lib/text.tsx';
import { useToasts } from '../../lib/toasts.ts';
import { useAction } from '../../lib/use-action.ts';
import { Answered } from '../../ui/answered.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { PdfPreview } from '../../ui/pdf/pdf-preview.tsx';

interface LetterDialogProps {
  readonly changeId: number;
  readonly onClose: () => void;
}

export function LetterDialog({ changeId, onClose }: LetterDialogProps) {
  const { tenantChange: words } = useText();
  const { say } = useToasts();
  const answer = useAnswer('tenantChange.letter', { id: changeId }, { isKept: false });
  const save = useAction('tenantChange.saveLetter', {
    onDone: (saved) => (saved === null ? undefined : say(words.letterSaved(saved.fileName))),
  });
  return (
    <Dialog
      title={words.letter}
      isOpen
      onClose={onClose}
      size="huge"
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
      <div className="pdf-pane">
        <Answered answer={answer}>{({ pdf }) => <PdfPreview name={words.letter} bytes={pdf} />}</Answered>
      </div>
    </Dialog>
  );
}
