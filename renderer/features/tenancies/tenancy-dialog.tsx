/** Creating and changing a tenancy, with its history. */
import { useState } from 'react';
import type { TenancyFields } from '#shared/contract/tenancies.ts';
import type { Reply } from '#shared/contract/failure.ts';
import type { PropertyId } from '#shared/model/property.ts';
import type { TenancyId } from '#shared/model/tenancy.ts';
import { useAnswer } from '../../lib/answers.ts';
import { useDraftForm } from '../../lib/draft-form.ts';
import { today } from '../../lib/moment.ts';
import { ask } from '../../lib/office.ts';
import { useText } from '../../lib/text.tsx';
import { useToasts } from '../../lib/toasts.ts';
import { useUndo } from '../../lib/use-undo.ts';
import { LinkButton } from '../../ui/button.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { FormChoice, FormDate } from '../../ui/form-fields.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { HistoryList } from '../history/history-list.tsx';
import { PersonDialog } from '../people/person-dialog.tsx';
import { readTenancy, type TenancyDraft } from './tenancy-draft.ts';

interface TenancyDialogProps {
  readonly propertyId: PropertyId | undefined;
  /** The tenancy to change; a new one when left out. */
  readonly id?: TenancyId | undefined;
  readonly draft: TenancyDraft;
  readonly onClose: () => void;
}

function send(id: TenancyId | undefined, fields: TenancyFields): Promise<Reply<unknown>> {
  return id === undefined
    ? ask('tenancies.create', fields)
    : ask('tenancies.save', { id, fields, reason: '' });
}

export function TenancyDialog({ propertyId, id, draft, onClose }: TenancyDialogProps) {
  const text = useText();
  const words = text.tenancies;
  const { say } = useToasts();
  const undo = useUndo();
  const { data: units = [] } = useAnswer('units.list', propertyId === undefined ? {} : { propertyId });
  const { data: people = [] } = useAnswer('people.list', {});
  const [isNewPerson, setIsNewPerson] = useState(false);
  const [tab, setTab] = useState('data');
  const { form, submit, isSending, refusal } = useDraftForm({
    survivesLock: true,
    initial: draft,
    read: (typed) => readTenancy(typed, units, today(), text),
    send: (fields) => send(id, fields),
    onSent: () => {
      say(id === undefined ? words.created : words.saved, {
        label: text.common.undo,
        run: () => void undo(),
      });
      onClose();
    },
  });
  const { control, setValue } = form;
  const fields = (
    <div className="form-grid">
      <FormChoice
        key={`units.${units.length}`}
        control={control}
        name="unitId"
        label={words.unit}
        options={units.map((unit) => ({
          value: String(unit.id),
          label: propertyId === undefined ? `${unit.name}, ${unit.propertyName}` : unit.name,
        }))}
        nothingFound={text.common.nothingFound}
        isRequired
      />
      <div className="stack">
        <FormChoice
          key={`people.${people.length}`}
          control={control}
          name="personId"
          label={words.tenant}
          options={people.map((person) => ({ value: String(person.id), label: person.name }))}
          nothingFound={text.common.nothingFound}
          isRequired
        />
        <LinkButton onPress={() => setIsNewPerson(true)}>{words.newTenant}</LinkButton>
      </div>
      <FormDate control={control} name="from" label={words.from} isRequired />
      <FormDate control={control} name="to" label={words.to} help={words.toHelp} />
    </div>
  );
  return (
    <FormDialog
      title={id === undefined ? words.create : words.edit}
      action={id === undefined ? text.common.create : text.common.save}
      onClose={onClose}
      onSubmit={() => void submit()}
      isSending={isSending}
      refusal={refusal}
    >
      {id === undefined ? (
        fields
      ) : (
        <Tabs
          label={words.edit}
          chosen={tab}
          onChoose={setTab}
          views={[
            { id: 'data', label: text.units.data, content: fields },
            {
              id: 'history',
              label: text.audit.history,
              content: <HistoryList subject={{ kind: 'tenancy', id }} />,
            },
          ]}
        />
      )}
      {isNewPerson ? (
        <PersonDialog
          onClose={() => setIsNewPerson(false)}
          onCreated={(person) => {
            setValue('personId', String(person), { shouldDirty: true });
            setIsNewPerson(false);
          }}
        />
      ) : null}
    </FormDialog>
  );
}
