/** Shows the tenant change over whatever page its address was opened on; without a unit it asks for one first. */
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { unitId as unitIdOf } from '#shared/contract/values.ts';
import { useAnswer } from '../../lib/answers.ts';
import { useText } from '../../lib/text.tsx';
import { Button } from '../../ui/button.tsx';
import { ComboBox } from '../../ui/combo-box.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TenantChangeDialog } from './tenant-change-dialog.tsx';

export function TenantChangeHost() {
  const navigate = useNavigate();
  const { change } = useSearch({ from: '__root__' });
  const close = (): void =>
    void navigate({ to: '.', replace: true, search: (current) => ({ ...current, change: undefined }) });
  if (change === undefined) return null;
  if (change === 0) return <UnitChoice onClose={close} />;
  return <TenantChangeDialog key={change} unitId={unitIdOf.parse(change)} onClose={close} />;
}

function UnitChoice({ onClose }: { readonly onClose: () => void }) {
  const text = useText();
  const words = text.tenantChange;
  const navigate = useNavigate();
  const [unit, setUnit] = useState<string | null>(null);
  const { data: units = [] } = useAnswer('units.list', {});
  return (
    <Dialog
      title={words.title}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{text.common.cancel}</Button>
          <Button
            variant="primary"
            isDisabled={unit === null}
            onPress={() =>
              void navigate({
                to: '.',
                replace: true,
                search: (current) => ({ ...current, change: Number(unit) }),
              })
            }
          >
            {text.common.next}
          </Button>
        </>
      }
    >
      <ComboBox
        key={`units.${units.length}`}
        label={words.unit}
        value={unit}
        onChange={setUnit}
        options={units.map(({ id, name, propertyName }) => ({
          value: String(id),
          label: `${name}, ${propertyName}`,
        }))}
        nothingFound={text.common.nothingFound}
      />
    </Dialog>
  );
}
