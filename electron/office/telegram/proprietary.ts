/** Telegrams that are no standard records, by maker and kind. What is only named here cannot be read. */
import type { MeterAddress } from '#shared/model/reading.ts';

export interface ProprietaryKind {
  /** The maker as the trade calls it. */
  readonly maker: string;
  readonly kind: string;
}

interface Rule {
  readonly manufacturers: readonly string[];
  readonly ci: readonly [number, number];
  readonly deviceTypes?: readonly number[];
  readonly maker: string;
  readonly kind: string;
}

/** From public driver descriptions (wmbusmeters, FHEM); the first rule that fits wins. */
const RULES: readonly Rule[] = [
  {
    manufacturers: ['TCH'],
    ci: [0xa0, 0xa2],
    deviceTypes: [0x80],
    maker: 'Techem',
    kind: 'Heizkostenverteiler data III (Radio 3)',
  },
  {
    manufacturers: ['TCH'],
    ci: [0xa0, 0xa2],
    deviceTypes: [0x62, 0x72],
    maker: 'Techem',
    kind: 'Wasserzähler MK Radio 3',
  },
  {
    manufacturers: ['TCH'],
    ci: [0xa0, 0xa2],
    deviceTypes: [0x43, 0xc3],
    maker: 'Techem',
    kind: 'Wärmezähler compact V / vario 4 (Radio 3)',
  },
  { manufacturers: ['TCH'], ci: [0xa0, 0xa2], deviceTypes: [0xf0], maker: 'Techem', kind: 'Rauchwarnmelder' },
  { manufacturers: ['TCH'], ci: [0xa0, 0xb7], maker: 'Techem', kind: 'Radio-3-Telegramm' },
  { manufacturers: ['SAP', 'DME', 'HYD'], ci: [0xa0, 0xa4], maker: 'Diehl', kind: 'IZAR/PRIOS-Wasserzähler' },
  { manufacturers: ['APT', 'APA'], ci: [0xa0, 0xb7], maker: 'Apator', kind: 'E.ITN-Heizkostenverteiler' },
  { manufacturers: ['BMP', 'BMT'], ci: [0xa0, 0xb7], maker: 'BMeters', kind: 'Hydroclima/Hydrodigit' },
  { manufacturers: ['QDS', 'LSE'], ci: [0xa0, 0xb7], maker: 'Qundis/Siemens', kind: 'Walk-by-Telegramm' },
  { manufacturers: ['IST'], ci: [0xa0, 0xb7], maker: 'ista', kind: 'radio-net-Telegramm' },
  { manufacturers: ['MWU'], ci: [0xa0, 0xb7], maker: 'Brunata-Metrona', kind: 'Telmetric' },
  { manufacturers: ['ELS', 'ELR'], ci: [0xa0, 0xb7], maker: 'Elster/Honeywell', kind: 'Herstellertelegramm' },
];

/** Names a telegram with a manufacturer's application layer; unknown makers are named by their letters. */
export function nameProprietary(sender: MeterAddress, ci: number): ProprietaryKind {
  const rule = RULES.find(
    ({ manufacturers, ci: [from, to], deviceTypes }) =>
      manufacturers.includes(sender.manufacturer) &&
      ci >= from &&
      ci <= to &&
      (deviceTypes === undefined || deviceTypes.includes(sender.deviceType)),
  );
  return rule ?? { maker: sender.manufacturer, kind: 'Herstellertelegramm' };
}

/** Time, commands and reports between gateway and meter, error and alarm reports: valid, but no readings. */
const WITHOUT_READINGS: ReadonlySet<number> = new Set([
  0x51, 0x52, 0x54, 0x55, 0x5a, 0x5b, 0x60, 0x61, 0x64, 0x65, 0x6c, 0x6d, 0x6e, 0x6f, 0x70, 0x71, 0x74, 0x75,
  0x7c, 0x7d, 0x7e, 0x7f, 0x80,
]);

export function carriesNoReadings(ci: number): boolean {
  return WITHOUT_READINGS.has(ci);
}
