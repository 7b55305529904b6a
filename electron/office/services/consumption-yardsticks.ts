/** What a consumption is held against besides itself: an average user, and what it would cost. */
import type { CostEstimate } from '#shared/contract/consumption.ts';
import type { Readable } from '#shared/contract/handler.ts';
import { exactly } from '#shared/billing/case/values.ts';
import { degreeDaysOf } from '#shared/billing/degree-days.ts';
import { estimateCost, type UsedOfMedium } from '#shared/consumption/cost-estimate.ts';
import { coverageOfAll } from '#shared/consumption/coverage.ts';
import type { HeatTariff } from '#shared/consumption/heat-tariff.ts';
import { decimalTextToRational } from '#shared/model/decimal-text.ts';
import type { Period } from '#shared/model/period.ts';
import type { PropertyId } from '#shared/model/property.ts';
import { product, rational, sum, type Rational } from '#shared/model/rational.ts';
import type { Unit } from '#shared/model/unit.ts';
import { quantityText } from './consumption-counts.ts';
import { periodsOf } from './consumption-tariff.ts';
import type { OfficeSession } from './office-session.ts';
import { setupOf } from './period-setup.ts';

/** The degree days of a year are written in per mille. */
const PER_MILLE = rational(1, 1000);

/**
 * What an average user of the same category would have needed for heating, in kWh (§ 6a Abs. 2 HeizkostenV); null
 * where the newest billing period names none.
 */
export function averageUserOf(
  session: OfficeSession,
  propertyId: PropertyId,
  units: readonly Unit[],
  period: Period,
): Rational | null {
  const [newest] = periodsOf(session, propertyId);
  const average = newest && setupOf(newest).information?.averageUser;
  if (!average) return null;
  const areaM2 = sum(units.map(({ livingAreaM2 }) => decimalTextToRational(livingAreaM2)));
  return product([exactly(average.heatingKwhPerM2), areaM2, degreeDaysOf(period, 'summer92'), PER_MILLE]);
}

/** The estimate card of a unit for the days that have passed, with all its inputs. */
export function estimateOfUnit(
  tariff: HeatTariff | null,
  used: readonly UsedOfMedium[],
  unit: Unit,
  passed: Period,
): Readable<CostEstimate> {
  const coverage = coverageOfAll(used.map((one) => one.coverage));
  const areas = {
    livingArea: decimalTextToRational(unit.livingAreaM2),
    heatedArea: decimalTextToRational(unit.heatedAreaM2),
  };
  const estimate = estimateCost(tariff, used, areas, passed);
  if (estimate.state === 'hidden') return { state: 'hidden', because: estimate.because, coverage };
  return {
    state: 'shown',
    amountCents: estimate.amount,
    lines: estimate.lines.map(({ quantity, price, share, amount, ...line }) => ({
      ...line,
      quantity: quantityText(quantity),
      price: quantityText(price),
      share: share && quantityText(share),
      amountCents: amount,
    })),
    pricesOf: estimate.pricesOf,
    isFinal: estimate.isFinal,
    coverage,
  };
}
