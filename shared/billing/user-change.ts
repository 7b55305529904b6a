/** Change of user (§ 9b HeizkostenV): the time that stands for a user's part when no reading does. */
import { intersect, lengthInDays, type Period } from '../model/period.ts';
import { rational } from '../model/rational.ts';
import type { User } from './arranged-case.ts';
import type { DegreeDayTable, TimeKey } from './case/rules.ts';
import { degreeDaysOf, degreeDayTableLabel } from './degree-days.ts';
import { monthsIn } from './months.ts';
import type { Stretch } from './device-consumption.ts';
import type { Figure, Trace } from './trace.ts';

/** Days and degree days of any stretch of time as figures; the same stretch is one figure. */
export class TimeMeasures {
  readonly #trace: Trace;
  readonly #table: DegreeDayTable;

  constructor(trace: Trace, table: DegreeDayTable) {
    this.#trace = trace;
    this.#table = table;
  }

  /** The months of a stretch of time; a month used in part counts by its days. */
  months({ from, to }: Period): Figure {
    const id = `months.${from}.${to}`;
    return (
      this.#trace.figures.get(id) ??
      this.#trace.given(id, 'MONTHS_USED', monthsIn({ from, to }), 'months', { from, to })
    );
  }

  /** The days or the degree days of a stretch of time. */
  measure(key: TimeKey, { from, to }: Period): Figure {
    const id = `${key}.${from}.${to}`;
    const known = this.#trace.figures.get(id);
    if (known) return known;
    return key === 'days'
      ? this.#trace.given(id, 'DAYS', rational(lengthInDays({ from, to })), 'days', { from, to })
      : this.#trace.given(id, 'DEGREE_DAYS', degreeDaysOf({ from, to }, this.#table), 'perMille', {
          from,
          to,
          table: degreeDayTableLabel(this.#table),
        });
  }
}

/**
 * What of a measured stretch belongs to a user: all of it when its days are his, else his part by time
 * (§ 9b Abs. 3). Null when no day of it is his.
 */
export function userPartOfStretch(
  trace: Trace,
  time: TimeMeasures,
  key: TimeKey,
  user: User,
  stretch: Stretch,
): Figure | null {
  const common = intersect(user.period, stretch.period);
  if (!common) return null;
  if (common.from === stretch.period.from && common.to === stretch.period.to) return stretch.quantity;
  return trace.derive(
    `user.${user.id}.${stretch.quantity.id}`,
    key === 'days' ? 'USER_PART_BY_DAYS' : 'USER_PART_BY_DEGREE_DAYS',
    [stretch.quantity, time.measure(key, common), time.measure(key, stretch.period)],
    stretch.quantity.unit,
  );
}
