/** German names of the codes a case chooses among, where a finding speaks of them. */
import { BASE_KEYS, ESTIMATE_METHODS } from '../documents/keys.ts';

const FURTHER_KEYS = {
  area: 'Fläche',
  unit: 'Einheit',
  persons: 'Personen',
  metre: 'Meter',
  coldWater: 'Kaltwasser',
};

const COST_KINDS = {
  repair: 'Reparatur',
  administration: 'Verwaltung',
  financing: 'Finanzierung',
  userChangeFee: 'Nutzerwechsel',
};

const NAMES: Readonly<Record<string, string>> = {
  ...FURTHER_KEYS,
  ...COST_KINDS,
  ...ESTIMATE_METHODS,
  ...Object.fromEntries(Object.entries(BASE_KEYS).map(([key, { name }]) => [key, name])),
};

/** The name of a key, a kind of cost or a method; an unknown one keeps its code. */
export function entryName(code: string | undefined): string {
  return NAMES[code ?? ''] ?? code ?? '';
}
