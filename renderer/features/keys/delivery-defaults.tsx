/** What holds for the devices of a delivery that do not say it themselves: the property, and the day they hang since. */
import { useState } from 'react';
import type { DeliveryDefaults } from '#shared/contract/keys.ts';
import { formatDate } from '#shared/text/format.ts';
import { useAnswer } from '../../lib/answers.ts';
import { today } from '../../lib/moment.ts';
import { readDay } from '../../lib/read-day.ts';
import { useText } from '../../lib/text.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { Select } from '../../ui/select.tsx';

interface DeliveryDefaultsFieldsProps {
  readonly defaults: DeliveryDefaults;
  readonly onDefaults: (defaults: DeliveryDefaults) => void;
}

const NONE = 'none';

export function DeliveryDefaultsFields({ defaults, onDefaults }: DeliveryDefaultsFieldsProps) {
  const text = useText();
  const words = text.keys;
  const [typed, setTyped] = useState(formatDate(defaults.installedOn));
  const properties = useAnswer('properties.list', {}).data ?? [];
  const type = (next: string): void => {
    setTyped(next);
    const read = readDay(next, today(), text);
    // Half a day may read as one; the field writes a whole day out when it is left.
    if (read.ok && formatDate(read.day) === next && read.day !== defaults.installedOn)
      onDefaults({ ...defaults, installedOn: read.day });
  };
  return (
    <fieldset className="delivery-columns">
      <legend>{words.defaultsTitle}</legend>
      <Select
        label={words.defaultProperty}
        options={[
          { value: NONE, label: words.noDefaultProperty },
          ...properties.map(({ id, name }) => ({ value: String(id), label: name })),
        ]}
        value={defaults.propertyId === null ? NONE : String(defaults.propertyId)}
        onChange={(value) =>
          onDefaults({
            ...defaults,
            propertyId: properties.find(({ id }) => String(id) === value)?.id ?? null,
          })
        }
      />
      <DateField label={words.defaultInstalledOn} text={typed} onText={type} />
    </fieldset>
  );
}
