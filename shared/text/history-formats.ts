/** How the values the audit recorded are written in German. */
import type { Cents } from '../model/money.ts';
import { parsePlainDate } from '../model/plain-date.ts';
import { formatDate, formatEuros } from './format.ts';

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
