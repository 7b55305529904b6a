import { describe, expect, it } from 'vitest';
import { meterId } from '#shared/contract/values.ts';
import type { UnplacedMeter } from '#shared/contract/unplaced.ts';
import { parsePlainDate } from '#shared/model/plain-date.ts';
import { parseDate } from '#shared/text/parse-date.ts';
import {
  placesOf,
  rowsOf,
  withBlock,
  withCell,
} from '../../../../renderer/features/unplaced/noted-places.ts';
import { day } from '../../../support/small-house.ts';

const TODAY = day('2026-02-16');

function waiting(id: number, change: Partial<UnplacedMeter> = {}): UnplacedMeter {
  return {
    id: meterId.parse(id),
    kind: 'allocator',
    manufacturer: 'QDS',
    number: String(id).padStart(8, '0'),
    propertyId: null,
    unit: '',
    room: '',
    position: '',
    from: null,
    ...change,
  };
}

function dayOf(text: string) {
  const read = parseDate(text, { today: TODAY });
  return read.ok ? read.value : null;
}

describe('places typed in for waiting meters', () => {
  it('begin with what the delivery said, and what is typed goes before it', () => {
    const delivered = waiting(1, { unit: '4. OG', room: 'Bad', from: parsePlainDate('2026-02-01') });
    const typed = withCell(new Map(), delivered.id, 'unit', ' WE 4 ');
    const [row] = rowsOf([delivered], typed, new Map([[delivered.id, 'Dort hängt schon eins.']]));
    expect(row).toMatchObject({
      noted: { unit: 'WE 4', room: 'Bad', position: '', from: '01.02.2026' },
      message: 'Dort hängt schon eins.',
    });
  });

  it('can be pasted as a block from any cell on, and what hangs over the grid is left out', () => {
    const block = [['WE 1', 'Bad', 'x', 'y', 'z'], ['WE 2', 'Küche'], ['WE 3']];
    const at = { rowIds: ['2', '1'], columnIds: ['unit', 'room', 'message'] };
    const rows = rowsOf([waiting(1), waiting(2)], withBlock(new Map(), block, at), new Map());
    expect(rows.map(({ noted }) => noted)).toEqual([
      { unit: 'WE 2', room: 'Küche', position: '', from: '' },
      { unit: 'WE 1', room: 'Bad', position: '', from: '' },
    ]);
  });

  it('are asked for where there is a unit, with the day of the row or the one for all', () => {
    const typed = withBlock(
      new Map(),
      [
        ['A', '1.2.26'],
        ['B', ''],
        ['C', 'bald'],
        ['', '1.2.26'],
      ],
      {
        rowIds: ['1', '2', '3', '4'],
        columnIds: ['unit', 'from'],
      },
    );
    const rows = rowsOf(
      [1, 2, 3, 4].map((id) => waiting(id)),
      typed,
      new Map(),
    );
    expect(placesOf(rows, TODAY, dayOf).map(({ id, unit, from }) => [id, unit, from])).toEqual([
      [1, 'A', '2026-02-01'],
      [2, 'B', '2026-02-16'],
    ]);
  });
});
