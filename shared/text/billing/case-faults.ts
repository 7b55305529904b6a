/** German sentences for the faults of a case file: what is wrong, and what is expected there. */
import type { CaseFault, FaultCode } from '../../billing/case-faults.ts';

const SENTENCES: Readonly<Record<FaultCode, (params: Readonly<Record<string, string>>) => string>> = {
  NOT_JSON: () => 'Die Datei ist kein lesbares JSON. Prüfen Sie Klammern, Kommas und Anführungszeichen.',
  FIELD_MISSING: () => 'Diese Angabe fehlt.',
  FIELD_UNKNOWN: ({ field }) =>
    `Das Feld „${field}“ kennt das Fallformat nicht. Prüfen Sie die Schreibweise oder lassen Sie es weg.`,
  TYPE_WRONG: ({ expected }) => `Hier steht ein Wert der falschen Art, erwartet wird: ${typeName(expected)}.`,
  VALUE_NOT_ALLOWED: ({ allowed }) => `Dieser Wert ist hier nicht vorgesehen. Möglich sind: ${allowed}.`,
  LIST_TOO_SHORT: () => 'Die Liste braucht mindestens einen Eintrag.',
  LIST_TOO_LONG: () => 'Die Liste hat zu viele Einträge.',
  NUMBER_OUT_OF_RANGE: () => 'Die Zahl liegt außerhalb des Erlaubten.',
  FORM_WRONG: () =>
    'Die Angabe hat keine der vorgesehenen Formen. Vergleichen Sie sie mit docs/case-format.md.',
  KIND_UNKNOWN: ({ field }) =>
    `Der Wert von „${field}“ ist unbekannt. Vergleichen Sie ihn mit docs/case-format.md.`,
  ID_TWICE: ({ id }) =>
    `Die Kennung „${id}“ kommt in dieser Liste zweimal vor. Kennungen müssen eindeutig sein.`,
  ID_RESERVED: ({ id }) =>
    `„${id}“ beginnt mit „vacancy:“; so heißen Leerstände. Wählen Sie eine andere Kennung.`,
  REFERENCE_UNKNOWN: ({ id }) =>
    `„${id}“ gibt es in diesem Fall nicht. Legen Sie es an oder berichtigen Sie den Verweis.`,
  READING_TWICE: ({ date }) => `Für den ${date} gibt es zwei Ablesungen desselben Geräts. Behalten Sie eine.`,
  TENANCY_REVERSED: ({ from, to }) => `Das Mietverhältnis endet (${to}), bevor es beginnt (${from}).`,
  DECIMAL_EXPECTED: () =>
    'Hier gehört eine Zahl hin, zum Beispiel 11.95 oder "11.95" (mit Punkt, ohne Tausenderzeichen).',
  DECIMAL_NOT_NEGATIVE: () => 'Der Wert darf nicht negativ sein.',
  DECIMAL_ABOVE_ZERO: () => 'Der Wert muss größer als null sein.',
  DECIMAL_TOO_LARGE: () => 'Die Zahl ist größer, als ein Haus sie haben kann. Prüfen Sie Komma und Einheit.',
  EUROS_EXPECTED: () => 'Hier gehört ein Betrag in Euro mit höchstens zwei Nachkommastellen hin.',
  DAY_EXPECTED: () => 'Hier gehört ein Tag der Jahre 1900 bis 2199 hin, geschrieben als JJJJ-MM-TT.',
  DAY_OF_YEAR_EXPECTED: () =>
    'Hier gehört ein Tag des Jahres hin, geschrieben als MM-TT, zum Beispiel 12-31.',
  ID_EXPECTED: () =>
    'Eine Kennung besteht aus Buchstaben, Ziffern, „-“, „_“ oder „:“ und hat höchstens 64 Zeichen.',
  TEXT_EXPECTED: () => 'Hier gehört ein Text mit 1 bis 500 Zeichen hin.',
  PERCENT_EXPECTED: () => 'Ein Prozentwert liegt zwischen 0 und 100.',
  PERIOD_REVERSED: () => 'Der letzte Tag liegt vor dem ersten.',
};

const TYPE_NAMES: Readonly<Record<string, string>> = {
  string: 'ein Text',
  number: 'eine Zahl',
  int: 'eine ganze Zahl',
  boolean: 'true oder false',
  array: 'eine Liste',
  object: 'ein Objekt',
  record: 'ein Objekt',
};

function typeName(expected: string | undefined): string {
  return TYPE_NAMES[expected ?? ''] ?? 'ein anderer Wert';
}

/** The sentence for a fault; its path says where. */
export function sayFault({ code, params }: CaseFault): string {
  return SENTENCES[code](params);
}
