/** The newest bill of a property as far as consumption needs it: heat behind a unit, prices, shares. */
import { z } from 'zod';
import type { HeatTariff, Medium, TariffPot } from '#shared/consumption/heat-tariff.ts';
import { centsOf, sumCents } from '#shared/model/money.ts';
import type { BillingPeriod } from '#shared/model/invoice.ts';
import type { Period } from '#shared/model/period.ts';
import { plainDateOf } from '#shared/model/plain-date.ts';
import type { PropertyId } from '#shared/model/property.ts';
import { parseDecimal, sum, type Rational } from '#shared/model/rational.ts';
import { billsOf, openBill, type BillInfo } from '../store/bills.ts';
import { listAllBillingPeriods } from '../store/whole-office.ts';
import type { OfficeSession } from './office-session.ts';

const decimal = z.string().transform((text): Rational => {
  const exact = parseDecimal(text);
  if (exact === null) throw new Error('a stored bill writes its quantities as decimals');
  return exact;
});
const quantity = z.object({ value: decimal });

const storedBill = z.object({
  kind: z.literal('bill'),
  result: z.object({
    period: z.object({ from: z.string().transform(plainDateOf), to: z.string().transform(plainDateOf) }),
    separation: z.object({
      hotWaterShare: quantity,
      hotWaterHeat: quantity.optional(),
      totalEnergy: quantity.optional(),
    }),
    pots: z.array(
      z.object({
        pot: z.enum(['heating', 'hotWater']),
        base: z.int().transform(centsOf),
        consumption: z.int().transform(centsOf),
        baseKey: z.string(),
        baseTotal: quantity,
        consumptionTotal: quantity,
        consumptionUnit: z.string(),
      }),
    ),
  }),
});

type StoredBill = z.output<typeof storedBill>['result'];

/** Tariffs of one session; a stored bill never changes, so each is read once. */
export class Tariffs {
  readonly #session: OfficeSession;
  readonly #known = new Map<number, HeatTariff | null>();

  constructor(session: OfficeSession) {
    this.#session = session;
  }

  isOf(session: OfficeSession): boolean {
    return this.#session === session;
  }

  /** The newest bill of the property, a final one before a draft of the same period; null without any. */
  newest(propertyId: PropertyId): HeatTariff | null {
    return this.#firstOf(periodsOf(this.#session, propertyId));
  }

  #firstOf(periods: readonly BillingPeriod[]): HeatTariff | null {
    for (const period of periods) {
      const bills = billsOf(this.#session.store, period.id).filter(({ state }) => state !== 'cancelled');
      const chosen = bills.findLast(({ state }) => state === 'final') ?? bills.at(-1);
      const tariff = chosen && this.#read(chosen);
      if (tariff) return tariff;
    }
    return null;
  }

  /** The newest bill of exactly this period; null without one. */
  ofPeriod(propertyId: PropertyId, { from, to }: Period): HeatTariff | null {
    const own = periodsOf(this.#session, propertyId).filter(
      (period) => period.from === from && period.to === to,
    );
    return this.#firstOf(own);
  }

  #read({ id, state }: BillInfo): HeatTariff | null {
    const known = this.#known.get(id);
    if (known !== undefined) return known && { ...known, isFinal: state === 'final' };
    const { store, vault } = this.#session;
    const content = openBill(store, vault, id);
    const stored = content.ok ? storedBill.safeParse(JSON.parse(content.value.resultJson)) : null;
    const tariff = stored?.success === true ? tariffOf(stored.data.result, state === 'final') : null;
    this.#known.set(id, tariff);
    return tariff;
  }
}

/** The billing periods of a property, newest first. */
export function periodsOf({ store }: OfficeSession, propertyId: PropertyId): BillingPeriod[] {
  return listAllBillingPeriods(store)
    .filter((period) => period.propertyId === propertyId)
    .toReversed();
}

function tariffOf({ period, separation, pots }: StoredBill, isFinal: boolean): HeatTariff {
  return {
    period,
    isFinal,
    totalKwh: separation.totalEnergy?.value ?? null,
    hotWaterShare: separation.hotWaterShare.value,
    hotWaterKwh: separation.hotWaterHeat?.value ?? null,
    pots: { heating: potOf(pots, 'heating'), hotWater: potOf(pots, 'hotWater') },
  };
}

function potOf(pots: StoredBill['pots'], medium: Medium): TariffPot | null {
  const own = pots.filter(({ pot }) => pot === medium);
  const [first] = own;
  if (
    !first ||
    own.some((pot) => pot.consumptionUnit !== first.consumptionUnit || pot.baseKey !== first.baseKey)
  )
    return null;
  return {
    base: sumCents(own.map(({ base }) => base)),
    consumption: sumCents(own.map(({ consumption }) => consumption)),
    baseKey: first.baseKey,
    baseTotal: sum(own.map(({ baseTotal }) => baseTotal.value)),
    consumptionTotal: sum(own.map(({ consumptionTotal }) => consumptionTotal.value)),
    consumptionUnit: first.consumptionUnit,
  };
}
