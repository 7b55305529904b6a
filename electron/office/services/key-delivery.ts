/** A delivery file between its choice and its import: held in memory alone, and wiped when it is over or the office locks. */
import { createHash, randomUUID } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from '#shared/contract/handler.ts';
import type {
  DeliveryColumn,
  DeliveryDefaults,
  DeliveryPreview,
  DeliveryRow,
} from '#shared/contract/keys.ts';
import type { PlainDate } from '#shared/model/plain-date.ts';
import { fail, succeed, type Failure, type Result } from '#shared/model/result.ts';
import {
  readDeliveryTable,
  recognizeDelivery,
  type LockedDelivery,
  type OpenDelivery,
} from '../exchange/delivery-file.ts';
import { deliveryFailure, MOST_FILE_BYTES, type TableRow } from '../exchange/delivery-table.ts';
import { readDeviceRows } from '../exchange/device-rows.ts';
import { recognizeColumns, type KeyTable } from '../exchange/key-columns.ts';
import { decryptKem } from '../exchange/kem-file.ts';
import { isTableDamaged, readKeyRows } from '../exchange/key-rows.ts';
import { mayHoldKey } from '../exchange/key-text.ts';
import type { Store } from '../store/store.ts';
import { judgeDelivery, type JudgedRow } from './judge-delivery.ts';
import type { KeyHoldings } from './judge-keys.ts';

const COVERED = '••••••••';

export class KeyDelivery {
  readonly token = randomUUID();
  readonly fileName: string;
  readonly sha256: string;
  #file: OpenDelivery | LockedDelivery;
  #table: KeyTable | null = null;
  #lines: ReadonlyMap<number, TableRow> = new Map();
  #judged: readonly JudgedRow[] = [];
  /** What the user said for all devices of the file. */
  #defaults: DeliveryDefaults;

  private constructor(
    fileName: string,
    sha256: string,
    file: OpenDelivery | LockedDelivery,
    defaults: DeliveryDefaults,
  ) {
    this.fileName = fileName;
    this.sha256 = sha256;
    this.#file = file;
    this.#defaults = defaults;
  }

  /** Reads a file and recognises what it is. Devices without a day hang since `today` until somebody says otherwise. */
  static async open(file: string, today: PlainDate): Promise<Result<KeyDelivery, Failure>> {
    const read = await readWhole(file);
    return read.ok ? KeyDelivery.of(path.basename(file), read.value, today) : read;
  }

  /** Recognises content that is here already; it is taken over, or wiped when it is nothing. */
  static of(fileName: string, bytes: Buffer, today: PlainDate): Result<KeyDelivery, Failure> {
    const found = recognizeDelivery(bytes);
    if (!found.ok) {
      bytes.fill(0);
      return found;
    }
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const defaults = { propertyId: null, installedOn: today };
    return succeed(new KeyDelivery(fileName, sha256, found.value, defaults));
  }

  get isLocked(): boolean {
    return this.#file.format === 'lockedKamstrup';
  }

  /** The judged rows as they were last previewed. */
  get judged(): readonly JudgedRow[] {
    return this.#judged;
  }

  get titles(): readonly string[] {
    return this.#table?.titles ?? [];
  }

  get columns(): readonly DeliveryColumn[] {
    return this.#table?.columns ?? [];
  }

  /** Says something else for the devices that do not say it themselves; holds from the next reading on. */
  assume(defaults: DeliveryDefaults): void {
    this.#defaults = defaults;
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
    store: Store,
    holdings: KeyHoldings,
    today: PlainDate,
    columnsFor: (titles: readonly string[]) => readonly DeliveryColumn[] | null,
  ): Promise<Result<void, Failure>> {
    const table = await this.#readTable(columnsFor);
    if (!table.ok) return table;
    this.#wipeRows();
    this.#table = table.value;
    this.#lines = new Map(table.value.rows.map((row) => [row.line, row]));
    const devices = readDeviceRows(table.value, today);
    const keys = readKeyRows(table.value, new Set(devices.keys()));
    this.#judged = judgeDelivery({ keys, devices }, holdings, store, this.#defaults);
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
    const hasContent = table.columns.includes('key') || table.columns.includes('kind');
    return table.rows.length === 0 || (chosen === null && !hasContent)
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
      defaults: this.#defaults,
      rows: this.#judged.map((_, entry) => this.shown(entry)),
    };
  }

  /** A row as the window may see it: nothing that could be a key. */
  shown(entry: number): Readable<DeliveryRow> {
    const judged = this.#judged[entry];
    if (judged === undefined) throw new RangeError('the delivery has no such row');
    const { key, device, verdict, remarks } = judged;
    const { row, manufacturer, serial, proof } = key;
    return {
      entry,
      line: row.line,
      manufacturer,
      serial,
      label: mayHoldKey(row.label) ? COVERED : row.label,
      verdict,
      proof: row.key === null ? null : proof,
      device: device?.shown ?? null,
      remarks,
      cells: this.#cover(this.#lines.get(row.line)),
    };
  }

  #cover(row: TableRow | undefined): string[] {
    return this.columns.map((kind, at) => {
      const text = row?.cells[at] ?? '';
      return text !== '' && (kind === 'key' || mayHoldKey(text)) ? COVERED : text;
    });
  }

  #wipeRows(): void {
    for (const { key } of this.#judged) key.row.key?.fill(0);
    this.#judged = [];
  }

  /** Zeros over the file and every key read of it. */
  wipe(): void {
    this.#wipeRows();
    this.#table = null;
    this.#lines = new Map();
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
