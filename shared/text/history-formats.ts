/** How the values the audit recorded are written in German. */
import type { Cents } from '../model/money.ts';
import { parsePlainDate } from '../model/plain-date.ts';
import { rational } from '../model/rational.ts';
import { formatDate, formatDecimal, formatEuros, formatShortDecimal } from './format.ts';

/** The name of a row another one refers to; null when it is gone. */
export type NameOfRow = (table: string, id: number | string) => string | null;

/** Writes a value that is not empty. */
export type Format = (value: unknown, nameOf: NameOfRow) => string;

export const plain: Format = (value) => String(value);
/** For columns that only serve the store: nobody reads them. */
export const internal: Format = () => '';
export const day: Format = (value) => {
  const date = parsePlainDate(String(value));
  return date === null ? String(value) : formatDate(date);
};
export const dayOfYear: Format = (value) => String(value).replace(/^(\d\d)-(\d\d)$/, '$2.$1.');
export const instant: Format = (value) => day(String(value).slice(0, 10), () => null);
export const euros: Format = (value) => formatEuros(value as Cents);
export const decimal: Format = (value) => String(value).replace('.', ',');
export const count: Format = (value) => formatDecimal(Number(value), 0);
/** A register as the store notes it: `116090e-3` is 116,09. */
export const register: Format = (value) => {
  const [, mantissa, exponent] = /^(-?\d+)e(-?\d+)$/.exec(String(value)) ?? [];
  if (mantissa === undefined || exponent === undefined) return String(value);
  const scale = 10n ** BigInt(exponent.replace('-', ''));
  const whole = exponent.startsWith('-')
    ? rational(BigInt(mantissa), scale)
    : rational(BigInt(mantissa) * scale);
  return formatShortDecimal(whole, 0, Math.abs(Number(exponent)));
};
/** What a list holds, one after the other, each told by some of what it knows of it. */
export const eachTold =
  <Item>(tell: (item: Item) => string): Format =>
  (value) =>
    Array.isArray(value) ? (value as Item[]).map(tell).join('; ') : String(value);
export const squareMetres: Format = (value, nameOf) => `${decimal(value, nameOf)} m²`;
export const yesNo: Format = (value) => (value === 1 || value === true ? 'ja' : 'nein');
export const lines: Format = (value) => {
  const list: unknown = typeof value === 'string' ? JSON.parse(value) : value;
  return Array.isArray(list) ? list.join(', ') : String(list);
};
export const unseen: Format = () => 'nicht angezeigt';
export const oneOf =
  (words: Readonly<Record<string, string>>): Format =>
  (value) =>
    words[String(value)] ?? String(value);
export const DISPATCH_WAYS = {
  post: 'mit der Post',
  email: 'per E-Mail',
  landlord: 'über den Vermieter',
  inPerson: 'persönlich übergeben',
};
export const staffMember: Format = (value, nameOf) => nameOf('staff', String(value)) ?? 'Stichtag';
export const rowOf =
  (table: string): Format =>
  (value, nameOf) =>
    nameOf(table, Number(value)) ?? `Nr. ${String(value)}`;
/** A meter or gateway as messages name it: `meter:12`, `gateway:muc-4f0a01`. */
export const deviceNamed: Format = (value, nameOf) => {
  const [kind = '', name = ''] = String(value).split(':');
  return kind === 'meter' ? (nameOf('meters', Number(name)) ?? `Nr. ${name}`) : name;
};
