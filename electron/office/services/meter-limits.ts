/** How long each kind of meter may be silent before it is looked after; kept in the store's settings. */
import { SILENCE_HOURS, silenceLimits, type SilenceLimits } from '#shared/contract/overview.ts';
import type { Change } from '../store/change.ts';
import { readSetting, writeSetting } from '../store/settings.ts';
import type { Store } from '../store/store.ts';

const SETTING = 'silenceLimits';
const USUAL: SilenceLimits = {
  allocator: SILENCE_HOURS.usual,
  heatMeter: SILENCE_HOURS.usual,
  warmWaterMeter: SILENCE_HOURS.usual,
  hotWaterHeatMeter: SILENCE_HOURS.usual,
};

/** In hours; two days each until somebody says otherwise. */
export function readSilenceLimits(store: Store): SilenceLimits {
  return silenceLimits.parse(readSetting(store, SETTING) ?? USUAL);
}

export function writeSilenceLimits(change: Change, limits: SilenceLimits): void {
  writeSetting(change, SETTING, { ...limits });
}
