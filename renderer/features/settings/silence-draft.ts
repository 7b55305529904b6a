/** The limits of silence as they are typed. Pure. */
import { SILENCE_HOURS, type SilenceLimits } from '#shared/contract/overview.ts';
import type { Dictionary } from '#shared/text/dictionary.ts';
import type { ReadDraft } from '../../lib/draft-form.ts';
import { readWhole } from './whole-number.ts';

export type SilenceDraft = Record<keyof SilenceLimits, string>;

export const KINDS = ['allocator', 'heatMeter', 'warmWaterMeter', 'hotWaterHeatMeter'] as const;

/** Something for each kind of meter. */
export function eachKind<T>(make: (kind: keyof SilenceLimits) => T): Record<keyof SilenceLimits, T> {
  return {
    allocator: make('allocator'),
    heatMeter: make('heatMeter'),
    warmWaterMeter: make('warmWaterMeter'),
    hotWaterHeatMeter: make('hotWaterHeatMeter'),
  };
}

export function silenceDraftOf(limits: SilenceLimits): SilenceDraft {
  return eachKind((kind) => String(limits[kind]));
}

export function readSilence(
  draft: SilenceDraft,
  { settings: words }: Dictionary,
): ReadDraft<SilenceDraft, SilenceLimits> {
  const { least, most } = SILENCE_HOURS;
  const read = eachKind((kind) => readWhole(draft[kind], least, most));
  const wrong = KINDS.filter((kind) => read[kind] === null);
  return wrong.length === 0
    ? { ok: true, fields: eachKind((kind) => read[kind] ?? SILENCE_HOURS.usual) }
    : { ok: false, faults: wrong.map((field) => ({ field, message: words.yearsFault(least, most) })) };
}
