/** What other limits would make of this morning, before anybody saves them. Pure. */
import type { SilenceLimits, SilentCounts } from '#shared/contract/overview.ts';
import type { MeterKind } from '#shared/model/meter.ts';
import { judgeSilence } from './judge-silence.ts';
import type { Survey } from './meter-survey.ts';

/** Counts, kind by kind, the meters that hang somewhere and send, and those of them that would be silent. */
export function silentUnder(
  { meters }: Pick<Survey, 'meters'>,
  limits: SilenceLimits,
  now: Date,
): SilentCounts {
  const sending = meters.filter(({ place }) => place?.remoteReadable === true);
  const countOf = (kind: MeterKind): SilentCounts[MeterKind] => {
    const receptions = sending
      .filter(({ meter }) => meter.kind === kind)
      .map(({ newest }) => newest?.receptionsMs ?? []);
    return {
      silent: receptions.filter((one) => judgeSilence(one, now, limits[kind]) === 'silent').length,
      total: receptions.length,
    };
  };
  return {
    allocator: countOf('allocator'),
    heatMeter: countOf('heatMeter'),
    warmWaterMeter: countOf('warmWaterMeter'),
    hotWaterHeatMeter: countOf('hotWaterHeatMeter'),
  };
}
