/** Words of what landlords and tenants may see. */
import { counted } from '../plural.ts';

export const partyViews = {
  landlord: 'Sicht des Vermieters',
  tenant: 'Sicht des Mieters',
  landlordText: (name: string) =>
    `So sieht ${name} den Verbrauch innerhalb des Jahres: nur Summen über mindestens drei vermietete Nutzeinheiten, bei kleineren Häusern nur das ganze Haus. Was schon heraus ist, zählt mit: aus zwei Summen darf niemand eine einzelne Wohnung ausrechnen.`,
  choose: 'Summe über',
  chooseText: 'Ohne Auswahl gilt das ganze Haus.',
  sum: 'Summe',
  medium: 'Was',
  amount: 'Menge',
  over: 'Summe über',
  unitCount: (count: number) => counted('de', count, 'Nutzeinheit', 'Nutzeinheiten'),
  state: 'Freigabe',
  fresh: 'kann heraus',
  wasGiven: 'schon freigegeben',
  refused: {
    notMonths: 'nicht: nur ganze Monate',
    notOver: 'nicht: der Zeitraum ist noch nicht vorbei',
    nothing: 'nicht: keine vollständigen Werte',
    tooFew: 'nicht: weniger als drei vermietete Nutzeinheiten mit vollständigen Werten',
    difference: 'nicht: aus früheren Summen ließe sich eine einzelne Wohnung ausrechnen',
  },
  release: 'Summen als CSV freigeben',
  released: (file: string) => `Freigegeben: ${file}`,
  given: 'Schon freigegeben',
  givenNone: 'Noch keine Summe ist heraus.',
  givenOn: 'Freigegeben am',
  period: 'Zeitraum',
  tenantText:
    'Genau das bekommt dieser Mieter: seine eigenen Monate und Zählerstände. Nichts aus anderen Wohnungen und nichts aus der Zeit vor dem Einzug oder nach dem Auszug.',
  tenancy: 'Mietverhältnis',
  noTenancy: 'Diese Nutzeinheit war noch nie vermietet.',
  since: (name: string, from: string) => `${name}, seit ${from}`,
  during: (name: string, from: string, to: string) => `${name}, ${from} bis ${to}`,
  months: 'Monate',
  noMonths: 'Noch kein ganzer Monat mit Werten.',
  month: 'Monat',
  readings: 'Zählerstände',
  export: 'Eigene Daten als CSV',
  exported: (file: string) => `Gespeichert: ${file}`,
};
