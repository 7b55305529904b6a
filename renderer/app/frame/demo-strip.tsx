/** Says on every page that the data is made up, and takes the demo away in one click. */
import { useVaultStatusKeeper } from '../../lib/session.tsx';
import { ask } from '../../lib/office.ts';
import { useText } from '../../lib/text.tsx';
import { useToasts } from '../../lib/toasts.ts';
import { useAction } from '../../lib/use-action.ts';
import { LinkButton } from '../../ui/button.tsx';

export function DemoStrip() {
  const text = useText();
  const { say } = useToasts();
  const keepStatus = useVaultStatusKeeper();
  const remove = useAction('demo.remove');
  const removeDemo = async (): Promise<void> => {
    if (!(await remove.run({}))) return;
    const status = await ask('vault.status', {});
    if (status.ok) keepStatus(status.value);
    say(text.frame.demoRemoved);
  };
  return (
    <section className="demo-strip" aria-label={text.access.demo}>
      <span>{text.frame.demo}</span>
      <LinkButton onPress={() => void removeDemo()} isPending={remove.isRunning}>
        {text.frame.removeDemo}
      </LinkButton>
    </section>
  );
}
