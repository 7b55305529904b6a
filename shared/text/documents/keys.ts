/** German names of what the billing engine names by code: keys, units, device kinds, methods, rights. */
import type { EstimateLine, ReductionRight, SeparationLine } from '../../billing/bill.ts';
import type { DeviceKind } from '../../billing/case/devices.ts';
import type { DegreeDayTable, HeatingBaseKey, RoundingConvention } from '../../billing/case/rules.ts';
import type { Pot } from '../../billing/metered.ts';

export const POT_NAMES: Record<Pot, string> = {
  heating: 'Heizung',
  hotWater: 'Warmwasser',
};

/** What the base costs are distributed by, and its unit. */
export const BASE_KEYS: Record<HeatingBaseKey, { readonly name: string; readonly unit: string }> = {
  livingArea: { name: 'Wohn- und Nutzfläche', unit: 'm²' },
  heatedArea: { name: 'beheizte Fläche', unit: 'm²' },
  volume: { name: 'umbauter Raum', unit: 'm³' },
  heatedVolume: { name: 'umbauter Raum der beheizten Räume', unit: 'm³' },
};

/** Units as a reader writes them; what is not listed is written as it is. */
const UNIT_NAMES: Readonly<Record<string, string>> = {
  units: 'Einheiten',
  m2: 'm²',
  m3: 'm³',
  days: 'Tage',
  perMille: '‰ Gradtage',
  ratio: '',
  factor: '',
  C: '°C',
  'kWh/(m3 K)': 'kWh/(m³·K)',
  'kWh/m2': 'kWh/m²',
  'kWh/unit': 'kWh je Einheit',
};

export function unitName(unit: string): string {
  return UNIT_NAMES[unit] ?? unit;
}

/** One of a unit, as in a price: `je Einheit`. */
export function oneOfUnit(unit: string): string {
  return unit === 'units' ? 'Einheit' : unitName(unit);
}

export const DEVICE_KINDS: Record<DeviceKind, string> = {
  allocator: 'Heizkostenverteiler',
  heatMeter: 'Wärmezähler',
  warmWaterMeter: 'Warmwasserzähler',
  coldWaterMeter: 'Kaltwasserzähler',
  hotWaterHeatMeter: 'Wärmezähler Warmwasser',
  groupHeatMeter: 'Wärmezähler der Nutzergruppe',
  groupWarmWaterMeter: 'Warmwasserzähler der Nutzergruppe',
};

export const SEPARATION_METHODS: Record<SeparationLine['method'], string> = {
  none: 'Heizung und Warmwasser haben keine gemeinsamen Kosten.',
  measured:
    'Die Wärme für das Warmwasser wurde mit einem Wärmezähler gemessen (§ 9 Abs. 2 S. 1 HeizkostenV). Ihr Anteil ' +
    'an der gesamten Energie bestimmt den Anteil des Warmwassers an den gemeinsamen Kosten.',
  volume:
    'Die Wärme für das Warmwasser wurde aus dem gemessenen Volumen berechnet (§ 9 Abs. 2 HeizkostenV): ' +
    '2,5 kWh je m³ und Grad Erwärmung ab 10 °C.',
  area:
    'Die Wärme für das Warmwasser wurde aus der Fläche berechnet (§ 9 Abs. 2 HeizkostenV): 32 kWh je m² und ' +
    'Jahr.',
  recognisedRules:
    'Heizung und Warmwasser wurden nach anerkannten Regeln der Technik getrennt (§ 9 Abs. 1 HeizkostenV).',
};

export const ESTIMATE_METHODS: Record<EstimateLine['method'], string> = {
  previousPeriod: 'nach dem Verbrauch derselben Räume in einem vergleichbaren Zeitraum',
  comparableRooms: 'nach dem Verbrauch vergleichbarer Räume im selben Zeitraum',
  average: 'nach dem Durchschnittsverbrauch des Gebäudes oder der Nutzergruppe',
  degreeDays: 'aus dem abgelesenen Teil des Zeitraums nach Gradtagszahlen hochgerechnet',
};

export const DEGREE_DAY_TABLES: Record<DegreeDayTable, string> = {
  summer92: 'VDI 2067 Blatt 1, Sommermonate zusammen 40 ‰, verteilt auf 92 Tage',
  summerThirds: 'VDI 2067 Blatt 1, je Sommermonat 13⅓ ‰',
  summer141313: 'VDI 2067 Blatt 1, Sommermonate 14, 13 und 13 ‰',
};

export const ROUNDING: Record<RoundingConvention, string> = {
  largestRemainder: 'Übrig bleibende Cent gehen an die größten Reste; die Summe stimmt immer auf den Cent.',
  halfUpLandlordBearsRest: 'Jeder Betrag ist kaufmännisch gerundet; die Differenz trägt die Vermieterseite.',
};

export const RIGHTS: Record<ReductionRight, string> = {
  R15: 'Kosten nicht nach Verbrauch abgerechnet',
  R3_remote: 'Geräte nicht fernablesbar',
  R3_info: 'Verbrauchsinformationen fehlen oder sind unvollständig',
  R3_co2: 'Kohlendioxidkosten nicht aufgeteilt oder nicht ausgewiesen',
};
