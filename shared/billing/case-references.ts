/** Cross-checks of a bill's case that no single field shows: references into nowhere, readings twice. */
import type { BillingCase } from './billing-case.ts';
import { pathText, type CaseFault, type FaultCode } from './case-faults.ts';

type Path = readonly (string | number)[];

function fault(path: Path, code: FaultCode, params: Record<string, string>): CaseFault {
  return { path: pathText(path), code, params };
}

function unknown(path: Path, id: string | undefined, known: ReadonlySet<string>): CaseFault[] {
  return id === undefined || known.has(id) ? [] : [fault(path, 'REFERENCE_UNKNOWN', { id })];
}

function idsOf(items: readonly { readonly id: string }[]): Set<string> {
  return new Set(items.map(({ id }) => id));
}

function readingsTwice(given: BillingCase): CaseFault[] {
  return given.devices.flatMap((device, deviceIndex) => {
    const days = new Set<string>();
    return device.readings.flatMap(({ date }, index) => {
      if (!days.has(date)) {
        days.add(date);
        return [];
      }
      return [fault(['devices', deviceIndex, 'readings', index, 'date'], 'READING_TWICE', { date })];
    });
  });
}

function reversedTenancies(given: BillingCase): CaseFault[] {
  return given.tenancies.flatMap(({ from, to }, index) =>
    to !== undefined && to < from
      ? [fault(['tenancies', index, 'to'], 'TENANCY_REVERSED', { from, to })]
      : [],
  );
}

/** Generators name joint costs and stocks, each at most once: none of their euros is separated twice. */
function generatorFaults({ separation, costs, stocks }: BillingCase): CaseFault[] {
  if (separation.method !== 'measured') return [];
  const joint = idsOf([...costs, ...stocks].filter(({ target }) => target === 'joint'));
  const named = new Set<string>();
  return (separation.generators ?? []).flatMap((generator, index) =>
    generator.costs.flatMap((id, position) => {
      const path = ['separation', 'generators', index, 'costs', position];
      if (named.has(id)) return [fault(path, 'ID_TWICE', { id })];
      named.add(id);
      return unknown(path, id, joint);
    }),
  );
}

/** Faults of a case whose fields are each in order. */
export function checkReferences(given: BillingCase): CaseFault[] {
  const units = idsOf(given.units);
  const groups = idsOf(given.groups);
  const tenancies = idsOf(given.tenancies);
  return [
    ...given.tenancies.flatMap(({ unit }, index) => unknown(['tenancies', index, 'unit'], unit, units)),
    ...given.units.flatMap(({ group }, index) => unknown(['units', index, 'group'], group, groups)),
    ...given.devices.flatMap(({ unit, group }, index) => [
      ...unknown(['devices', index, 'unit'], unit, units),
      ...unknown(['devices', index, 'group'], group, groups),
    ]),
    ...given.costs.flatMap((cost, index) =>
      cost.target === 'direct' ? unknown(['costs', index, 'tenancy'], cost.tenancy, tenancies) : [],
    ),
    ...given.rules.missingInterimReadings.flatMap(({ unit }, index) =>
      unknown(['rules', 'missingInterimReadings', index, 'unit'], unit, units),
    ),
    ...generatorFaults(given),
    ...readingsTwice(given),
    ...reversedTenancies(given),
  ];
}
