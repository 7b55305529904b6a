/** The limits of the morning list: from when each kind of device counts as silent, and what that would mean today. */
import { useWatch } from 'react-hook-form';
import { SILENCE_HOURS, type SilenceLimits } from '#shared/contract/overview.ts';
import { useAnswer } from '../../lib/answers.ts';
import { useDraftForm } from '../../lib/draft-form.ts';
import { ask } from '../../lib/office.ts';
import { useRight } from '../../lib/session.tsx';
import { useText } from '../../lib/text.tsx';
import { useToasts } from '../../lib/toasts.ts';
import { Answered } from '../../ui/answered.tsx';
import { Button } from '../../ui/button.tsx';
import { FormAmount } from '../../ui/form-fields.tsx';
import { SettingsForm } from './settings-form.tsx';
import { KINDS, readSilence, silenceDraftOf, type SilenceDraft } from './silence-draft.ts';

export function LimitsTab() {
  const answer = useAnswer('morning.silenceLimits', {});
  return <Answered answer={answer}>{(limits) => <LimitsForm saved={limits} />}</Answered>;
}

function LimitsForm({ saved }: { readonly saved: SilenceLimits }) {
  const text = useText();
  const words = text.settings;
  const { say } = useToasts();
  const mayChange = useRight('changeSettings');
  const draft = useDraftForm<SilenceDraft, SilenceLimits, SilenceLimits>({
    initial: silenceDraftOf(saved),
    read: (typed) => readSilence(typed, text),
    send: (limits) => ask('morning.saveSilenceLimits', limits),
    onSent: (limits) => {
      draft.form.reset(silenceDraftOf(limits));
      say(words.limitsSaved);
    },
  });
  const { control, setValue } = draft.form;
  const typed = useWatch({ control });
  const meant = readSilence({ ...silenceDraftOf(saved), ...typed }, text);
  const limits = meant.ok ? meant.fields : saved;
  const { data: counts } = useAnswer('morning.silentUnder', limits, { isKept: false });
  const { data: countsNow } = useAnswer('morning.silentUnder', saved);
  const isUsual = KINDS.every((kind) => limits[kind] === SILENCE_HOURS.usual);
  return (
    <SettingsForm draft={draft}>
      <h2>{words.limitsTitle}</h2>
      <p>{words.limitsText}</p>
      <div className="form-grid">
        {KINDS.map((kind) => (
          <FormAmount
            key={kind}
            control={control}
            name={kind}
            label={text.meters.kinds[kind]}
            help={[
              words.limitUsual(SILENCE_HOURS.usual),
              counts === undefined ? '…' : words.limitEffect(counts[kind].silent, counts[kind].total),
            ].join(' ')}
            unit={words.limitUnit}
          />
        ))}
      </div>
      <p role="status">
        {counts === undefined || countsNow === undefined
          ? '…'
          : words.limitSum(silentIn(counts), silentIn(countsNow))}
      </p>
      <div>
        <Button
          isDisabled={!mayChange || isUsual}
          onPress={() => {
            for (const kind of KINDS)
              setValue(kind, String(SILENCE_HOURS.usual), { shouldDirty: true, shouldValidate: true });
          }}
        >
          {words.limitsReset(SILENCE_HOURS.usual)}
        </Button>
      </div>
    </SettingsForm>
  );
}

function silentIn(counts: Record<keyof SilenceLimits, { readonly silent: number }>): number {
  return KINDS.reduce((sum, kind) => sum + counts[kind].silent, 0);
}
