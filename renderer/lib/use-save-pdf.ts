/** Saves one PDF of a billing run where the user says, and tells its name. */
import { useText } from './text.tsx';
import { useToasts } from './toasts.ts';
import { useAction } from './use-action.ts';

export function useSavePdf() {
  const { billLife: words } = useText();
  const { say } = useToasts();
  return useAction('documents.save', {
    onDone: (saved) => {
      if (saved !== null) say(words.savedPdf(saved.fileName));
    },
  });
}
