/** The change of user in one dialog: who leaves when, what the meters say, who comes, who pays; then the letter. */
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import type { UnitId } from '#shared/model/unit.ts';
import { addDays, lastDayOfMonth, type PlainDate } from '#shared/model/plain-date.ts';
import { formatDate } from '#shared/text/format.ts';
import { useAnswer } from '../../lib/answers.ts';
import { useDraftForm } from '../../lib/draft-form.ts';
import { today } from '../../lib/moment.ts';
import { ask } from '../../lib/office.ts';
import { readDay } from '../../lib/read-day.ts';
import { useText } from '../../lib/text.tsx';
import { useToasts } from '../../lib/toasts.ts';
import { useUndo } from '../../lib/use-undo.ts';
import { Button } from '../../ui/button.tsx';
import { FormAmount, FormChoice, FormDate, FormSelect, FormText } from '../../ui/form-fields.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import { RadioGroup } from '../../ui/radio-group.tsx';
import { needsReason, newChange, readChange, type MeterDraft } from './change-draft.ts';
import { InterimTable } from './interim-table.tsx';
import { LetterDialog } from './letter-dialog.tsx';

interface TenantChangeDialogProps {
  readonly unitId: UnitId;
  readonly onClose: () => void;
}

export function TenantChangeDialog({ unitId, onClose }: TenantChangeDialogProps) {
  const [recorded, setRecorded] = useState<number | null>(null);
  return recorded === null ? (
    <ChangeForm unitId={unitId} onClose={onClose} onRecorded={setRecorded} />
  ) : (
    <LetterDialog changeId={recorded} onClose={onClose} />
  );
}

/** What was typed about the meters, and for which day. */
interface KeptReadings {
  readonly day: PlainDate | null;
  readonly typed: ReadonlyMap<number, MeterDraft>;
}

const NOTHING_TYPED: ReadonlyMap<number, MeterDraft> = new Map();

interface ChangeFormProps extends TenantChangeDialogProps {
  readonly onRecorded: (id: number) => void;
}

function ChangeForm({ unitId, onClose, onRecorded }: ChangeFormProps) {
  const text = useText();
  const words = text.tenantChange;
  const navigate = useNavigate();
  const { say } = useToasts();
  const undo = useUndo();
  const [kept, setKept] = useState<KeptReadings>({ day: null, typed: NOTHING_TYPED });
  const [wasSent, setWasSent] = useState(false);
  const [initial] = useState(() => newChange(lastDayOfMonth(today())));
  const [lastDay, setLastDay] = useState(initial.lastDay);
  const read = readDay(lastDay, today(), text);
  const day = read.ok ? read.day : null;
  // What was typed for one day says nothing about another.
  const typed = kept.day === day ? kept.typed : NOTHING_TYPED;
  const { data: proposal } = useAnswer(
    'tenantChange.propose',
    { unitId, lastDay: day ?? today() },
    { isWanted: day !== null },
  );
  const { data: people = [] } = useAnswer('people.list', {});
  const meters = proposal?.meters ?? [];
  const { form, submit, isSending, refusal } = useDraftForm({
    initial,
    read: (draft) => readChange(draft, { unitId, meters, typed, today: today(), words: text }),
    send: (fields) => ask('tenantChange.record', fields),
    onSent: ({ id }) => {
      say(words.recorded(proposal?.leaving?.name ?? ''), { label: text.common.undo, run: () => void undo() });
      onRecorded(id);
    },
  });
  const { control, watch, setValue, setFocus, subscribe } = form;
  const next = watch('next');
  useEffect(() => setFocus('lastDay'), [setFocus]);
  useEffect(
    () =>
      subscribe({
        name: 'lastDay',
        formState: { values: true },
        callback: ({ values }) => setLastDay(values.lastDay),
      }),
    [subscribe],
  );
  const runId = proposal?.finalRunId ?? null;
  const isPossible = proposal !== undefined && proposal.leaving !== null && runId === null;
  return (
    <FormDialog
      title={proposal === undefined ? words.title : `${words.title}: ${proposal.unitName}`}
      action={words.record}
      onClose={onClose}
      onSubmit={() => {
        setWasSent(true);
        void submit();
      }}
      isSending={isSending}
      canSend={isPossible}
      refusal={refusal}
    >
      <div className="form-grid">
        <FormDate control={control} name="lastDay" label={words.lastDay} isRequired />
        <p className="change-leaver">
          {proposal === undefined || proposal.leaving === null ? '' : words.leaving(proposal.leaving.name)}
        </p>
      </div>
      {proposal !== undefined && proposal.leaving === null ? (
        <Notice tone="check">{words.nobody}</Notice>
      ) : null}
      {runId === null ? null : (
        <Notice
          tone="check"
          action={
            <Button
              onPress={() =>
                void navigate({ to: '/billing/$runId', params: { runId: String(runId) }, search: {} })
              }
            >
              {words.openRun}
            </Button>
          }
        >
          {words.isFinal}
        </Notice>
      )}
      <fieldset>
        <legend>{words.readings}</legend>
        <InterimTable
          meters={meters}
          typed={typed}
          onType={(meterId, draft) => setKept({ day, typed: new Map([...typed, [meterId, draft]]) })}
          showsFaults={wasSent}
        />
      </fieldset>
      {needsReason(meters, typed) ? (
        <fieldset className="form-grid">
          <legend>{words.missingTitle}</legend>
          <p className="wide muted">{words.missingText(proposal?.degreeDayTable ?? '')}</p>
          <FormSelect
            control={control}
            name="why"
            label={words.why}
            options={(['impossible', 'notExactEnough'] as const).map((value) => ({
              value,
              label: words.whys[value],
            }))}
          />
          <FormText control={control} name="reason" label={words.reason} isRequired />
        </fieldset>
      ) : null}
      <RadioGroup
        label={words.next}
        orientation="horizontal"
        value={next}
        onChange={(chosen) => setValue('next', chosen)}
        options={(['new', 'known', 'vacancy'] as const).map((value) => ({
          value,
          label: words.nextKinds[value],
        }))}
      />
      {next === 'vacancy' ? null : (
        <div className="form-grid">
          {next === 'new' ? (
            <FormText control={control} name="name" label={words.name} isRequired />
          ) : (
            <FormChoice
              key={`people.${people.length}`}
              control={control}
              name="personId"
              label={words.person}
              options={people.map((person) => ({ value: String(person.id), label: person.name }))}
              nothingFound={text.common.nothingFound}
              isRequired
            />
          )}
          <FormDate
            control={control}
            name="from"
            label={words.from}
            {...(day === null ? {} : { help: words.fromHelp(formatDate(addDays(day, 1))) })}
          />
        </div>
      )}
      <div className="form-grid">
        <FormText
          control={control}
          name="newAddress"
          label={words.newAddress}
          help={words.newAddressHelp}
          rows={2}
        />
        <FormSelect
          control={control}
          name="costBearer"
          label={words.costBearer}
          options={(['landlord', 'leaving', 'arriving'] as const).map((value) => ({
            value,
            label: words.costBearers[value],
          }))}
        />
        <FormAmount control={control} name="cost" label={words.cost} unit="€" help={words.costHelp} />
      </div>
    </FormDialog>
  );
}
