/** The fields of a unit with its rooms, for creating and for changing it. */
import { Plus, X } from 'lucide-react';
import { useFieldArray, type UseFormReturn } from 'react-hook-form';
import { useText } from '../../lib/text.tsx';
import { Button, IconButton } from '../../ui/button.tsx';
import { FormAmount, FormSelect, FormText } from '../../ui/form-fields.tsx';
import { Notice } from '../../ui/notice.tsx';
import { optionsOf } from '../../ui/options.ts';
import type { UnitDraft } from './unit-draft.ts';

export function UnitFormFields({ form }: { readonly form: UseFormReturn<UnitDraft> }) {
  const text = useText();
  const words = text.units;
  const { control, formState, watch } = form;
  const rooms = useFieldArray({ control, name: 'rooms' });
  const roomsFault = formState.errors.rooms?.message;
  return (
    <>
      <div className="form-grid">
        <FormText control={control} name="name" label={words.name} isRequired />
        <FormText control={control} name="position" label={words.position} help={words.positionHelp} />
        <FormSelect control={control} name="kind" label={words.kind} options={optionsOf(words.kinds)} />
        <FormAmount
          control={control}
          name="livingAreaM2"
          label={text.properties.livingArea}
          unit="m²"
          isRequired
        />
        <FormAmount control={control} name="heatedAreaM2" label={text.properties.heatedArea} unit="m²" />
      </div>
      <section className="section" aria-labelledby="rooms">
        <h2 id="rooms">{words.rooms}</h2>
        {roomsFault === undefined ? null : <Notice tone="wrong">{roomsFault}</Notice>}
        {rooms.fields.map((room, index) => (
          <div key={room.id} className="room-line">
            <FormText control={control} name={`rooms.${index}.name`} label={words.room} />
            <FormAmount control={control} name={`rooms.${index}.area`} label={words.roomArea} unit="m²" />
            <IconButton
              variant="plain"
              label={words.removeRoom(watch(`rooms.${index}.name`) || words.room)}
              onPress={() => rooms.remove(index)}
            >
              <X size={16} aria-hidden />
            </IconButton>
          </div>
        ))}
        <div>
          <Button onPress={() => rooms.append({ roomId: null, name: '', area: '' })}>
            <Plus size={16} aria-hidden />
            {words.addRoom}
          </Button>
        </div>
      </section>
    </>
  );
}
