/** How registers of meters are written: number and unit as people read them. Pure. */
import type { MeterSummary, RegisterReading } from '#shared/contract/meters.ts';
import type { Dictionary } from '#shared/text/dictionary.ts';
import { formatShortDecimal, NO_BREAK_SPACE } from '#shared/text/format.ts';

const MOST_PLACES = 3;

/** `1.234,5`: as many decimals as the register shows. */
export function writeRegisterValue(value: string): string {
  return formatShortDecimal(Number(value), 0, MOST_PLACES);
}

/** `1.234,5 kWh`. */
export function writeRegister({ value, unit }: RegisterReading, words: Dictionary): string {
  return `${writeRegisterValue(value)}${NO_BREAK_SPACE}${words.meters.registerUnits[unit]}`;
}

/** Unit and room, or the property for a meter that serves everybody. */
export function writePoint(meter: MeterSummary, words: Dictionary): string {
  const parts = [meter.unitName === '' ? words.meters.wholeProperty : meter.unitName, meter.place];
  return parts.filter(Boolean).join(', ');
}

/** `Heizkostenverteiler 61200007`. */
export function writeDevice({ kind, number }: MeterSummary, words: Dictionary): string {
  return `${words.meters.kinds[kind]} ${number}`;
}

/** The unit of a field in a telegram as people write it. */
export function writeUnit(unit: string, { meters: { registerUnits } }: Dictionary): string {
  if (unit === 'HCA') return registerUnits.units;
  return unit === 'm3' ? registerUnits.m3 : unit;
}

const NUMBERED = { S: 'storage', T: 'tariff', U: 'subunit' } as const;

/** `Speicher 1, Höchstwert` for `S1, maximum`; what a maker adds beyond stays as it is. */
export function writeQualifiers(qualifiers: string, { meters: { qualifiers: words } }: Dictionary): string {
  const spoken = new Map<string, string>(Object.entries(words));
  return qualifiers
    .split(', ')
    .map((one) => {
      const [, kind, number] = /^([STU])(\d+)$/.exec(one) ?? [];
      if (kind === 'S' || kind === 'T' || kind === 'U') return `${words[NUMBERED[kind]]} ${number}`;
      return spoken.get(one) ?? one;
    })
    .join(', ');
}
