/** The office's own name and address, the sender of every letter. */
import type { Settings } from '#shared/contract/settings.ts';
import type { Dictionary } from '#shared/text/dictionary.ts';
import { useAnswer } from '../../lib/answers.ts';
import { useDraftForm, type ReadDraft } from '../../lib/draft-form.ts';
import { readAddress, typedAddress } from '../../lib/address-lines.ts';
import { useText } from '../../lib/text.tsx';
import { Answered } from '../../ui/answered.tsx';
import { FormText } from '../../ui/form-fields.tsx';
import { SettingsForm } from './settings-form.tsx';
import { useSaveSettings } from './use-save-settings.ts';

type Office = Settings['office'];

interface OfficeDraft {
  name: string;
  addressLines: string;
  phone: string;
  email: string;
}

function draftOf(office: Office): OfficeDraft {
  return { ...office, addressLines: typedAddress(office.addressLines) };
}

function readOffice(draft: OfficeDraft, words: Dictionary): ReadDraft<OfficeDraft, Office> {
  if (draft.name.trim() === '')
    return { ok: false, faults: [{ field: 'name', message: words.common.required }] };
  return { ok: true, fields: { ...draft, addressLines: readAddress(draft.addressLines) } };
}

export function OfficeTab() {
  const answer = useAnswer('settings.get', {});
  return <Answered answer={answer}>{(settings) => <OfficeForm settings={settings} />}</Answered>;
}

function OfficeForm({ settings }: { readonly settings: Settings }) {
  const text = useText();
  const words = text.settings;
  const { send, tellSaved } = useSaveSettings();
  const draft = useDraftForm<OfficeDraft, Office, Settings>({
    survivesLock: true,
    initial: draftOf(settings.office),
    read: (typed) => readOffice(typed, text),
    send: (office) => send(settings, { office }),
    onSent: (saved) => {
      draft.form.reset(draftOf(saved.office));
      tellSaved();
    },
  });
  const { control } = draft.form;
  return (
    <SettingsForm draft={draft}>
      <p className="muted">{words.officeHelp}</p>
      <div className="form-grid">
        <div className="wide">
          <FormText control={control} name="name" label={words.officeName} isRequired />
        </div>
        <div className="wide">
          <FormText
            control={control}
            name="addressLines"
            label={words.address}
            help={words.addressHelp}
            rows={3}
          />
        </div>
        <FormText control={control} name="phone" label={words.phone} type="tel" />
        <FormText control={control} name="email" label={words.email} type="email" />
      </div>
    </SettingsForm>
  );
}
