/** The German words for what the store keeps as JSON: the office's settings, and the rules of a billing period. */
import { keys } from './de/keys.ts';
import { periods } from './de/periods.ts';
import { pull } from './de/pull.ts';
import { formatDecimal } from './format.ts';
import {
  count,
  day,
  eachTold,
  instant,
  lines,
  oneOf,
  plain,
  unseen,
  yesNo,
  type Format,
  type NameOfRow,
} from './history-formats.ts';
import type { Part } from './tell-json.ts';

/** A setting by its name: what it is called, and what is in it. */
export interface StoredSetting {
  readonly title: string;
  readonly parts: readonly Part[];
  /** It keeps what happened last: told by itself, for what was kept before is another story. */
  readonly isReport?: boolean;
}

function part(path: string, label: Part['label'], format: Format = plain): Part {
  return { path: path === '' ? [] : path.split('.'), label, format };
}

/** What stored lists hold, as far as it is told. */
interface Named {
  readonly name: string;
}
interface Undecodable {
  readonly count: number;
  readonly message: string;
}
interface Gap {
  readonly gateway: string;
  readonly first: number;
  readonly last: number;
}

const nameIn = ({ name }: Named): string => name;

const RIGHTS: Readonly<Record<string, string>> = {
  finaliseBills: 'Abrechnungen finalisieren',
  changeSettings: 'Einstellungen ändern',
  revealKeys: 'Schlüssel im Klartext zeigen',
};
const SETUP_STEPS: Readonly<Record<string, string>> = {
  recoverySheet: 'Wiederherstellungsblatt',
  firstBackup: 'erste Sicherung',
};

function listOf(words: Readonly<Record<string, string>>): Format {
  return (value) =>
    Array.isArray(value) && value.length > 0
      ? value.map((each) => words[String(each)] ?? String(each)).join(', ')
      : 'keine';
}

const TABLES: Readonly<Record<string, string>> = {
  unit: 'units',
  tenancy: 'tenancies',
  property: 'properties',
  cost: 'costs',
  device: 'meters',
};

/** What a finding is about, from its name `ESTIMATED_VALUE|unit-000003`. */
function subjectsOf(name: string, nameOf: NameOfRow): string {
  const names = name.split('|').flatMap((each) => {
    const [, kind = '', id] = /(\w+)-0*(\d+)$/.exec(each) ?? [];
    const table = TABLES[kind];
    return table === undefined ? [] : (nameOf(table, Number(id)) ?? []);
  });
  return names.length === 0 ? 'Begründung' : `Begründung (${names.join(', ')})`;
}

const SETTINGS: Readonly<Record<string, StoredSetting>> = {
  office: {
    title: 'Einstellungen des Büros',
    parts: [
      part('office.name', 'Name des Büros'),
      part('office.addressLines', 'Anschrift', lines),
      part('office.phone', 'Telefon'),
      part('office.email', 'E-Mail'),
      part('security.idleLockMinutes', 'Sperre nach Minuten'),
      part('retention.readingYears', 'Ablesungen aufbewahren (Jahre)'),
      part('retention.billYears', 'Abrechnungen aufbewahren (Jahre)'),
      part('backup.daily', 'Tägliche Sicherung', yesNo),
      part('backup.folder', 'Ordner der Sicherungen'),
      part('entry.enterMovesOn', 'Eingabetaste springt ins nächste Feld', yesNo),
      part('billing.fourEyes', 'Vier-Augen-Prinzip', yesNo),
    ],
  },
  rights: {
    title: 'Rechte',
    parts: [
      part('*', (staffId, nameOf) => `Rechte von ${nameOf('staff', staffId) ?? 'niemand'}`, listOf(RIGHTS)),
    ],
  },
  setup: { title: 'Einrichtung', parts: [part('', 'Noch offen', listOf(SETUP_STEPS))] },
  demo: { title: 'Demo', parts: [part('', 'Erfundene Daten', yesNo)] },
  demoOpenedOn: { title: 'Demo', parts: [part('', 'Geöffnet am', day)] },
  lastBackup: { title: 'Letzte Sicherung', parts: [part('', 'Stand vom', instant)] },
  'office.movedAt': { title: 'Umzug', parts: [part('', 'Umgezogen am', instant)] },
  lastPull: {
    title: 'Datenabruf',
    isReport: true,
    parts: [
      part(
        'trigger',
        'Begonnen',
        oneOf({ hand: 'von Hand', schedule: 'nach Zeitplan', file: 'mit einer Datei' }),
      ),
      part(
        'outcome',
        'Ergebnis',
        oneOf({ complete: 'vollständig', cancelled: 'abgebrochen', failed: 'fehlgeschlagen' }),
      ),
      part('message', 'Grund'),
      part('bundles', pull.bundles, count),
      part('newTelegrams', pull.newTelegrams, count),
      part('duplicates', pull.duplicates, count),
      part('readings', pull.readings, count),
      part('unknownMeters', pull.unknownMeters, count),
      part(
        'undecodable',
        pull.undecodable,
        eachTold<Undecodable>(({ count: telegrams, message }) => `${formatDecimal(telegrams, 0)} ${message}`),
      ),
      part('quarantined', pull.quarantined, count),
      part('unreadable', pull.unreadable, count),
      part('left', pull.left, count),
      part('cleared', pull.cleared, count),
      part('dropped', pull.dropped, count),
      part(
        'gaps',
        'Lücken',
        eachTold<Gap>(({ gateway, first, last }) =>
          pull.gap(gateway, formatDecimal(first, 0), formatDecimal(last, 0)),
        ),
      ),
      part(
        'problems',
        pull.problems,
        eachTold<Named & { readonly message: string }>(({ name, message }) => `${name}: ${message}`),
      ),
      part('startedAt', 'Begonnen am', instant),
      part('endedAt', 'Beendet am', instant),
    ],
  },
  pullSource: {
    title: 'Zugang für den Datenabruf',
    parts: [
      part('region', 'Region'),
      part('endpoint', 'Endpunkt'),
      part('profile', 'Profil'),
      part('accessKeyId', 'Zugriffsschlüssel'),
      part('sealedSecret', 'Geheimer Schlüssel', unseen),
    ],
  },
  pullSchedule: {
    title: 'Zeitplan des Datenabrufs',
    parts: [
      part('schedule.kind', 'Abruf', oneOf({ off: 'nur von Hand', every: 'regelmäßig', daily: 'täglich' })),
      part('schedule.minutes', 'Alle Minuten'),
      part('schedule.at', 'Uhrzeit'),
      part('since', 'Gilt seit', instant),
    ],
  },
  deliveryProfiles: { title: 'Lieferprofile', parts: [part('', 'Lieferanten', eachTold(nameIn))] },
  silenceLimits: {
    title: 'Fristen für stumme Geräte',
    parts: [part('*', (kind) => `${oneOf(keys.kinds)(kind, () => null)} (Stunden)`)],
  },
  foreignDevices: {
    title: 'Ignorierte Geräte',
    parts: [
      part('*.reason', (device) => `Gerät ${device}`),
      part('*.since', (device) => `Gerät ${device} ignoriert am`, instant),
    ],
  },
  foreignTelegramDays: { title: 'Frist für fremde Telegramme', parts: [part('', 'Tage')] },
};

const ACCEPTED: StoredSetting = {
  title: 'Begründungen der Prüfliste',
  parts: [part('*', subjectsOf)],
};

const VIEWS: StoredSetting = {
  title: 'Gespeicherte Ansichten',
  parts: [part('', 'Ansichten', eachTold(nameIn))],
};

const UNKNOWN: StoredSetting = { title: 'Einstellung', parts: [] };

/** A stored setting in words; names with a suffix, such as that of a period, share theirs. */
export function storedSetting(name: string): StoredSetting {
  if (name.startsWith('acceptedFindings:')) return ACCEPTED;
  if (name.startsWith('views:')) return VIEWS;
  return SETTINGS[name] ?? UNKNOWN;
}

/** How letters reach a person. */
export const DELIVERY: readonly Part[] = [
  part('addressLines', 'Zustellanschrift', lines),
  part('way', 'Zustellweg', oneOf({ post: 'Post', email: 'E-Mail' })),
  part('consents.billsByEmail', 'Abrechnungen per E-Mail erlaubt', yesNo),
  part('consents.informationByEmail', 'Verbrauchsinformationen per E-Mail erlaubt', yesNo),
  part('consents.calls', 'Anrufe erlaubt', yesNo),
];

/** What the window lets staff choose for a billing period. */
export const PERIOD_RULES: readonly Part[] = [
  part('rules.heating.consumptionPercent', 'Heizung nach Verbrauch (%)'),
  part('rules.heating.baseKey', 'Grundkosten nach', oneOf(periods.baseKeys)),
  part('rules.hotWater.consumptionPercent', 'Warmwasser nach Verbrauch (%)'),
  part('plant.kind', 'Anlage', oneOf(periods.plantKinds)),
  part('plant.fuel', 'Energieträger', oneOf(periods.fuels)),
  part('separation.method', 'Warmwasser getrennt', oneOf(periods.hotWaterMethods)),
  part('separation.temperatureC', 'Temperatur des Warmwassers (°C)'),
  part('separation.why', 'Nicht gemessen, weil', oneOf(periods.notMeasuredReasons)),
];
