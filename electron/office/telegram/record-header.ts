/** The bytes in front of every value, DIF DIFE* VIF VIFE*, and what they say (EN 13757-3 §§ 6.3 and 6.4). */
import { byteAt, toHex } from './bytes.ts';
import { isReservedCode, valueCode, type BaseUnit, type CodeTable, type ValueKind } from './value-codes.ts';

export type ValueFunction = 'instantaneous' | 'maximum' | 'minimum' | 'error';

/** `registers` and `forward` run from the base value onwards, `inverse` back from it (annex F). */
export type ProfileKind = 'forward' | 'registers' | 'inverse';

/**
 * A record's header. Headers repeat in every telegram of a fleet, so each different one is read once and then
 * shared: treat it as a constant.
 */
export interface RecordHeader {
  /** Header bytes as hexadecimal text. */
  readonly hex: string;
  readonly length: number;
  /** Low nibble of the DIF: how long the value is and how it is coded. */
  readonly dataField: number;
  readonly function: ValueFunction;
  readonly storage: number;
  readonly tariff: number;
  readonly subunit: number;
  readonly quantity: string;
  readonly unit: BaseUnit;
  readonly exponent: number;
  readonly kind: ValueKind;
  /** What the VIFEs add, as `3C`, `mfr:07` or `compact_profile`; factors are part of the exponent instead. */
  readonly modifiers: readonly string[];
  /** False when a VIFE makes this another register than its quantity says: backward flow, a rate, a limit. */
  readonly isUnmodified: boolean;
  readonly profile: ProfileKind | null;
  /** True when the meter says that it could not deliver a value (VIFE 01 to 1C). */
  readonly hasRecordError: boolean;
  /** True when no known meter would send this: what a wrong key yields. */
  readonly isImplausible: boolean;
  /** True when the length byte in front of the data counts plain bytes, whatever its value. */
  readonly hasRawLength: boolean;
}

const EXTENSION = 0x80;
const MAX_EXTENSIONS = 10;
/** Only data of variable length can hold a profile. */
const VARIABLE_LENGTH_FIELD = 13;
const PLAIN_TEXT_UNIT = 0x7c;
const ANY_MANUFACTURER_CODE = 0x7f;
const FUNCTIONS: readonly ValueFunction[] = ['instantaneous', 'maximum', 'minimum', 'error'];
/** More storage extensions than any meter needs: a sign of random bytes. */
const PLAUSIBLE_DIFES = 4;
/** A header that packs into one exact number can be found without building text. */
const PACKABLE_LENGTH = 6;
const MAX_REMEMBERED = 5_000;

const remembered = new Map<number, RecordHeader>();

/** The position behind a chain of bytes that starts at `index`; -1 when it is cut off or too long. */
function endOfChain(bytes: Uint8Array, index: number, end: number): number {
  let at = index;
  while (at < end && byteAt(bytes, at) & EXTENSION) at++;
  return at < end && at - index <= MAX_EXTENSIONS ? at + 1 : -1;
}

function findHeaderEnd(bytes: Uint8Array, index: number, end: number): number {
  const vifAt = endOfChain(bytes, index, end);
  if (vifAt < 0) return -1;
  const vif = byteAt(bytes, vifAt);
  if ((vif & 0x7f) !== PLAIN_TEXT_UNIT) return endOfChain(bytes, vifAt, end);
  const textEnd = vifAt + 2 + byteAt(bytes, vifAt + 1);
  if (vif & EXTENSION) return endOfChain(bytes, textEnd, end);
  return textEnd <= end ? textEnd : -1;
}

/** Reads the header at `index`; null when it runs beyond `end` or breaks the standard's limits. */
export function readRecordHeader(bytes: Uint8Array, index: number, end: number): RecordHeader | null {
  const headerEnd = findHeaderEnd(bytes, index, end);
  if (headerEnd < 0) return null;
  const length = headerEnd - index;
  if (length > PACKABLE_LENGTH) return parseHeader(bytes, index, headerEnd);

  let packed = length;
  for (let at = index; at < headerEnd; at++) packed = packed * 256 + byteAt(bytes, at);
  const known = remembered.get(packed);
  if (known !== undefined) return known;
  const header = parseHeader(bytes, index, headerEnd);
  if (remembered.size >= MAX_REMEMBERED) remembered.clear();
  remembered.set(packed, header);
  return header;
}

function parseHeader(bytes: Uint8Array, index: number, end: number): RecordHeader {
  const dif = byteAt(bytes, index);
  let storage = (dif >> 6) & 1;
  let tariff = 0;
  let subunit = 0;
  let at = index;
  for (let extension = 0; byteAt(bytes, at++) & EXTENSION; extension++) {
    const dife = byteAt(bytes, at);
    storage += (dife & 15) * 2 ** (1 + 4 * extension);
    tariff += ((dife >> 4) & 3) * 4 ** extension;
    subunit += ((dife >> 6) & 1) * 2 ** extension;
  }
  const difes = at - index - 1;
  const meaning = parseValueInformation(bytes, at, end);
  const dataField = dif & 15;
  return {
    hex: toHex(bytes, index, end),
    length: end - index,
    dataField,
    function: FUNCTIONS[(dif >> 4) & 3] ?? 'instantaneous',
    storage,
    tariff,
    subunit,
    ...meaning,
    profile: dataField === VARIABLE_LENGTH_FIELD ? meaning.profile : null,
    isImplausible: meaning.isImplausible || difes > PLAUSIBLE_DIFES || dataField === 8,
  };
}

type Meaning = Pick<
  RecordHeader,
  | 'quantity'
  | 'unit'
  | 'exponent'
  | 'kind'
  | 'modifiers'
  | 'isUnmodified'
  | 'profile'
  | 'hasRecordError'
  | 'isImplausible'
  | 'hasRawLength'
>;

function parseValueInformation(bytes: Uint8Array, index: number, end: number): Meaning {
  const vif = byteAt(bytes, index);
  if ((vif & 0x7f) === PLAIN_TEXT_UNIT) {
    const textEnd = index + 2 + byteAt(bytes, index + 1);
    const text = bytes.subarray(index + 2, textEnd).toReversed();
    const meaning = applyExtensions(bytes, textEnd, end, {
      quantity: 'plain_text',
      unit: '',
      exponent: 0,
      kind: 'number',
    });
    const isPrintable = text.every((byte) => byte >= 0x20 && byte < 0x7f);
    return { ...meaning, isImplausible: meaning.isImplausible || !isPrintable };
  }
  const from = tableOf(vif);
  const codeAt = from === 0 ? index : index + 1;
  const code = byteAt(bytes, codeAt) & 0x7f;
  const meaning = applyExtensions(bytes, codeAt + 1, end, valueCode(from, code), vif === 0xff);
  return { ...meaning, isImplausible: meaning.isImplausible || isReservedCode(from, code) };
}

function tableOf(vif: number): CodeTable {
  return vif === 0xfb || vif === 0xfd || vif === 0xef ? vif : 0;
}

/** What one VIFE does to the value (table 15); anything without an effect is only named. */
const PROFILE_NAMES: ReadonlyMap<number, readonly [ProfileKind, string]> = new Map([
  [0x13, ['inverse', 'inverse_compact_profile']],
  [0x1e, ['registers', 'compact_profile_reg']],
  [0x1f, ['forward', 'compact_profile']],
]);
/** "No error" and "conforms to the standard" say nothing about the value. */
const HARMLESS_EXTENSIONS: ReadonlySet<string> = new Set(['00', '1D']);
const LAST_RECORD_ERROR = 0x1c;
const SECOND_EXTENSION = 0x7c;
const FACTOR_THOUSAND = 0x7d;

function applyExtensions(
  bytes: Uint8Array,
  index: number,
  end: number,
  code: { quantity: string; unit: BaseUnit; exponent: number; kind: ValueKind },
  isManufacturers = false,
): Meaning {
  const modifiers: string[] = [];
  let exponent = code.exponent;
  let profile: ProfileKind | null = null;
  let hasRecordError = false;
  let followsManufacturer = isManufacturers;
  for (let at = index; at < end; at++) {
    const vife = byteAt(bytes, at) & 0x7f;
    const name = toHex(Uint8Array.of(vife));
    const profileName = PROFILE_NAMES.get(vife);
    if (followsManufacturer) modifiers.push(`mfr:${name}`);
    else if (vife === ANY_MANUFACTURER_CODE) {
      modifiers.push('mfr');
      followsManufacturer = true;
    } else if (profileName !== undefined) {
      profile = profileName[0];
      modifiers.push(profileName[1]);
    } else if (vife === SECOND_EXTENSION && at + 1 < end) {
      modifiers.push(`FC${toHex(Uint8Array.of(byteAt(bytes, ++at) & 0x7f))}`);
    } else if (vife >= 0x70 && vife <= 0x77) exponent += vife - 0x70 - 6;
    else if (vife === FACTOR_THOUSAND) exponent += 3;
    else {
      hasRecordError ||= vife > 0 && vife <= LAST_RECORD_ERROR;
      modifiers.push(name);
    }
  }
  return {
    quantity: code.quantity,
    unit: code.unit,
    exponent,
    kind: code.kind,
    modifiers,
    isUnmodified: modifiers.every((modifier) => HARMLESS_EXTENSIONS.has(modifier)),
    profile,
    hasRecordError,
    isImplausible: false,
    hasRawLength: profile !== null || isManufacturers,
  };
}
