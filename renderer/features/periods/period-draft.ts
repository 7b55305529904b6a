/** What staff type about a billing period and its rules, and what it means. Pure. */
import type { PeriodFields } from '#shared/contract/properties.ts';
import { addDays, addMonths, plainDateOf, yearOf, type PlainDate } from '#shared/model/plain-date.ts';
import type { Period } from '#shared/model/period.ts';
import type { Dictionary } from '#shared/text/dictionary.ts';
import { formatDate } from '#shared/text/format.ts';
import { readDay } from '../../lib/read-day.ts';
import { readQuantity, typedQuantity } from '../../lib/amounts.ts';
import type { DraftFault, ReadDraft } from '../../lib/draft-form.ts';

export interface PeriodDraft {
  from: string;
  to: string;
  plantKind: PeriodFields['plantKind'];
  fuel: PeriodFields['fuel'];
  hotWaterMethod: PeriodFields['hotWaterMethod'];
  notMeasuredBecause: NonNullable<PeriodFields['notMeasuredBecause']>;
  hotWaterTemperatureC: string;
  heatingConsumptionPercent: string;
  hotWaterConsumptionPercent: string;
  heatingBaseKey: PeriodFields['heatingBaseKey'];
}

const USUAL_RULES: Omit<PeriodDraft, 'from' | 'to'> = {
  plantKind: 'boiler',
  fuel: 'naturalGas',
  hotWaterMethod: 'measured',
  notMeasuredBecause: 'unreasonableEffort',
  hotWaterTemperatureC: '60',
  heatingConsumptionPercent: '70',
  hotWaterConsumptionPercent: '70',
  heatingBaseKey: 'livingArea',
};

/** The draft of a property's first period: the calendar year that ended last. */
export function firstPeriod(today: PlainDate): PeriodDraft {
  const year = yearOf(today) - 1;
  return {
    ...USUAL_RULES,
    from: formatDate(plainDateOf(`${year}-01-01`)),
    to: formatDate(plainDateOf(`${year}-12-31`)),
  };
}

/** The draft of the year after a period, with the same rules. */
export function periodAfter(last: Period, rules: PeriodFields | null, today: PlainDate): PeriodDraft {
  const from = addDays(last.to, 1);
  const to = addDays(addMonths(from, 12), -1);
  const base = rules === null ? firstPeriod(today) : draftOfPeriod(rules);
  return { ...base, from: formatDate(from), to: formatDate(to) };
}

export function draftOfPeriod(fields: PeriodFields): PeriodDraft {
  return {
    from: formatDate(fields.from),
    to: formatDate(fields.to),
    plantKind: fields.plantKind,
    fuel: fields.fuel,
    hotWaterMethod: fields.hotWaterMethod,
    notMeasuredBecause: fields.notMeasuredBecause ?? USUAL_RULES.notMeasuredBecause,
    hotWaterTemperatureC: typedQuantity(fields.hotWaterTemperatureC) || USUAL_RULES.hotWaterTemperatureC,
    heatingConsumptionPercent: String(fields.heatingConsumptionPercent),
    hotWaterConsumptionPercent: String(fields.hotWaterConsumptionPercent),
    heatingBaseKey: fields.heatingBaseKey,
  };
}

/** A whole percentage the law allows; null for any other text. */
export function readSharePercent(text: string): number | null {
  const percent = /^\d{1,3}$/.test(text.trim()) ? Number(text) : Number.NaN;
  return percent >= 50 && percent <= 70 ? percent : null;
}

export function isComputed(method: PeriodFields['hotWaterMethod']): boolean {
  return method === 'volume' || method === 'area';
}

export function readPeriod(
  draft: PeriodDraft,
  today: PlainDate,
  words: Dictionary,
): ReadDraft<PeriodDraft, PeriodFields> {
  const faults: DraftFault<PeriodDraft>[] = [];
  const from = readDay(draft.from, today, words);
  const to = readDay(draft.to, today, words);
  if (!from.ok) faults.push({ field: 'from', message: from.message });
  if (!to.ok) faults.push({ field: 'to', message: to.message });
  if (from.ok && to.ok && to.day < from.day)
    faults.push({ field: 'to', message: words.periods.toBeforeFrom });
  const heating = readSharePercent(draft.heatingConsumptionPercent);
  const hotWater = readSharePercent(draft.hotWaterConsumptionPercent);
  const { percentOutside } = words.periods;
  if (heating === null) faults.push({ field: 'heatingConsumptionPercent', message: percentOutside });
  if (hotWater === null) faults.push({ field: 'hotWaterConsumptionPercent', message: percentOutside });
  const temperature = draft.hotWaterMethod === 'volume' ? readQuantity(draft.hotWaterTemperatureC) : null;
  if (draft.hotWaterMethod === 'volume' && temperature === null)
    faults.push({ field: 'hotWaterTemperatureC', message: words.common.amountUnreadable });
  if (faults.length > 0 || !from.ok || !to.ok || heating === null || hotWater === null)
    return { ok: false, faults };
  return {
    ok: true,
    fields: {
      from: from.day,
      to: to.day,
      plantKind: draft.plantKind,
      fuel: draft.fuel,
      hotWaterMethod: draft.hotWaterMethod,
      notMeasuredBecause: isComputed(draft.hotWaterMethod) ? draft.notMeasuredBecause : null,
      hotWaterTemperatureC: temperature,
      heatingConsumptionPercent: heating,
      hotWaterConsumptionPercent: hotWater,
      heatingBaseKey: draft.heatingBaseKey,
    },
  };
}
