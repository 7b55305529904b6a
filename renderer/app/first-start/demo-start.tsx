/** Opening the demo: an own office with invented data, closed by a passphrase that is shown once. */
import { useEffect, useState } from 'react';
import { useJob } from '../../lib/jobs.ts';
import { ask } from '../../lib/office.ts';
import { pullToItsEnd } from '../../lib/pull-to-its-end.ts';
import { useVaultStatusKeeper } from '../../lib/session.tsx';
import { useText } from '../../lib/text.tsx';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { RunningPull } from '../../features/pull/running-pull.tsx';
import { AccessSheet } from '../access/access-sheet.tsx';
import { initialsOf } from '../../lib/initials.ts';

export function DemoStart({ onBack }: { readonly onBack: () => void }) {
  const text = useText();
  const keepStatus = useVaultStatusKeeper();
  const pull = useJob('pull');
  const [passphrase, setPassphrase] = useState<string | null>(null);
  const [isLoading, setIsLoading] = useState(false);
  const [fault, setFault] = useState<string>();
  useEffect(() => {
    let isGone = false;
    const suggest = async (): Promise<void> => {
      const reply = await ask('vault.suggestPassphrase', {});
      if (!isGone && reply.ok) setPassphrase(reply.value.passphrase);
    };
    void suggest();
    return () => {
      isGone = true;
    };
  }, []);

  const open = async (): Promise<void> => {
    if (passphrase === null) return;
    setIsLoading(true);
    setFault(undefined);
    const { demoOffice: operatorName, demoStaff: staffName } = text.access;
    const created = await ask('vault.create', {
      operatorName,
      staffName,
      initials: initialsOf(staffName),
      passphrase,
    });
    const loaded = created.ok ? await ask('demo.load', {}) : created;
    // Nobody should have to know that a house without its telegrams looks broken.
    if (loaded.ok) await pullToItsEnd();
    const status = loaded.ok ? await ask('vault.status', {}) : loaded;
    setIsLoading(false);
    if (status.ok) keepStatus(status.value);
    else setFault(status.error.message);
  };
  return (
    <AccessSheet title={text.access.demoTitle}>
      <p>{text.access.demoExplain}</p>
      <p className="shown-passphrase">{passphrase ?? '…'}</p>
      {fault === undefined ? null : <Notice tone="wrong">{fault}</Notice>}
      <div className="access-actions">
        <Button variant="primary" onPress={() => void open()} isDisabled={passphrase === null || isLoading}>
          {text.access.demoStart}
        </Button>
        <Button onPress={onBack} isDisabled={isLoading}>
          {text.common.back}
        </Button>
      </div>
      {pull === undefined ? <p role="status">{isLoading ? text.access.demoLoading : ''}</p> : <RunningPull />}
    </AccessSheet>
  );
}
