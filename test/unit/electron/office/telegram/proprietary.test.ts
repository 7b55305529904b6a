import { describe, expect, it } from 'vitest';
import { carriesNoReadings, nameProprietary } from '#office/telegram/proprietary.ts';

function name(manufacturer: string, ci: number, deviceType = 8): string {
  const { maker, kind } = nameProprietary({ manufacturer, id: '12345678', version: 1, deviceType }, ci);
  return `${maker}: ${kind}`;
}

describe('manufacturers’ own telegrams', () => {
  it.each([
    ['TCH', 0xa0, 0x80, 'Techem: Heizkostenverteiler data III (Radio 3)'],
    ['TCH', 0xa2, 0x62, 'Techem: Wasserzähler MK Radio 3'],
    ['TCH', 0xa2, 0x72, 'Techem: Wasserzähler MK Radio 3'],
    ['TCH', 0xa1, 0x43, 'Techem: Wärmezähler compact V / vario 4 (Radio 3)'],
    ['TCH', 0xa1, 0xf0, 'Techem: Rauchwarnmelder'],
    ['TCH', 0xa3, 0x80, 'Techem: Radio-3-Telegramm'],
    ['SAP', 0xa2, 1, 'Diehl: IZAR/PRIOS-Wasserzähler'],
    ['DME', 0xa1, 0x20, 'Diehl: IZAR/PRIOS-Wasserzähler'],
    ['APT', 0xb6, 8, 'Apator: E.ITN-Heizkostenverteiler'],
    ['BMP', 0xb1, 8, 'BMeters: Hydroclima/Hydrodigit'],
    ['QDS', 0xb0, 8, 'Qundis/Siemens: Walk-by-Telegramm'],
    ['IST', 0xa5, 8, 'ista: radio-net-Telegramm'],
    ['MWU', 0xb7, 8, 'Brunata-Metrona: Telmetric'],
    ['DME', 0xa5, 8, 'DME: Herstellertelegramm'],
    ['XYZ', 0xa0, 8, 'XYZ: Herstellertelegramm'],
  ])('of %s with CI %i and medium %i are %s', (manufacturer, ci, deviceType, expected) => {
    expect(name(manufacturer, ci, deviceType)).toBe(expected);
  });

  it('are told from frames that carry no readings at all', () => {
    for (const ci of [0x51, 0x5a, 0x6c, 0x70, 0x80]) expect(carriesNoReadings(ci)).toBe(true);
    for (const ci of [0x72, 0x78, 0x8a, 0xa0, 0xb7]) expect(carriesNoReadings(ci)).toBe(false);
  });
});
