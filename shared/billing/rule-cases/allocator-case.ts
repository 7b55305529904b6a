/** Single-rule case `allocator`: units of allocators on unit and product scale, and what they cost (EN 834, § 7). */
import { z } from 'zod';
import { compare, isNegative, isZero, ONE, rational, toShortDecimal } from '../../model/rational.ts';
import { countUnits, registerFactor } from '../allocator-units.ts';
import { allocatorScale } from '../case/devices.ts';
import { centsIn, euros, exactly, id, quantity } from '../case/values.ts';
import { settleTogether } from '../pots.ts';
import { centsOfFigure, Trace, type Figure } from '../trace.ts';
import { headOf, refuse, type RuleOutcome } from './answer.ts';

const allocator = z.strictObject({
  id,
  unit: id.default('A'),
  start: quantity.default(0),
  reading: quantity,
  allocator: allocatorScale.default({ scale: 'product' }),
});

export const allocatorCase = z.strictObject({
  ...headOf('allocator'),
  amount: euros.describe('The consumption share to distribute.'),
  devices: z.array(allocator).min(1),
  totalUnits: quantity.optional().describe('Of the building, when the devices are not all there are.'),
});

type AllocatorCase = z.output<typeof allocatorCase>;

function unitsOf(trace: Trace, given: AllocatorCase['devices'][number]): Figure | null {
  const factor = registerFactor({ kind: 'allocator', register: 'units', allocator: given.allocator });
  if (!factor) return null;
  const name = `device.${given.id}`;
  const end = trace.given(`${name}.reading`, 'READING', exactly(given.reading), 'units');
  const start = trace.given(`${name}.start`, 'READING', exactly(given.start), 'units');
  const counted = compare(factor, ONE) !== 0;
  const delta = trace.derive(
    counted ? `${name}.difference` : name,
    'READING_DIFFERENCE',
    [end, start],
    'units',
  );
  if (!counted) return delta;
  const k = trace.given(`${name}.factor`, 'ALLOCATOR_FACTOR', factor, 'factor');
  return countUnits(trace, name, delta, k, 'units');
}

/** Runs the case. */
export function runAllocatorCase(given: AllocatorCase): RuleOutcome {
  const trace = new Trace();
  const devices: { readonly id: string; readonly unit: string; readonly units: Figure }[] = [];
  for (const device of given.devices) {
    const units = unitsOf(trace, device);
    const about = [`device.${device.id}`];
    if (!units) return refuse('ALLOCATOR_FACTOR_MISSING', about);
    if (isNegative(units.value)) return refuse('NEGATIVE_CONSUMPTION', about);
    devices.push({ id: device.id, unit: device.unit, units });
  }
  const counted = trace.derive(
    'devices.units',
    'CONSUMPTION_TOGETHER',
    devices.map(({ units }) => units),
    'units',
  );
  const total =
    given.totalUnits === undefined
      ? counted
      : trace.given('building.units', 'STATED_CONSUMPTION', exactly(given.totalUnits), 'units');
  if (isZero(total.value)) return refuse('POT_WITHOUT_CONSUMPTION', ['totalUnits']);
  if (compare(counted.value, total.value) > 0)
    return refuse('PART_ABOVE_WHOLE', ['totalUnits'], {
      part: toShortDecimal(counted.value, 3),
      whole: toShortDecimal(total.value, 3),
    });
  const amount = trace.given('entry.amount', 'INVOICE', rational(centsIn(given.amount)), 'ct');
  const shares = devices.map((device) => ({
    ...device,
    cost: trace.open(`${device.units.id}.cost`, 'UNIT_CONSUMPTION_COST', [amount, device.units, total]),
  }));
  const others = trace.derive('others.units', 'STATED_REST', [total, counted], 'units');
  const rest = trace.open('others.cost', 'UNIT_CONSUMPTION_COST', [amount, others, total]);
  settleTogether(trace, centsOfFigure(amount), [...shares.map(({ cost }) => cost), rest], amount.id);
  const units = [...new Set(devices.map((device) => device.unit))].map((unit) => {
    const own = shares.filter((share) => share.unit === unit);
    const quantities = own.map((share) => share.units);
    const costs = own.map((share) => share.cost);
    const unitTotal = trace.derive(`unit.${unit}.units`, 'UNIT_CONSUMPTION', quantities, 'units');
    return [
      unit,
      {
        units: unitTotal,
        share: trace.derive(`unit.${unit}.share`, 'SHARE_OF_UNITS', [unitTotal, total], 'ratio'),
        cost: trace.derive(`unit.${unit}.cost`, 'USER_POT', costs, 'ct'),
      },
    ] as const;
  });
  return {
    kind: 'answered',
    answers: {
      totalUnits: total,
      pricePerUnit: trace.derive('price', 'UNIT_PRICE', [amount, total], 'ct/units'),
      devices: Object.fromEntries(
        shares.map((share) => [share.id, { units: share.units, cost: share.cost }]),
      ),
      units: Object.fromEntries(units),
    },
    figures: trace.figures,
  };
}
