/** What one does with a unit besides its data: see what it used, change its tenant. */
import { useNavigate } from '@tanstack/react-router';
import type { Unit } from '#shared/contract/units.ts';
import { useText } from '../../lib/text.tsx';
import { Button } from '../../ui/button.tsx';
import { useOpenChange } from '../tenant-change/use-change-commands.ts';

export function UnitActions({ unit }: { readonly unit: Unit }) {
  const text = useText();
  const navigate = useNavigate();
  const openChange = useOpenChange();
  return (
    <>
      <Button
        onPress={() =>
          void navigate({ to: '/consumption', search: { property: unit.propertyId, unit: unit.id } })
        }
      >
        {text.consumption.forUnit}
      </Button>
      <Button onPress={() => openChange(unit.id)}>{text.tenantChange.title}</Button>
    </>
  );
}
