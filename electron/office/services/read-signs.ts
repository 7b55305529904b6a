/** The signs of life of all meters, read again only when telegrams or readings changed, or the day did. */
import type { ChangedData } from '#shared/contract/events.ts';
import type { MeterId } from '#shared/model/meter.ts';
import { addDays, type PlainDate } from '#shared/model/plain-date.ts';
import {
  newestTelegrams,
  registerTrails,
  type NewestTelegram,
  type RegisterTrail,
} from '../store/meter-signs.ts';
import type { Store } from '../store/store.ts';
import { STANDSTILL_DAYS } from './judge-registers.ts';
import { remember } from './remember.ts';
import type { WorkingOffice } from './working-office.ts';

export interface Signs {
  readonly newest: ReadonlyMap<MeterId, NewestTelegram>;
  readonly trails: ReadonlyMap<MeterId, RegisterTrail>;
}

/**
 * What brings or takes telegrams and readings: a pull, keys, a change of user, and all work at a meter, which touches
 * its unit too. A message marked as seen touches `meters` alone and reads nothing again.
 */
const BEHIND = ['pull', 'keys', 'units', 'tenancies'] as const satisfies readonly ChangedData[];

/** A function that reads the signs as they stand on a day. */
export function rememberSigns(office: WorkingOffice): (today: PlainDate) => Signs {
  const days = remember(office, BEHIND, () => new Map<PlainDate, Signs>());
  return (today) => {
    const kept = days();
    const known = kept.get(today);
    if (known !== undefined) return known;
    kept.clear();
    const signs = readSigns(office.session.store, today);
    kept.set(today, signs);
    return signs;
  };
}

function readSigns(store: Store, today: PlainDate): Signs {
  const trails = registerTrails(store, addDays(today, -STANDSTILL_DAYS));
  return {
    newest: new Map(newestTelegrams(store).map((sign) => [sign.meterId, sign])),
    trails: new Map(trails.map((trail) => [trail.meterId, trail])),
  };
}
