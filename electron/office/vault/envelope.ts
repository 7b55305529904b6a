/**
 * Envelopes for the crown jewels: each plaintext under a random key of its own (DEK), that key wrapped by the vault,
 * and both bound to one place in the database. Moved to another row, column or version, an envelope stays shut.
 */
import { KEY_BYTES, SEAL_OVERHEAD_BYTES, associatedData, decrypt, encrypt } from './authenticated-cipher.ts';
import { wipe, type RandomSource } from './secret-bytes.ts';

/** Where an envelope lies. `version` counts the contents a column has had. */
export interface EnvelopePlace {
  readonly table: string;
  readonly row: number;
  readonly column: string;
  readonly version: number;
}

/** The vault's key for wrapping, and the generation of the master key it grew from. */
export interface EnvelopeKey {
  readonly key: Buffer;
  readonly generation: number;
}

/** `version (1) ‖ generation (4) ‖ wrapped DEK (60) ‖ sealed content`. */
const FORMAT_VERSION = 1;
const HEADER_BYTES = 5;
const WRAPPED_DEK_BYTES = KEY_BYTES + SEAL_OVERHEAD_BYTES;
const CONTENT_START = HEADER_BYTES + WRAPPED_DEK_BYTES;

function bind(part: 'dek' | 'content', place: EnvelopePlace): Buffer {
  return associatedData(part, FORMAT_VERSION, place.table, place.row, place.column, place.version);
}

function headerOf(generation: number): Buffer {
  const header = Buffer.alloc(HEADER_BYTES);
  header.writeUInt8(FORMAT_VERSION, 0);
  header.writeUInt32BE(generation, 1);
  return header;
}

function unwrapDek(wrapping: EnvelopeKey, place: EnvelopePlace, envelope: Buffer): Buffer | null {
  if (envelope.length < CONTENT_START + SEAL_OVERHEAD_BYTES || envelope[0] !== FORMAT_VERSION) return null;
  if (envelope.readUInt32BE(1) !== wrapping.generation) return null;
  return decrypt(wrapping.key, bind('dek', place), envelope.subarray(HEADER_BYTES, CONTENT_START));
}

/** Seals a plaintext for one place under a fresh DEK. */
export function sealEnvelope(
  wrapping: EnvelopeKey,
  place: EnvelopePlace,
  plaintext: Buffer,
  random: RandomSource,
): Buffer {
  const dek = random(KEY_BYTES);
  const envelope = Buffer.concat([
    headerOf(wrapping.generation),
    encrypt(wrapping.key, bind('dek', place), dek, random),
    encrypt(dek, bind('content', place), plaintext, random),
  ]);
  wipe(dek);
  return envelope;
}

/** The plaintext, or null when the envelope is broken, moved or of another generation. */
export function openEnvelope(wrapping: EnvelopeKey, place: EnvelopePlace, envelope: Buffer): Buffer | null {
  const dek = unwrapDek(wrapping, place, envelope);
  if (dek === null) return null;
  const plaintext = decrypt(dek, bind('content', place), envelope.subarray(CONTENT_START));
  wipe(dek);
  return plaintext;
}

/** The same content under the key of another generation; its plaintext is never touched. Null as `openEnvelope`. */
export function rewrapEnvelope(
  from: EnvelopeKey,
  to: EnvelopeKey,
  place: EnvelopePlace,
  envelope: Buffer,
  random: RandomSource,
): Buffer | null {
  const dek = unwrapDek(from, place, envelope);
  if (dek === null) return null;
  const rewrapped = Buffer.concat([
    headerOf(to.generation),
    encrypt(to.key, bind('dek', place), dek, random),
    envelope.subarray(CONTENT_START),
  ]);
  wipe(dek);
  return rewrapped;
}
