/** Locking, the own passphrase, and a new recovery sheet. */
import { useState } from 'react';
import type { Settings } from '#shared/contract/settings.ts';
import { useAnswer } from '../../lib/answers.ts';
import { useDraftForm, type ReadDraft } from '../../lib/draft-form.ts';
import { useText } from '../../lib/text.tsx';
import { Answered } from '../../ui/answered.tsx';
import { Button } from '../../ui/button.tsx';
import { FormAmount } from '../../ui/form-fields.tsx';
import { ChangePassphraseDialog } from './change-passphrase-dialog.tsx';
import { FourEyesChoice } from './four-eyes-choice.tsx';
import { NewSheetDialog } from './new-sheet-dialog.tsx';
import { SettingsForm } from './settings-form.tsx';
import { useSaveSettings } from './use-save-settings.ts';
import { readWhole } from './whole-number.ts';

interface SecurityDraft {
  idleLockMinutes: string;
}

type Security = Settings['security'];

export function SecurityTab() {
  const text = useText();
  const words = text.settings;
  const answer = useAnswer('settings.get', {});
  const [open, setOpen] = useState<'passphrase' | 'sheet' | null>(null);
  const close = (): void => setOpen(null);
  return (
    <>
      <Answered answer={answer}>{(settings) => <SecurityForm settings={settings} />}</Answered>
      <FourEyesChoice />
      <section className="section">
        <div className="row-of">
          <Button onPress={() => setOpen('passphrase')}>{words.changePassphrase}</Button>
          <Button onPress={() => setOpen('sheet')}>{words.newSheet}</Button>
        </div>
        <p className="muted">{words.newSheetText}</p>
      </section>
      {open === 'passphrase' ? <ChangePassphraseDialog onClose={close} /> : null}
      {open === 'sheet' ? <NewSheetDialog onClose={close} /> : null}
    </>
  );
}

function SecurityForm({ settings }: { readonly settings: Settings }) {
  const text = useText();
  const words = text.settings;
  const { send, tellSaved } = useSaveSettings();
  const draft = useDraftForm<SecurityDraft, Security, Settings>({
    initial: { idleLockMinutes: String(settings.security.idleLockMinutes) },
    read: ({ idleLockMinutes }): ReadDraft<SecurityDraft, Security> => {
      const minutes = readWhole(idleLockMinutes, 1, 60);
      return minutes === null
        ? { ok: false, faults: [{ field: 'idleLockMinutes', message: words.idleFault }] }
        : { ok: true, fields: { idleLockMinutes: minutes } };
    },
    send: (security) => send(settings, { security }),
    onSent: (saved) => {
      draft.form.reset({ idleLockMinutes: String(saved.security.idleLockMinutes) });
      tellSaved();
    },
  });
  return (
    <SettingsForm draft={draft}>
      <div className="form-grid">
        <FormAmount
          control={draft.form.control}
          name="idleLockMinutes"
          label={words.idle}
          help={words.idleHelp}
          unit={words.idleUnit}
        />
      </div>
    </SettingsForm>
  );
}
