/** The policy for the administrator, to read and to copy. */
import { useText } from '../../lib/text.tsx';
import { useToasts } from '../../lib/toasts.ts';
import { Button } from '../../ui/button.tsx';
import { accessPolicy } from './access-policy.ts';

export function PolicyText({ region }: { readonly region: string }) {
  const words = useText().pull;
  const { say } = useToasts();
  const policy = accessPolicy(region.trim());
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(policy);
    say(words.policyCopied);
  };
  return (
    <details className="policy">
      <summary>{words.policy}</summary>
      <p>{words.policyText}</p>
      <pre>{policy}</pre>
      <Button onPress={() => void copy()}>{words.copyPolicy}</Button>
    </details>
  );
}
