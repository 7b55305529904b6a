/** What the consumption page is about, as its address says: property, unit, period. */
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ConsumptionScope } from '#shared/contract/consumption.ts';
import type { PropertySummary } from '#shared/contract/properties.ts';
import { propertyId as propertyIdOf, unitId as unitIdOf } from '#shared/contract/values.ts';
import type { Period } from '#shared/model/period.ts';
import { parsePlainDate } from '#shared/model/plain-date.ts';
import { today } from '../../lib/moment.ts';
import { periodOfPreset } from './presets.ts';

export interface Choice {
  /** Null while no property is chosen. */
  readonly scope: ConsumptionScope | null;
  readonly choosePeriod: (period: Period) => void;
  readonly chooseUnit: (unit: number | null) => void;
  readonly chooseProperty: (property: number) => void;
}

/** The address' period; this month when it names none. */
function readPeriod(from: string | undefined, to: string | undefined): Period {
  const [first, last] = [parsePlainDate(from ?? ''), parsePlainDate(to ?? '')];
  return first !== null && last !== null && first <= last
    ? { from: first, to: last }
    : periodOfPreset('thisMonth', today());
}

export function useScope(properties: readonly Pick<PropertySummary, 'id'>[]): Choice {
  const navigate = useNavigate();
  const { property, unit, from, to } = useSearch({ from: '__root__' });
  const [only] = properties;
  const chosen = property ?? (properties.length === 1 ? only?.id : undefined);
  return {
    scope:
      chosen === undefined
        ? null
        : {
            propertyId: propertyIdOf.parse(chosen),
            unitId: unit === undefined ? null : unitIdOf.parse(unit),
            period: readPeriod(from, to),
          },
    choosePeriod: (period) =>
      void navigate({
        to: '.',
        replace: true,
        search: (current) => ({ ...current, from: period.from, to: period.to }),
      }),
    chooseUnit: (next) =>
      void navigate({ to: '.', search: (current) => ({ ...current, unit: next ?? undefined }) }),
    chooseProperty: (next) =>
      void navigate({ to: '.', search: (current) => ({ ...current, property: next, unit: undefined }) }),
  };
}
