/** The GiroCode of a transfer (EPC069-12, version 002): what a banking app reads, and the dark runs of its matrix. */
import { create } from 'qrcode';
import { centsOf } from '#shared/model/money.ts';
import { rational, toDecimal } from '#shared/model/rational.ts';
import type { GiroTransfer } from './model/printed-document.ts';

const MOST_BYTES = 331;
const MOST_NAME = 70;
const MOST_PURPOSE = 140;

/** A horizontal run of dark modules, in modules from the top left. */
export interface DarkRun {
  readonly row: number;
  readonly column: number;
  readonly length: number;
}

export interface GiroMatrix {
  /** Modules a side, without the quiet zone of four that must stay white around it. */
  readonly size: number;
  readonly runs: readonly DarkRun[];
}

/** Cuts by code points, so that none is halved. */
function shorten(text: string, most: number): string {
  return Array.from(text).slice(0, most).join('');
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

/**
 * The text inside the code; null where no code may be printed: nothing to pay, or more than a transfer can carry.
 */
export function giroCodeText(transfer: GiroTransfer): string | null {
  const isPayable = transfer.amount > centsOf(0) && transfer.amount <= centsOf(99_999_999_999);
  if (!isPayable) return null;
  const lines = [
    'BCD',
    '002',
    '1',
    'SCT',
    '',
    shorten(oneLine(transfer.payee), MOST_NAME),
    transfer.iban.replaceAll(/\s/g, ''),
    `EUR${toDecimal(rational(transfer.amount, 100n), 2)}`,
    '',
    '',
    shorten(oneLine(transfer.purpose), MOST_PURPOSE),
  ];
  const text = lines.join('\n');
  return Buffer.byteLength(text) <= MOST_BYTES ? text : null;
}

/** The matrix of a GiroCode at error correction M, its dark modules merged into runs. */
export function giroCodeMatrix(text: string): GiroMatrix {
  const data = new Uint8ClampedArray(Buffer.from(text));
  const { modules } = create([{ data, mode: 'byte' }], { errorCorrectionLevel: 'M' });
  const runs: DarkRun[] = [];
  for (let row = 0; row < modules.size; row += 1) {
    let column = 0;
    while (column < modules.size) {
      const start = column;
      while (column < modules.size && modules.get(row, column) === 1) column += 1;
      if (column > start) runs.push({ row, column: start, length: column - start });
      else column += 1;
    }
  }
  return { size: modules.size, runs };
}
