/** Creating many units by a pattern, with the names shown before they are made. */
import { useState } from 'react';
import type { PropertyId } from '#shared/model/property.ts';
import { readQuantity } from '../../lib/amounts.ts';
import { useText } from '../../lib/text.tsx';
import { useToasts } from '../../lib/toasts.ts';
import { useAction } from '../../lib/use-action.ts';
import { useUndo } from '../../lib/use-undo.ts';
import { AmountField } from '../../ui/amount-field.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { expandPattern } from './expand-pattern.ts';
import { readRoomTemplate } from './room-template.ts';

interface PatternDialogProps {
  readonly propertyId: PropertyId;
  readonly onClose: () => void;
}

const FIRST_PATTERN = 'VH {EG|1. OG|2. OG|3. OG|4. OG} {li|re}';

export function PatternDialog({ propertyId, onClose }: PatternDialogProps) {
  const text = useText();
  const words = text.units;
  const { say } = useToasts();
  const undo = useUndo();
  const [pattern, setPattern] = useState(FIRST_PATTERN);
  const [area, setArea] = useState('');
  const [rooms, setRooms] = useState('');
  const [wasTried, setWasTried] = useState(false);
  const names = expandPattern(pattern);
  const save = useAction('units.save', {
    onDone: ({ ids }) => {
      say(words.patternDone(ids.length), { label: text.common.undo, run: () => void undo() });
      onClose();
    },
  });
  const livingAreaM2 = readQuantity(area);
  const create = (): void => {
    setWasTried(true);
    if (typeof names === 'string' || livingAreaM2 === null) return;
    void save.run({
      propertyId,
      rows: names.map((name) => ({
        id: null,
        fields: {
          name,
          position: name,
          kind: 'flat',
          livingAreaM2,
          heatedAreaM2: livingAreaM2,
          rooms: readRoomTemplate(rooms),
        },
      })),
      reason: '',
    });
  };
  const patternFault = names === 'unreadable' ? words.patternFault : words.patternTooMany;
  return (
    <Dialog
      title={words.pattern}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{text.common.cancel}</Button>
          <Button
            variant="primary"
            onPress={create}
            isDisabled={typeof names === 'string'}
            isPending={save.isRunning}
          >
            {words.patternCreate(typeof names === 'string' ? 0 : names.length)}
          </Button>
        </>
      }
    >
      <div className="form-stack">
        <p>{words.patternText}</p>
        <TextField
          label={words.patternField}
          value={pattern}
          onChange={setPattern}
          error={typeof names === 'string' ? patternFault : undefined}
          autoFocus
        />
        <AmountField
          label={words.patternArea}
          text={area}
          onText={setArea}
          unit="m²"
          isRequired
          error={wasTried && livingAreaM2 === null ? text.common.required : undefined}
        />
        <TextField
          label={words.patternRooms}
          help={words.patternRoomsHelp}
          value={rooms}
          onChange={setRooms}
        />
        {typeof names === 'string' ? null : (
          <div>
            <p>{words.patternPreview(names.length)}</p>
            <ul className="name-list">
              {names.map((name) => (
                <li key={name}>{name}</li>
              ))}
            </ul>
          </div>
        )}
      </div>
    </Dialog>
  );
}
