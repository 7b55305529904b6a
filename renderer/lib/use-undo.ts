/** Takes the last step back, or again, and says which one it was. */
import { useText } from './text.tsx';
import { useToasts } from './toasts.ts';
import { useAction } from './use-action.ts';

export function useUndo(): () => Promise<boolean> {
  const text = useText();
  const { say } = useToasts();
  const undo = useAction('history.undo', {
    onDone: (step) => say(step === null ? text.frame.undoNothing : text.frame.undone(step.name)),
  });
  return () => undo.run({});
}

export function useRedo(): () => Promise<boolean> {
  const text = useText();
  const { say } = useToasts();
  const redo = useAction('history.redo', {
    onDone: (step) => say(step === null ? text.frame.redoNothing : text.frame.redone(step.name)),
  });
  return () => redo.run({});
}
