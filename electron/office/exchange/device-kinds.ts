/** The kinds of meters as suppliers write them, in words and abbreviations. */
import type { MeterKind } from '#shared/model/meter.ts';
import { plainWord } from './column-titles.ts';

/** Measures what no heating bill asks for, although its name may sound like one that does. */
const NOT_BILLED = /kalt|kaelte|cold|cool|kwz|rauch|gas|strom/;

/** The first that fits counts: a heat meter of the hot water preparation is called both. */
const WORDS: readonly (readonly [RegExp, MeterKind])[] = [
  [/heizkostenvert|^[efw]{0,2}hkve?\d*$|^hkv|^hca$|allocator/, 'allocator'],
  [/(waerme(mengen)?zaehler|wmz|wz|heatmeter).*(warmwasser|tww|ww|boiler|hotwater)/, 'hotWaterHeatMeter'],
  [/warmwasserbereitung/, 'hotWaterHeatMeter'],
  [/waerme(mengen)?(zaehler)?$|^(kompakt|k)?wmz|^wz\d*$|^heat(meter)?$/, 'heatMeter'],
  [/warmwasser|^wwz|^t?ww$|hotwater|warmwater/, 'warmWaterMeter'],
];

/** The kind that words mean; null for a device that is not billed or not known. */
export function kindOfWords(text: string): MeterKind | null {
  const word = plainWord(text);
  if (NOT_BILLED.test(word)) return null;
  return WORDS.find(([pattern]) => pattern.test(word))?.[1] ?? null;
}

/** Whether words name a kind of device at all, billed or not; the name of a model does not. */
export function isKindOfDevice(text: string): boolean {
  return kindOfWords(text) !== null || NOT_BILLED.test(plainWord(text));
}
