/** The periods one asks about most, and the one that follows when a month is stepped. Pure. */
import { monthAround, shiftMonths } from '#shared/consumption/reference-periods.ts';
import type { Period } from '#shared/model/period.ts';
import { addMonths, plainDateOf, yearOf, type PlainDate } from '#shared/model/plain-date.ts';

export type PresetId = 'thisMonth' | 'lastMonth' | 'lastTwelve' | 'thisYear' | 'lastYear';

export const PRESETS: readonly PresetId[] = ['thisMonth', 'lastMonth', 'lastTwelve', 'thisYear', 'lastYear'];

function yearAround(year: number): Period {
  return { from: plainDateOf(`${year}-01-01`), to: plainDateOf(`${year}-12-31`) };
}

export function periodOfPreset(preset: PresetId, today: PlainDate): Period {
  const month = monthAround(today);
  switch (preset) {
    case 'thisMonth':
      return month;
    case 'lastMonth':
      return shiftMonths(month, -1);
    case 'lastTwelve':
      return { from: addMonths(month.from, -11), to: month.to };
    case 'thisYear':
      return yearAround(yearOf(today));
    case 'lastYear':
      return yearAround(yearOf(today) - 1);
    default:
      return preset satisfies never;
  }
}

/** The preset that names a period; null for one of one's own. */
export function presetOf({ from, to }: Period, today: PlainDate): PresetId | null {
  return (
    PRESETS.find((preset) => {
      const own = periodOfPreset(preset, today);
      return own.from === from && own.to === to;
    }) ?? null
  );
}

/** Whether a period is one calendar month. */
export function isOneMonth({ from, to }: Period): boolean {
  const month = monthAround(from);
  return month.from === from && month.to === to;
}
