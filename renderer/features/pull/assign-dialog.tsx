/** Making a meter of a device on the air: what it is and where it hangs. */
import { useWatch } from 'react-hook-form';
import type { UnknownDevice } from '#shared/contract/pull.ts';
import { formatDate } from '#shared/text/format.ts';
import { useAnswer } from '../../lib/answers.ts';
import { useDraftForm } from '../../lib/draft-form.ts';
import { today } from '../../lib/moment.ts';
import { ask } from '../../lib/office.ts';
import { useText } from '../../lib/text.tsx';
import { useToasts } from '../../lib/toasts.ts';
import { useUndo } from '../../lib/use-undo.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { FormChoice, FormDate, FormSelect } from '../../ui/form-fields.tsx';
import { optionsOf } from '../../ui/options.ts';
import { NOWHERE, readAssignment, type AssignDraft } from './assign-draft.ts';

interface AssignDialogProps {
  readonly device: UnknownDevice;
  readonly onClose: () => void;
}

export function AssignDialog({ device, onClose }: AssignDialogProps) {
  const text = useText();
  const words = text.pull.inbox;
  const { say } = useToasts();
  const undo = useUndo();
  const { data: properties = [] } = useAnswer('properties.list', {});
  const { data: units = [] } = useAnswer('units.list', {});
  const { form, submit, isSending, refusal } = useDraftForm<AssignDraft, Parameters<typeof assign>[0], null>({
    initial: {
      kind: device.kind,
      propertyId: null,
      unitId: null,
      roomId: NOWHERE,
      from: formatDate(today()),
    },
    read: (draft) => readAssignment(device, draft, units, today(), text),
    send: assign,
    onSent: () => {
      say(words.assigned(device.id), { label: text.common.undo, run: () => void undo() });
      onClose();
    },
  });
  const { control } = form;
  const [property, unit] = useWatch({ control, name: ['propertyId', 'unitId'] });
  const unitsThere = units.filter(({ propertyId }) => String(propertyId) === property);
  const rooms = units.find(({ id }) => String(id) === unit)?.rooms ?? [];
  return (
    <FormDialog
      title={words.assignTitle(device.id)}
      action={words.assign}
      size="normal"
      onClose={onClose}
      onSubmit={() => void submit()}
      isSending={isSending}
      refusal={refusal}
    >
      <FormSelect control={control} name="kind" label={words.kind} options={optionsOf(text.keys.kinds)} />
      <FormChoice
        key={`properties.${properties.length}`}
        control={control}
        name="propertyId"
        label={words.property}
        options={properties.map(({ id, name }) => ({ value: String(id), label: name }))}
        nothingFound={text.common.nothingFound}
        isRequired
      />
      <FormChoice
        key={`units.${property ?? ''}.${unitsThere.length}`}
        control={control}
        name="unitId"
        label={words.unit}
        options={[
          { value: NOWHERE, label: words.wholeProperty },
          ...unitsThere.map(({ id, name }) => ({ value: String(id), label: name })),
        ]}
        nothingFound={text.common.nothingFound}
        isRequired
      />
      {rooms.length === 0 ? null : (
        <FormSelect
          control={control}
          name="roomId"
          label={words.room}
          options={[
            { value: NOWHERE, label: words.noRoom },
            ...rooms.map(({ id, name }) => ({ value: String(id), label: name })),
          ]}
        />
      )}
      <FormDate control={control} name="from" label={words.from} help={words.assignHelp} isRequired />
    </FormDialog>
  );
}

function assign(fields: Parameters<typeof ask<'inbox.assign'>>[1]) {
  return ask('inbox.assign', fields);
}
