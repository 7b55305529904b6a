/** How long readings and bills are kept, with the paragraph each. */
import type { Settings } from '#shared/contract/settings.ts';
import { useAnswer } from '../../lib/answers.ts';
import { useDraftForm, type DraftFault, type ReadDraft } from '../../lib/draft-form.ts';
import { useText } from '../../lib/text.tsx';
import type { Dictionary } from '#shared/text/dictionary.ts';
import { Answered } from '../../ui/answered.tsx';
import { FormAmount } from '../../ui/form-fields.tsx';
import { SettingsForm } from './settings-form.tsx';
import { useSaveSettings } from './use-save-settings.ts';
import { readWhole } from './whole-number.ts';

interface RetentionDraft {
  readingYears: string;
  billYears: string;
}

type Retention = Settings['retention'];

function draftOf({ readingYears, billYears }: Retention): RetentionDraft {
  return { readingYears: String(readingYears), billYears: String(billYears) };
}

function readRetention(draft: RetentionDraft, words: Dictionary): ReadDraft<RetentionDraft, Retention> {
  const readingYears = readWhole(draft.readingYears, 1, 10);
  const billYears = readWhole(draft.billYears, 6, 30);
  const faults: DraftFault<RetentionDraft>[] = [];
  if (readingYears === null)
    faults.push({ field: 'readingYears', message: words.settings.yearsFault(1, 10) });
  if (billYears === null) faults.push({ field: 'billYears', message: words.settings.yearsFault(6, 30) });
  return readingYears === null || billYears === null
    ? { ok: false, faults }
    : { ok: true, fields: { readingYears, billYears } };
}

export function RetentionTab() {
  const answer = useAnswer('settings.get', {});
  return <Answered answer={answer}>{(settings) => <RetentionForm settings={settings} />}</Answered>;
}

function RetentionForm({ settings }: { readonly settings: Settings }) {
  const text = useText();
  const words = text.settings;
  const { send, tellSaved } = useSaveSettings();
  const draft = useDraftForm<RetentionDraft, Retention, Settings>({
    initial: draftOf(settings.retention),
    read: (typed) => readRetention(typed, text),
    send: (retention) => send(settings, { retention }),
    onSent: (saved) => {
      draft.form.reset(draftOf(saved.retention));
      tellSaved();
    },
  });
  const { control } = draft.form;
  return (
    <SettingsForm draft={draft}>
      <div className="form-grid">
        <FormAmount
          control={control}
          name="readingYears"
          label={words.readingYears}
          help={words.readingYearsHelp}
          unit={words.years}
        />
        <FormAmount
          control={control}
          name="billYears"
          label={words.billYears}
          help={words.billYearsHelp}
          unit={words.years}
        />
      </div>
    </SettingsForm>
  );
}
