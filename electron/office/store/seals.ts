/** What the store asks of the open vault: sealing single values, and the key of the audit chain. */
import type { Failure, Result } from '#shared/model/result.ts';

/** The place a sealed value is bound to; moved elsewhere it does not open. */
export interface SealedPlace {
  readonly table: string;
  readonly row: number;
  readonly column: string;
  /** Counts the contents the column has had. */
  readonly version: number;
}

export interface Seals {
  /** Of the master key; audit entries name the one they were sealed under. */
  readonly generation: number;
  readonly auditKey: Buffer;
  /** Audit keys of this and all earlier generations. */
  readonly auditKeys: ReadonlyMap<number, Buffer>;
  sealEnvelope(place: SealedPlace, plaintext: Buffer): Buffer;
  openEnvelope(place: SealedPlace, sealed: Buffer): Result<Buffer, Failure>;
  /** A fresh key for data that becomes unreadable with it. */
  newKey(): Buffer;
  sealUnder(key: Buffer, place: SealedPlace, plaintext: Buffer): Buffer;
  openUnder(key: Buffer, place: SealedPlace, sealed: Buffer): Result<Buffer, Failure>;
}
