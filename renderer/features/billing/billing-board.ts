/** The board of bills: every run, and every property whose latest period has none yet. Pure. */
import type { BillingRunSummary } from '#shared/contract/billing.ts';
import type { BillStage, PeriodSummary, PropertySummary } from '#shared/contract/properties.ts';
import type { PropertyId } from '#shared/model/property.ts';
import type { BillingPeriodId } from '#shared/model/invoice.ts';
import type { Cents } from '#shared/model/money.ts';
import type { Period } from '#shared/model/period.ts';
import type { PlainDate } from '#shared/model/plain-date.ts';

/** A line of the board; `runId` is null while nothing was drafted. */
export interface BoardLine {
  readonly key: string;
  readonly runId: number | null;
  readonly propertyId: PropertyId;
  readonly periodId: BillingPeriodId;
  readonly propertyName: string;
  readonly period: Period;
  readonly version: number | null;
  readonly stage: BillStage;
  readonly dueOn: PlainDate;
  readonly billCount: number | null;
  readonly totalCents: Cents | null;
  readonly blockingCount: number | null;
  readonly warningCount: number | null;
  readonly draftedAt: string | null;
}

function lineOfRun(run: BillingRunSummary): BoardLine {
  return { ...run, key: `run.${run.id}`, runId: run.id };
}

function lineOfMissing({ id, name }: PropertySummary, period: PeriodSummary): BoardLine {
  return {
    key: `missing.${period.id}`,
    runId: null,
    propertyId: id,
    periodId: period.id,
    propertyName: name,
    period,
    version: null,
    stage: period.stage,
    dueOn: period.dueOn,
    billCount: null,
    totalCents: null,
    blockingCount: null,
    warningCount: null,
    draftedAt: null,
  };
}

/** All lines, the nearest deadline first; of one property when it is given. */
export function boardOf(
  runs: readonly BillingRunSummary[],
  properties: readonly PropertySummary[],
  propertyId: number | undefined,
): BoardLine[] {
  const drafted = new Set(runs.map(({ periodId }) => periodId));
  const missing = properties.flatMap((property) =>
    property.period === null || drafted.has(property.period.id)
      ? []
      : lineOfMissing(property, property.period),
  );
  return [...runs.map(lineOfRun), ...missing]
    .filter((line) => propertyId === undefined || line.propertyId === propertyId)
    .toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : 1));
}
