/** The demo's last page: the table of all users, the proof of the cents and of the secrecy, times, where things are. */
import path from 'node:path';
import type { Bill, ReductionRight, UserLine } from '#shared/billing/bill.ts';
import type { BillingCase } from '#shared/billing/billing-case.ts';
import { rightOf } from '#shared/billing/reductions.ts';
import { sumCents, type Cents } from '#shared/model/money.ts';
import { formatDate, formatEuros, formatPlainEuros } from '#shared/text/format.ts';
import type { PullSheet } from '../services/pull-bundles.ts';
import { parseBundle } from '../mailbox/parse-bundle.ts';
import type { CapturedPublish } from './iot-core/message-hub.ts';
import type { DemoOptions } from './options.ts';
import type { DemoProperty } from './property.ts';
import {
  countExposed,
  countReadableWithoutKey,
  filesBelow,
  spellingsOfKey,
  spellingsOfName,
  type Secret,
} from './secrecy.ts';
import { textTable, type Column, type Output, type StageTime } from './terminal.ts';

export interface DemoReport {
  readonly options: DemoOptions;
  readonly house: DemoProperty;
  readonly billingCase: BillingCase;
  readonly bill: Bill;
  readonly documents: readonly string[];
  readonly pulled: PullSheet;
  readonly wire: readonly CapturedPublish[];
  readonly times: readonly StageTime[];
}

/** Amounts in euros. */
const COLUMNS: readonly Column[] = [
  { heading: 'Nutzeinheit', figures: false },
  { heading: 'Nutzer', figures: false },
  { heading: 'Heizung', figures: true },
  { heading: 'Warmwasser', figures: true },
  { heading: 'CO2-Entlastung', figures: true },
  { heading: 'Gesamt', figures: true },
  { heading: 'Gezahlt', figures: true },
  { heading: 'Saldo', figures: true },
];

/** Enough secrets to be sure, few enough to be quick in a large house. */
const SECRETS_SOUGHT = 600;

export function printResult(output: Output, report: DemoReport): void {
  output.write(`\n${usersTable(report)}\n`);
  output.write(`${riskOf(report.bill)}\n`);
  output.write(`${proofOf(report.bill)}\n`);
  output.write(`${secrecyOf(report)}\n`);
  output.write(`${timesOf(report.times)}\n`);
  output.write(`${whereabouts(report)}\n`);
}

function usersTable({ bill, billingCase }: DemoReport): string {
  const rows = bill.users.map((user) => [
    billingCase.units.find((unit) => unit.id === user.unit)?.label ?? '',
    nameOf(user, billingCase),
    ...amounts(
      sumCents([user.heating.base, user.heating.consumption]),
      sumCents([user.hotWater.base, user.hotWater.consumption]),
      user.co2.relief,
      user.total,
      user.prepaid,
      user.balance,
    ),
  ]);
  const total = (pick: (user: UserLine) => Cents): Cents => sumCents(bill.users.map(pick));
  const sums = amounts(
    total((user) => sumCents([user.heating.base, user.heating.consumption])),
    total((user) => sumCents([user.hotWater.base, user.hotWater.consumption])),
    total((user) => user.co2.relief),
    total((user) => user.total),
    total((user) => user.prepaid),
    total((user) => user.balance),
  );
  return textTable(COLUMNS, [...rows, ['Summe in Euro', '', ...sums]], 1);
}

/** The user's name, with his first or last day where he did not stay the whole period. */
function nameOf(user: UserLine, { tenancies, property, period }: BillingCase): string {
  const name =
    user.kind === 'vacancy'
      ? `Leerstand (${property.landlord.name})`
      : (tenancies.find((tenancy) => tenancy.id === user.id)?.tenant.name ?? '');
  if (user.from > period.from) return `${name}, ab ${formatDate(user.from)}`;
  return user.to < period.to ? `${name}, bis ${formatDate(user.to)}` : name;
}

function amounts(...cents: readonly Cents[]): string[] {
  return cents.map((amount) => formatPlainEuros(amount));
}

const RIGHTS: readonly ReductionRight[] = ['R15', 'R3_remote', 'R3_info', 'R3_co2'];

function riskOf({ risk }: Bill): string {
  const rights = RIGHTS.map((right) => {
    const { percent, norm } = rightOf(right);
    const lines = risk.lines.filter((line) => line.right === right);
    const sum = formatEuros(sumCents(lines.map((line) => line.amount)));
    const extent = lines.length === 0 ? 'nicht ausgelöst' : `${lines.length} Nutzer, zusammen ${sum}`;
    return `  ${String(percent).padStart(2)} % nach ${norm.padEnd(30)} ${extent}`;
  });
  return ['Kürzungsrechte (nie abgezogen; je Mieter auf dem internen Risikoblatt)', ...rights, ''].join('\n');
}

function proofOf({ proof }: Bill): string {
  const lines = [
    ['Rechnungen des Zeitraums', proof.invoices],
    ['Abrechnungen der Nutzer', proof.users],
    ['Leerstand beim Vermieter', proof.vacancies],
    ['CO2-Anteil des Vermieters', proof.landlordCo2],
    ['Differenz', proof.difference],
  ] as const;
  const width = Math.max(...lines.map(([label]) => label.length));
  const verdict =
    proof.difference === 0
      ? 'Auf den Cent geschlossen.'
      : 'Die Summen schließen nicht: bitte nicht versenden.';
  return [
    'Probe',
    ...lines.map(([label, cents]) => `  ${label.padEnd(width)}  ${formatEuros(cents).padStart(14)}`),
    `  ${verdict}`,
    '',
  ].join('\n');
}

function secrecyOf({ options, house, pulled, wire }: DemoReport): string {
  const bundles = wire.filter(({ topic }) => topic.includes('/b/'));
  const telegrams = bundles.flatMap(({ payload }) => telegramsIn(payload));
  const secrets = secretsOf(house);
  const readable = countReadableWithoutKey(telegrams);
  const onWire = countExposed(
    wire.map(({ payload }) => Buffer.from(payload)),
    secrets,
  );
  const onDisk = countExposed(filesBelow(path.join(options.folder, 'daten')), secrets);
  return [
    'Vertraulichkeit',
    `  Über die Leitung gingen ${bundles.length} Bündel mit ${telegrams.length} Telegrammen; ${pulled.stored} Bündel sind gespeichert.`,
    `  Ohne Schlüssel lesbar: ${readable} Telegramme.`,
    `  ${secrets.length} Schreibweisen von Schlüsseln und Namen gesucht: ${onWire} auf der Leitung, ${onDisk} im Speicher gefunden.`,
    '',
  ].join('\n');
}

function telegramsIn(payload: Uint8Array): Uint8Array[] {
  const parsed = parseBundle(payload, new Date(0));
  return parsed.ok ? parsed.value.telegrams.map(({ bytes }) => bytes) : [];
}

function secretsOf(house: DemoProperty): Secret[] {
  const keys = [house.hotWaterHeatMeter, ...house.units.flatMap((unit) => unit.meters)].flatMap(
    ({ radio }) => (radio === null ? [] : spellingsOfKey(radio.key)),
  );
  const names = [house.landlord, ...house.tenancies.map((tenancy) => tenancy.tenant)].flatMap(({ name }) =>
    spellingsOfName(name),
  );
  return [...names.slice(0, SECRETS_SOUGHT / 2), ...keys.slice(0, SECRETS_SOUGHT / 2)];
}

function timesOf(times: readonly StageTime[]): string {
  const total = times.reduce((sum, { seconds }) => sum + seconds, 0);
  const slowest = times.toSorted((a, b) => b.seconds - a.seconds)[0];
  const share = slowest === undefined ? '' : `, am längsten: ${slowest.name}`;
  return `Dauer ${total.toFixed(1).replace('.', ',')} s${share}.`;
}

function whereabouts({ options, documents }: DemoReport): string {
  const first = documents[0] ?? '';
  const at = (name: string): string => path.join(options.folder, name);
  return [
    `PDFs          ${at('abrechnungen')} (${documents.length}, zum Beispiel ${first})`,
    `Fall          ${at('fall.json')}  →  npm run --silent stichtag -- bill ${path.relative('.', at('fall.json'))}`,
    `Leitung       ${at('leitung')}`,
    `Speicher      ${at('daten')}`,
    '',
  ].join('\n');
}
