/** The published worked examples of the trade as case files, held to their stated tolerance. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { runCase } from '#office/services/run-case.ts';
import type { Bill, UserLine } from '#shared/billing/bill.ts';

const FOLDER = new URL('../../../fixtures/billing/', import.meta.url);

interface Example {
  readonly id: string;
  readonly description: string;
  readonly expected: unknown;
  readonly tolerance: number;
}

const EXAMPLES = (
  JSON.parse(readFileSync(new URL('worked-examples.json', FOLDER), 'utf8')) as { examples: Example[] }
).examples;

type Expected = Record<string, unknown>;
type Json = Record<string, unknown>;

function resultOf(name: string): Json {
  const outcome = runCase(readFileSync(new URL(`${name}.json`, FOLDER), 'utf8'));
  if (outcome.kind !== 'done') throw new Error(`${name} is ${outcome.kind}: ${JSON.stringify(outcome)}`);
  return outcome.result.result as unknown as Json;
}

/** Follows names down to an answer; numbers come back as numbers. */
function answer(name: string, path: string): unknown {
  let found: unknown = resultOf(name);
  for (const step of path.split('.')) found = (found as Json)[step];
  const written = found as { value?: string } | null | boolean | string;
  return typeof written === 'object' && written !== null && 'value' in written
    ? Number(written.value)
    : written;
}

function billOf(name: string): Bill {
  return resultOf(name) as unknown as Bill;
}

function userOf(name: string, id: string): UserLine {
  const user = billOf(name).users.find((line) => line.id === id);
  if (!user) throw new Error(`${name} has no user ${id}`);
  return user;
}

/** Base and consumption of heating and hot water, and the total: the order of the source. */
function centsOf(name: string, id: string): number[] {
  const { heating, hotWater, total } = userOf(name, id);
  return [heating.base, heating.consumption, hotWater.base, hotWater.consumption, total];
}

function sourcePositions(name: string, id: string): Expected {
  const lines = [...billOf(name).units, ...billOf(name).users];
  const line = lines.find((each) => each.id === id);
  if (!line) throw new Error(`${name} has no line ${id}`);
  return {
    hb: line.heating.base / 100,
    wb: line.hotWater.base / 100,
    hc: line.heating.consumption / 100,
    wc: line.hotWater.consumption / 100,
    total: line.total / 100,
  };
}

function eurosOf(name: string, user: string): number {
  return userOf(name, user).total / 100;
}

function roundedParts(convention: string): number[] {
  return [1, 2, 3, 4, 5].map((index) =>
    Math.round(Number(answer('rnd-01', `${convention}.p${index}`)) * 100),
  );
}

const percentOf = (name: string, path: string): number => Number(answer(name, path)) * 100;

/** For each example what our results say under the names of its expectation. */
const ACTUAL: Record<string, () => Expected> = {
  'sep9-01': () => ({
    alpha_measured: answer('sep9-01', 'measured.alpha'),
    q_volume_formula_kwh: answer('sep9-01', 'volume.heat'),
    q_volume_x1_11: answer('sep9-01', 'volume.correctedHeat'),
    alpha_volume: answer('sep9-01', 'volume.alpha'),
    q_area_formula_kwh: answer('sep9-01', 'area.heat'),
    q_area_x1_11: answer('sep9-01', 'area.correctedHeat'),
    alpha_area: answer('sep9-01', 'area.alpha'),
  }),
  'sep9-04': () => ({
    q_kwh: answer('sep9-04', 'volume.correctedHeat'),
    alpha: answer('sep9-04', 'volume.alpha'),
  }),
  'split-01': () => ({
    base_share_pct: answer('split-01', 'members.flat.basePercent'),
    consumption_share_pct: answer('split-01', 'members.flat.consumptionPercent'),
    total_share_pct: answer('split-01', 'members.flat.totalPercent'),
    total_eur: answer('split-01', 'members.flat.total'),
  }),
  'full-02': () => {
    const bill = billOf('full-02');
    return {
      alpha: Number(bill.separation.hotWaterShare.value),
      pot_hot_water_eur: (bill.pots.find(({ pot }) => pot === 'hotWater')?.total ?? 0) / 100,
      pot_heating_eur: (bill.pots.find(({ pot }) => pot === 'heating')?.total ?? 0) / 100,
      A: sourcePositions('full-02', 'A'),
      B: sourcePositions('full-02', 'B'),
      C: sourcePositions('full-02', 'C'),
      C1: sourcePositions('full-02', 'C1'),
      C2: sourcePositions('full-02', 'C2'),
      totals_rounded_once_eur: {
        A: eurosOf('full-02', 'A1'),
        B: eurosOf('full-02', 'B1'),
        C1: eurosOf('full-02', 'C1'),
        C2: eurosOf('full-02', 'C2'),
      },
      sum_eur: bill.proof.users / 100,
    };
  },
  'uc-01': () => ({
    flat_base_eur: answer('uc-01', 'unitAmount'),
    first_per_mille: answer('uc-01', 'users.first.perMille'),
    second_per_mille: answer('uc-01', 'users.second.perMille'),
    first_eur: answer('uc-01', 'users.first.byDegreeDays'),
    second_eur: answer('uc-01', 'users.second.byDegreeDays'),
  }),
  'uc-04': () => ({
    degree_day_per_mille: answer('uc-04', 'users.first.perMille'),
    days: [answer('uc-04', 'users.first.days'), answer('uc-04', 'users.second.days')],
    first_by_degree_days_eur: answer('uc-04', 'users.first.byDegreeDays'),
    first_by_days_eur: answer('uc-04', 'users.first.byDays'),
  }),
  'accrual-02': () => ({
    allocated_eur: answer('accrual-02', 'allocated'),
    coverage_pct: percentOf('accrual-02', 'coverage'),
    missing_days: answer('accrual-02', 'missingDays'),
  }),
  'co2-01': () => ({
    kwh_hi: answer('co2-01', 'kwhHi'),
    kg: answer('co2-01', 'kg'),
    kg_per_m2: answer('co2-01', 'kgPerM2'),
    kg_per_m2_classified: answer('co2-01', 'kgPerM2Classified'),
    landlord_pct: percentOf('co2-01', 'landlordShare'),
    co2_cost_net_eur: answer('co2-01', 'costNet'),
    landlord_eur: answer('co2-01', 'landlord'),
    tenant_eur: answer('co2-01', 'tenants'),
    co2_cost_gross_7pct_eur: answer('co2-01', 'costGross'),
  }),
  'co2-03': () => ({
    kg_per_m2: answer('co2-03', 'kgPerM2Classified'),
    landlord_pct: percentOf('co2-03', 'landlordShare'),
    landlord_eur: answer('co2-03', 'landlord'),
  }),
  'co2-04': () => {
    const cases = [1, 2, 3, 4, 5].map((index) => `co2-04-${index}`);
    return {
      rounded: cases.map((name) => answer(name, 'kgPerM2Classified')),
      landlord_pct: cases.map((name) => percentOf(name, 'landlordShare')),
    };
  },
  'co2-07': () => ({
    landlord_pct_table: percentOf('co2-07', 'tableShare'),
    landlord_pct_after_s9: percentOf('co2-07', 'landlordShare'),
    landlord_eur: answer('co2-07', 'landlord'),
    fuel_cost_distributed_eur: answer('co2-07', 'fuelCostDistributed'),
  }),
  'co2-10': () => ({
    value_in_period: answer('co2-10', 'kgPerM2Classified'),
    landlord_pct_wrong_without_shortening: percentOf('co2-10', 'shareWithoutShortening'),
    landlord_pct: percentOf('co2-10', 'landlordShare'),
    landlord_eur: answer('co2-10', 'landlord'),
    tenant_eur: answer('co2-10', 'tenants'),
    annualised: Number(Number(answer('co2-10', 'annualised')).toFixed(1)),
  }),
  'co2-11': () => ({
    kg_per_m2_correct: answer('co2-11-hs', 'kgPerM2Classified'),
    landlord_pct_correct: percentOf('co2-11-hs', 'landlordShare'),
    kg_per_m2_wrong: answer('co2-11-hi', 'kgPerM2Classified'),
    landlord_pct_wrong: percentOf('co2-11-hi', 'landlordShare'),
  }),
  'stock-01': () => ({
    consumed_l: answer('stock-01', 'consumed'),
    closing_eur: answer('stock-01', 'closingAmount'),
    consumed_eur: answer('stock-01', 'consumedAmount'),
    paid_eur: answer('stock-01', 'paid'),
  }),
  'red-01': () => ({
    reduction_eur: answer('red-01', 'each.R15'),
    remaining_eur: answer('red-01', 'remaining'),
  }),
  'red-03': () => ({ r3_eur: answer('red-03', 'each.R3_co2') }),
  'red-05': () => ({
    each_eur: ['R15', 'R3_remote', 'R3_info', 'R3_co2'].map((right) => answer('red-05', `each.${right}`)),
    additive_heizkostenv_eur: answer('red-05', 'addedHeizkostenV'),
    additive_with_co2_eur: answer('red-05', 'added'),
    sequential_heizkostenv_eur: answer('red-05', 'sequentialHeizkostenV'),
  }),
  'est-01': () => {
    const bill = billOf('est-01');
    const [estimate] = bill.estimates;
    const unit = (id: string): number => (bill.units.find((line) => line.id === id)?.total ?? 0) / 100;
    return {
      estimate_kwh_building_average: Number(estimate?.result.value),
      affected_area_pct: (Number(estimate?.affectedAreaM2) / 200) * 100,
      fallback_to_area: bill.pots[0]?.byBaseKeyOnly,
      A_eur: unit('A'),
      B_eur: unit('B'),
      C_eur: unit('C'),
      C_users_by_degree_days_640_360: ['C1', 'C2'].map((id) => eurosOf('est-01', id)),
    };
  },
  'est-04': () => ({
    affected_area_pct: percentOf('est-04', 'affectedShare'),
    fallback_to_area: answer('est-04', 'byBaseKeyOnly'),
    estimate_prev_plain: answer('est-04', 'previous'),
    estimate_prev_scaled: answer('est-04', 'estimate'),
  }),
  'pre-01': () => ({
    price_per_kwh: answer('pre-01', 'pricePerRecorded'),
    group1_eur: answer('pre-01', 'groups.group1.amount'),
    group2_eur: answer('pre-01', 'groups.group2.amount'),
    group1_base_eur: answer('pre-01', 'groups.group1.base'),
    group1_base_per_m2: answer('pre-01', 'groups.group1.pricePerArea'),
    group1_consumption_per_kwh: answer('pre-01', 'groups.group1.pricePerConsumption'),
    unit_consumption_eur: ['u1', 'u2'].map((id) => answer('pre-01', `groups.group1.units.${id}.consumption`)),
    compliant: answer('pre-01', 'compliant'),
  }),
  'vac-01': () => {
    const [heating, hotWater] = billOf('vac-01').pots;
    return {
      pots_cents: {
        heat_base: heating?.base,
        heat_consumption: heating?.consumption,
        ww_base: hotWater?.base,
        ww_consumption: hotWater?.consumption,
      },
      A_cents: centsOf('vac-01', 'A1'),
      B_tenant_cents: centsOf('vac-01', 'B1'),
      B_owner_cents: centsOf('vac-01', 'vacancy:B:2025-07-01'),
      C_cents: centsOf('vac-01', 'C1'),
    };
  },
  'hkv-01': () => ({
    per_unit_eur: answer('hkv-01', 'pricePerUnit'),
    radiators_eur: Object.fromEntries(
      ['A1', 'A2', 'A3', 'B1', 'B2'].map((id) => [id, answer('hkv-01', `devices.${id}.cost`)]),
    ),
    A_eur: answer('hkv-01', 'units.A.cost'),
    B_eur: answer('hkv-01', 'units.B.cost'),
  }),
  'hkv-02': () => ({
    units: ['living', 'bed'].map((id) => answer('hkv-02', `devices.${id}.units`)),
    flat_units: answer('hkv-02', 'units.flat.units'),
    share: answer('hkv-02', 'units.flat.share'),
    flat_eur: answer('hkv-02', 'units.flat.cost'),
  }),
  'info-01': () => ({
    prev_adjusted_kwh: answer('info-01', 'previous.total'),
    now_adjusted_kwh: answer('info-01', 'now.total'),
    change_pct: answer('info-01', 'changePercentTotal'),
  }),
  'rnd-01': () => {
    return {
      half_up_owner_residual: roundedParts('halfUpLandlordBearsRest'),
      largest_remainder: roundedParts('largestRemainder'),
    };
  },
  'bal-01': () => ({
    prepaid_eur: answer('bal-01', 'prepaid'),
    balance_eur: answer('bal-01', 'balance'),
    kind: answer('bal-01', 'kind'),
    new_monthly_full_year_eur: answer('bal-01', 'newMonthlyPrepayment'),
  }),
};

/** Fields an example states for information, or another convention than the one it was billed by. */
const INFORMATIONAL = /_source$|^totals_if_each_cost_position_is_rounded_eur$/;

function expectClose(actual: unknown, expected: unknown, tolerance: number, path: string): void {
  if (typeof expected === 'number') {
    expect(typeof actual, path).toBe('number');
    expect(Math.abs(Number(actual) - expected), `${path}: ${String(actual)}`).toBeLessThanOrEqual(
      tolerance + 1e-9,
    );
  } else if (typeof expected === 'object' && expected !== null) {
    for (const [name, value] of Object.entries(expected))
      if (!INFORMATIONAL.test(name)) expectClose((actual as Json)[name], value, tolerance, `${path}.${name}`);
  } else expect(actual, path).toBe(expected);
}

describe('the worked examples', () => {
  it('are all covered', () => {
    expect(Object.keys(ACTUAL).toSorted()).toEqual(EXAMPLES.map(({ id }) => id).toSorted());
  });

  it.each(EXAMPLES)('give what the source says: $id, $description', ({ id, expected, tolerance }) => {
    expectClose(ACTUAL[id]?.(), expected, tolerance, id);
  });
});
