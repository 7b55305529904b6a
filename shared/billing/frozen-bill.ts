/** A bill as it is frozen: its inputs, its result with the trace and the engine's version in one text with one hash. */
import { canonicalJson } from '../model/canonical-json.ts';
import type { Bill } from './bill.ts';
import type { BillingCase } from './billing-case.ts';
import { billDocument } from './result-document.ts';

/** SHA-256 of a text's UTF-8 bytes as 64 hexadecimal digits; the caller brings it, for shared code knows no platform. */
export type Sha256 = (text: string) => string;

/** What a final bill keeps for ever. */
export interface FrozenBill {
  /** Canonical JSON of `{case, engine, result}`: the same bytes for the same bill on every machine. */
  readonly text: string;
  readonly sha256: string;
  /** Short enough to be read out on the telephone, such as `7F3A-91C2`; printed on every document of the bill. */
  readonly checkNumber: string;
}

const HASH = /^[0-9a-f]{64}$/i;

/** The first eight digits of a SHA-256 in two groups. Throws a RangeError for anything but 64 hexadecimal digits. */
export function checkNumberOf(sha256: string): string {
  if (!HASH.test(sha256)) throw new RangeError('a SHA-256 has 64 hexadecimal digits');
  const digits = sha256.slice(0, 8).toUpperCase();
  return `${digits.slice(0, 4)}-${digits.slice(4)}`;
}

/** Freezes a bill together with the case it was computed from. */
export function freezeBill(given: BillingCase, bill: Bill, hash: Sha256): FrozenBill {
  const text = canonicalJson({ case: given, engine: bill.engine, result: billDocument(bill) });
  const sha256 = hash(text);
  return { text, sha256, checkNumber: checkNumberOf(sha256) };
}
