/** Starting a retrieval from anywhere; the page of the retrieval shows how far it is. */
import { useNavigate } from '@tanstack/react-router';
import { useText } from '../../lib/text.tsx';
import { useAction } from '../../lib/use-action.ts';
import { useGoOn } from '../../lib/use-go-on.ts';

export function useStartPull(): () => void {
  const { pull: words } = useText();
  const navigate = useNavigate();
  const goOn = useGoOn();
  const { run } = useAction('pull.start', {
    onDone: () => void goOn(() => void navigate({ to: '/pull' }), words.running),
  });
  return () => void run({});
}
