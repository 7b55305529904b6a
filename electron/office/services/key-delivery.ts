/** A delivery file between its choice and its import: held in memory alone, and wiped when it is over or the office locks. */
import { createHash, randomUUID } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from '#shared/contract/handler.ts';
import type { DeliveryColumn, DeliveryPreview, DeliveryRow } from '#shared/contract/keys.ts';
import { fail, succeed, type Failure, type Result } from '#shared/model/result.ts';
import {
  readDeliveryTable,
  recognizeDelivery,
  type LockedDelivery,
  type OpenDelivery,
} from '../exchange/delivery-file.ts';
import { deliveryFailure, MOST_FILE_BYTES, type TableRow } from '../exchange/delivery-table.ts';
import { recognizeColumns, type KeyTable } from '../exchange/key-columns.ts';
import { decryptKem } from '../exchange/kem-file.ts';
import { isTableDamaged, readKeyRows } from '../exchange/key-rows.ts';
import { mayHoldKey } from '../exchange/key-text.ts';
import { judgeKeys, type JudgedKey, type KeyHoldings } from './judge-keys.ts';

const COVERED = '••••••••';

export class KeyDelivery {
  readonly token = randomUUID();
  readonly fileName: string;
  readonly sha256: string;
  #file: OpenDelivery | LockedDelivery;
  #table: KeyTable | null = null;
  #judged: readonly JudgedKey[] = [];

  private constructor(fileName: string, sha256: string, file: OpenDelivery | LockedDelivery) {
    this.fileName = fileName;
    this.sha256 = sha256;
    this.#file = file;
  }

  /** Reads a file and recognises what it is. */
  static async open(file: string): Promise<Result<KeyDelivery, Failure>> {
    const read = await readWhole(file);
    if (!read.ok) return read;
    const bytes = read.value;
    const found = recognizeDelivery(bytes);
    if (!found.ok) {
      bytes.fill(0);
      return found;
    }
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    return succeed(new KeyDelivery(path.basename(file), sha256, found.value));
  }

  get isLocked(): boolean {
    return this.#file.format === 'lockedKamstrup';
  }

  /** The judged rows as they were last previewed. */
  get judged(): readonly JudgedKey[] {
    return this.#judged;
  }

  get titles(): readonly string[] {
    return this.#table?.titles ?? [];
  }

  get columns(): readonly DeliveryColumn[] {
    return this.#table?.columns ?? [];
  }

  /** Opens a KEM file; a file that is open already stays so. */
  unlock(password: string): Result<void, Failure> {
    if (this.#file.format !== 'lockedKamstrup') return succeed(undefined);
    const opened = decryptKem(this.#file.cipher, password);
    if (!opened.ok) return opened;
    this.#file = { format: 'kamstrup', bytes: opened.value };
    return succeed(undefined);
  }

  /**
   * Reads and judges the rows, with columns as given, as a profile says for these titles, or as guessed.
   * `DAMAGED_BY_EXCEL` stops the whole file: what it lost cannot be told from what is right.
   */
  async read(
    holdings: KeyHoldings,
    columnsFor: (titles: readonly string[]) => readonly DeliveryColumn[] | null,
  ): Promise<Result<void, Failure>> {
    const table = await this.#readTable(columnsFor);
    if (!table.ok) return table;
    this.#wipeRows();
    this.#table = table.value;
    this.#judged = judgeKeys(readKeyRows(table.value), holdings);
    return succeed(undefined);
  }

  async #readTable(
    columnsFor: (titles: readonly string[]) => readonly DeliveryColumn[] | null,
  ): Promise<Result<KeyTable, Failure>> {
    if (this.#file.format === 'lockedKamstrup') return fail(deliveryFailure('PASSWORD_WRONG'));
    const rows = await readDeliveryTable(this.#file);
    if (!rows.ok) return rows;
    const guessed = recognizeColumns(rows.value);
    const chosen = columnsFor(guessed.titles);
    const table = chosen?.length === guessed.columns.length ? { ...guessed, columns: chosen } : guessed;
    if (isTableDamaged(table)) return fail(deliveryFailure('DAMAGED_BY_EXCEL'));
    return table.rows.length === 0 || (chosen === null && !table.columns.includes('key'))
      ? fail(deliveryFailure('NO_KEYS'))
      : succeed(table);
  }

  preview(profile: string | null): Readable<DeliveryPreview> {
    const { format } = this.#file;
    return {
      state: 'preview',
      token: this.token,
      fileName: this.fileName,
      format: format === 'lockedKamstrup' ? 'kamstrup' : format,
      columns: this.columns,
      titles: this.titles,
      profile,
      rows: this.#judged.map((_, entry) => this.shown(entry)),
    };
  }

  /** A row as the window may see it: nothing that could be a key. */
  shown(entry: number): Readable<DeliveryRow> {
    const judged = this.#judged[entry];
    if (judged === undefined) throw new RangeError('the delivery has no such row');
    const { row, manufacturer, serial, verdict, proof, remarks } = judged;
    const line = this.#table?.rows.find((one) => one.line === row.line);
    return {
      entry,
      line: row.line,
      manufacturer,
      serial,
      label: mayHoldKey(row.label) ? COVERED : row.label,
      verdict,
      proof,
      remarks,
      cells: this.#cover(line),
    };
  }

  #cover(row: TableRow | undefined): string[] {
    return this.columns.map((kind, at) => {
      const text = row?.cells[at] ?? '';
      return text !== '' && (kind === 'key' || mayHoldKey(text)) ? COVERED : text;
    });
  }

  #wipeRows(): void {
    for (const { row } of this.#judged) row.key?.fill(0);
    this.#judged = [];
  }

  /** Zeros over the file and every key read of it. */
  wipe(): void {
    this.#wipeRows();
    this.#table = null;
    if (this.#file.format === 'lockedKamstrup') this.#file.cipher.fill(0);
    else this.#file.bytes.fill(0);
  }
}

async function readWhole(file: string): Promise<Result<Buffer, Failure>> {
  try {
    if ((await stat(file)).size > MOST_FILE_BYTES) return fail(deliveryFailure('FILE_TOO_LARGE'));
    return succeed(await readFile(file));
  } catch {
    return fail({
      code: 'FILE_NOT_READABLE',
      message: `Die Datei ${path.basename(file)} lässt sich nicht lesen. Bitte prüfen Sie, ob sie noch da ist.`,
    });
  }
}
