/** Finds out what a payload is and reads its telegrams. Whatever comes in, the outcome is one of those declared. */
import { fail, succeed, type Result } from '#shared/model/result.ts';
import { boundedGunzip, isGzip } from './bounded-gunzip.ts';
import type {
  BundleContent,
  BundleFailure,
  BundleFormat,
  BundleFormatName,
} from './formats/bundle-format.ts';
import { csv } from './formats/csv.ts';
import { DECODED_REPORT, isDecodedReport } from './formats/decoded-report.ts';
import { elvaco4001 } from './formats/elvaco-4001.ts';
import { esphomeJson } from './formats/esphome-json.ts';
import { hexLines } from './formats/hex-lines.ts';
import { rtlWmbus } from './formats/rtl-wmbus.ts';
import { telegramLog } from './formats/telegram-log.ts';
import { wmbusBundle } from './formats/wmbus-bundle.ts';

/** A payload that was understood. */
export interface ParsedBundle extends BundleContent {
  readonly format: BundleFormatName;
}

/** The most that is read as one bundle, packed or unpacked: a year's log of a busy stick fits. */
export const MAX_BUNDLE_BYTES = 64 * 1024 * 1024;

const KEY_BYTES = 16;

/** In the order of their asking: the surest sign first. */
const FORMATS: readonly BundleFormat[] = [
  wmbusBundle,
  esphomeJson,
  telegramLog,
  rtlWmbus,
  elvaco4001,
  csv,
  hexLines,
];

const TOO_LARGE: BundleFailure = {
  code: 'TOO_LARGE',
  message: 'Das Bündel ist größer als 64 MB und wurde nicht gelesen. Bitte teilen Sie die Datei auf.',
};

/**
 * Reads a payload in any known format, gzip or plain. `arrivedAt` dates telegrams whose row carries no time.
 * Fails with `UNKNOWN_FORMAT`, `DECODED_ONLY` (values without telegrams), `DAMAGED`, `PERHAPS_KEYS` or `TOO_LARGE`.
 */
export function parseBundle(payload: Uint8Array, arrivedAt: Date): Result<ParsedBundle, BundleFailure> {
  if (payload.byteLength > MAX_BUNDLE_BYTES) return fail(TOO_LARGE);
  const plain = isGzip(payload) ? boundedGunzip(payload, MAX_BUNDLE_BYTES) : succeed(payload);
  if (!plain.ok) return fail(plain.error === 'TOO_LARGE' ? TOO_LARGE : DAMAGED_GZIP);
  const text = new TextDecoder().decode(plain.value).trimStart();
  const format = FORMATS.find((candidate) => candidate.recognises(text));
  if (format === undefined) return isDecodedReport(text) ? DECODED_REPORT : fail(UNKNOWN_FORMAT);
  const content = format.read(text, arrivedAt);
  if (!content.ok) return content;
  const holdsOnlyGarbage = content.value.telegrams.length === 0 && content.value.skippedRows > 0;
  if (holdsOnlyGarbage) return fail(NO_TELEGRAM);
  return mayBeKeys(content.value) ? fail(PERHAPS_KEYS) : succeed({ ...content.value, format: format.name });
}

/** A list of keys reads as telegrams of 16 bytes; telegrams are stored as they came, and keys never may be. */
function mayBeKeys({ gateway, telegrams }: BundleContent): boolean {
  const ofKeyLength = telegrams.filter(({ bytes }) => bytes.length === KEY_BYTES).length;
  return gateway === null && ofKeyLength > 0 && telegrams.length <= 2 * ofKeyLength;
}

const PERHAPS_KEYS: BundleFailure = {
  code: 'PERHAPS_KEYS',
  message:
    'Die Zeilen haben die Länge von Schlüsseln und nicht die von Telegrammen; nichts davon wurde gespeichert. Bitte lesen Sie Schlüssel unter „Schlüssel“ als Lieferdatei ein.',
};

const NO_TELEGRAM: BundleFailure = {
  code: 'DAMAGED',
  message:
    'Keine Zeile enthält ein vollständiges Telegramm. Der Inhalt bleibt unverändert liegen. Bitte prüfen Sie die Quelle.',
};

const DAMAGED_GZIP: BundleFailure = {
  code: 'DAMAGED',
  message:
    'Das Bündel ist gepackt (gzip) und beschädigt. Es bleibt unverändert liegen. Bitte prüfen Sie das Gateway.',
};

const UNKNOWN_FORMAT: BundleFailure = {
  code: 'UNKNOWN_FORMAT',
  message:
    'Der Inhalt hat kein bekanntes Format. Er bleibt unverändert liegen. Bitte prüfen Sie, in welchem Format das Gateway oder die Datei Telegramme ausgibt.',
};
