/** What if: the same case with another choice, billed again, and what it moves for whom. Shown to staff only. */
import { centsOf, type Cents } from '../model/money.ts';
import { billProperty } from './bill-property.ts';
import type { Bill, BillOutcome } from './bill.ts';
import type { BillingCase } from './billing-case.ts';
import type { EstimateRequest } from './case/devices.ts';
import type { HeatingBaseKey, RoundingConvention, TimeKey } from './case/rules.ts';
import type { Pot } from './metered.ts';

/** One choice to try; the case itself is never changed. */
export type Variation =
  | { readonly kind: 'consumptionPercent'; readonly pot: Pot; readonly percent: number }
  | { readonly kind: 'baseKey'; readonly key: HeatingBaseKey }
  | { readonly kind: 'timeKey'; readonly key: TimeKey }
  | { readonly kind: 'rounding'; readonly convention: RoundingConvention }
  | { readonly kind: 'deviceFailed'; readonly device: string; readonly estimate: EstimateRequest };

/** What a user would bear more (positive) or less than he does now. */
export interface UserShift {
  readonly user: string;
  readonly now: Cents;
  readonly after: Cents;
  readonly shift: Cents;
}

/** The bill under the variation, beside the shifts; or what would refuse it. */
export type WhatIf =
  | { readonly kind: 'billed'; readonly bill: Bill; readonly shifts: readonly UserShift[] }
  | Extract<BillOutcome, { kind: 'refused' }>;

function withShare(given: BillingCase, pot: Pot, consumptionPercent: number): BillingCase {
  const { rules } = given;
  if (pot === 'heating')
    return rules.heating
      ? { ...given, rules: { ...rules, heating: { ...rules.heating, consumptionPercent } } }
      : given;
  return rules.hotWater
    ? { ...given, rules: { ...rules, hotWater: { ...rules.hotWater, consumptionPercent } } }
    : given;
}

function withBaseKey(given: BillingCase, baseKey: HeatingBaseKey): BillingCase {
  const { rules } = given;
  return rules.heating ? { ...given, rules: { ...rules, heating: { ...rules.heating, baseKey } } } : given;
}

/** The case with another choice. Choices it does not have, such as hot water where there is none, change nothing. */
export function vary(given: BillingCase, variation: Variation): BillingCase {
  const { rules } = given;
  if (variation.kind === 'consumptionPercent') return withShare(given, variation.pot, variation.percent);
  if (variation.kind === 'baseKey') return withBaseKey(given, variation.key);
  if (variation.kind === 'rounding') return { ...given, rules: { ...rules, rounding: variation.convention } };
  if (variation.kind === 'timeKey') {
    const userChange = { ...rules.userChange, heatingBase: variation.key };
    return { ...given, rules: { ...rules, userChange } };
  }
  return {
    ...given,
    devices: given.devices.map((device) =>
      device.id === variation.device ? { ...device, estimate: variation.estimate } : device,
    ),
  };
}

/** Bills the case under a variation and says for each user of the present bill what moves. */
export function whatIf(present: Bill, given: BillingCase, variation: Variation): WhatIf {
  const outcome = billProperty(vary(given, variation));
  if (outcome.kind === 'refused') return outcome;
  const totals = new Map(outcome.bill.users.map(({ id, total }) => [id, total]));
  const shifts = present.users.map(({ id, total }) => {
    const after = totals.get(id) ?? centsOf(0);
    return { user: id, now: total, after, shift: centsOf(after - total) };
  });
  return { kind: 'billed', bill: outcome.bill, shifts };
}
