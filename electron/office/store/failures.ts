/** Why the store could not open or write, as the user reads it. */
import { fail, type Failure } from '#shared/model/result.ts';

export type StoreFailureCode =
  | 'STORE_MISSING'
  | 'STORE_EXISTS'
  | 'STORE_KEY_WRONG'
  | 'STORE_DAMAGED'
  | 'STORE_FROM_FUTURE'
  | 'STORE_OUTDATED'
  | 'STORE_BUSY'
  | 'STORE_FULL'
  | 'STORE_READ_ONLY'
  | 'STORE_UNAVAILABLE'
  | 'STORE_UNSAFE'
  | 'ALREADY_EXISTS'
  | 'STILL_REFERENCED'
  | 'TENANCIES_OVERLAP'
  | 'INSTALLATIONS_OVERLAP'
  | 'PLACE_OCCUPIED'
  | 'PERIODS_OVERLAP'
  | 'BILL_FROZEN'
  | 'OFFICE_MOVED';

/** `ROLLED_BACK` brings its sentence along: only who noticed knows what is missing. */
export type StoreFailure = Failure<StoreFailureCode | 'ROLLED_BACK'>;

const MESSAGES: Record<StoreFailureCode, string> = {
  STORE_MISSING:
    'Die Datenbank wurde nicht gefunden. Bitte prüfen Sie den Datenordner oder spielen Sie eine Sicherung ein.',
  STORE_EXISTS: 'Hier liegt schon eine Datenbank. Sie wurde nicht überschrieben.',
  STORE_KEY_WRONG:
    'Die Datenbank passt nicht zu diesem Tresor oder ihr Anfang ist beschädigt. Bitte prüfen Sie den Datenordner oder spielen Sie eine Sicherung ein.',
  STORE_DAMAGED:
    'Die Datenbank ist beschädigt oder wurde außerhalb von Stichtag verändert. Bitte spielen Sie die letzte Sicherung ein.',
  STORE_FROM_FUTURE:
    'Diese Datenbank wurde mit einer neueren Fassung von Stichtag geschrieben. Bitte aktualisieren Sie das Programm.',
  STORE_OUTDATED:
    'Diese Datenbank stammt von einer älteren Fassung und muss zuerst einmal mit Schreibrecht geöffnet werden.',
  STORE_BUSY:
    'Ein anderes Programm schreibt gerade in die Datenbank. Bitte schließen Sie es oder versuchen Sie es gleich noch einmal.',
  STORE_FULL:
    'Der Speicherplatz reicht nicht. Es wurde nichts gespeichert. Bitte schaffen Sie Platz und wiederholen Sie den Schritt.',
  STORE_READ_ONLY:
    'In den Datenordner kann nicht geschrieben werden. Bitte prüfen Sie die Rechte des Ordners.',
  STORE_UNAVAILABLE:
    'Die Datenbank kann nicht gelesen oder geschrieben werden. Bitte prüfen Sie Datenträger und Rechte des Ordners.',
  STORE_UNSAFE:
    'Eine Schutzeinstellung der Datenbank ließ sich nicht einschalten. Sie wurde nicht geöffnet. Bitte wenden Sie sich an den Hersteller.',
  ALREADY_EXISTS: 'Diesen Eintrag gibt es schon. Bitte ändern Sie den vorhandenen.',
  STILL_REFERENCED:
    'Dieser Eintrag wird noch gebraucht oder verweist auf etwas, das es nicht gibt. Es wurde nichts geändert.',
  TENANCIES_OVERLAP:
    'In diesem Zeitraum ist die Nutzeinheit schon vermietet. Bitte prüfen Sie Einzug und Auszug.',
  INSTALLATIONS_OVERLAP:
    'Dieses Messgerät ist in dem Zeitraum schon eingebaut. Bitte tragen Sie zuerst den Ausbau ein.',
  PLACE_OCCUPIED:
    'An dieser Stelle hängt in dem Zeitraum schon ein Messgerät. Bitte tragen Sie zuerst dessen Ausbau ein.',
  PERIODS_OVERLAP:
    'Für einen Teil dieses Zeitraums gibt es schon eine Abrechnung. Bitte prüfen Sie Anfang und Ende.',
  BILL_FROZEN:
    'Diese Abrechnung ist festgeschrieben. Bitte legen Sie eine Korrektur an, statt sie zu ändern.',
  OFFICE_MOVED:
    'Dieser Bestand ist auf ein anderes Gerät umgezogen und hier nur noch lesbar. Bitte arbeiten Sie dort weiter.',
};

export function storeFailure(code: StoreFailureCode): { readonly ok: false; readonly error: StoreFailure } {
  return fail({ code, message: MESSAGES[code] });
}

/** An error of SQLite, by its extended result code and without the SQL that caused it. */
export class SqlError extends Error {
  readonly code: string;
  /** The text a trigger raised, or SQLite's own. */
  readonly raised: string;

  constructor(code: string, raised: string, cause?: unknown) {
    super(`${code}: ${raised}`, { cause });
    this.name = 'SqlError';
    this.code = code;
    this.raised = raised;
  }
}

const BY_CODE: readonly (readonly [RegExp, StoreFailureCode])[] = [
  [/^SQLITE_(BUSY|LOCKED)/, 'STORE_BUSY'],
  [/^SQLITE_FULL/, 'STORE_FULL'],
  [/^SQLITE_READONLY/, 'STORE_READ_ONLY'],
  [/^SQLITE_CORRUPT/, 'STORE_DAMAGED'],
  [/^SQLITE_NOTADB/, 'STORE_KEY_WRONG'],
  [/^SQLITE_(IOERR|CANTOPEN|PERM|AUTH)/, 'STORE_UNAVAILABLE'],
  [/^SQLITE_CONSTRAINT_(UNIQUE|PRIMARYKEY|ROWID)/, 'ALREADY_EXISTS'],
  [/^SQLITE_CONSTRAINT_FOREIGNKEY/, 'STILL_REFERENCED'],
];

/** Codes that triggers raise about the user's data; any other trigger guards against our own mistakes. */
const RAISED: ReadonlySet<string> = new Set<StoreFailureCode>([
  'TENANCIES_OVERLAP',
  'INSTALLATIONS_OVERLAP',
  'PLACE_OCCUPIED',
  'PERIODS_OVERLAP',
  'BILL_FROZEN',
  'OFFICE_MOVED',
]);

/** The failure an SQL error stands for, or null when it can only be a bug. */
export function expectedFailure(error: unknown): StoreFailure | null {
  if (!(error instanceof SqlError)) return null;
  if (error.code === 'SQLITE_CONSTRAINT_TRIGGER')
    return RAISED.has(error.raised) ? storeFailure(error.raised as StoreFailureCode).error : null;
  const code = BY_CODE.find(([pattern]) => pattern.test(error.code))?.[1];
  return code === undefined ? null : storeFailure(code).error;
}
