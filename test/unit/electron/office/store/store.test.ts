import { describe, expect, it } from 'vitest';
import { SqlError, expectedFailure } from '#office/store/failures.ts';
import { query } from '#office/store/query.ts';
import { codeOf, officeFixture, type OfficeFixture } from '../../../../support/office-folder.ts';

const insertFormat = query<{ signature: number }>()((sql, given) =>
  sql
    .insertInto('telegram_formats')
    .values({ manufacturer: 'QDS', device_type: 8, signature: given.signature, headers: Buffer.from([1]) }),
);
const selectFormats = query()((sql) =>
  sql.selectFrom('telegram_formats').select('signature').orderBy('signature'),
);

function signatures({ store }: OfficeFixture): number[] {
  return store.all(selectFormats, {}).map(({ signature }) => signature);
}

describe('the store', () => {
  it('keeps all of a transaction or nothing', async () => {
    const office = await officeFixture();
    const { store } = office;
    const twice = store.transact(() => {
      store.run(insertFormat, { signature: 1 });
      store.run(insertFormat, { signature: 1 });
    });
    expect(codeOf(twice)).toBe('ALREADY_EXISTS');
    expect(() =>
      store.transact(() => {
        store.run(insertFormat, { signature: 2 });
        throw new Error('a bug');
      }),
    ).toThrow('a bug');
    expect(signatures(office)).toEqual([]);
    expect(store.transact(() => store.run(insertFormat, { signature: 3 }))).toEqual({ ok: true, value: 1 });
    expect(signatures(office)).toEqual([3]);
  });

  it('joins a transaction that is open: a failure inside ends the whole of it', async () => {
    const office = await officeFixture();
    const { store } = office;
    const outer = store.transact(() => {
      store.run(insertFormat, { signature: 1 });
      store.transact(() => store.run(insertFormat, { signature: 1 }));
    });
    expect(codeOf(outer)).toBe('ALREADY_EXISTS');
    expect(signatures(office)).toEqual([]);
  });

  it('refuses work that would go on after the transaction', async () => {
    const { store } = await officeFixture();
    expect(() => store.transact(() => Promise.resolve(1))).toThrow('promise');
  });

  it('answers row by row, and undefined for none', async () => {
    const { store } = await officeFixture();
    expect(store.get(selectFormats, {})).toBeUndefined();
    for (const signature of [2, 1]) store.run(insertFormat, { signature });
    expect([...store.iterate(selectFormats, {})]).toEqual([{ signature: 1 }, { signature: 2 }]);
  });

  it('prepares a statement once', async () => {
    const { store } = await officeFixture();
    expect(store.prepare('select 1')).toBe(store.prepare('select 1'));
  });
});

describe('an error of SQLite', () => {
  it('is a failure where the user can do something about it', () => {
    const codes = (
      ['BUSY', 'FULL', 'READONLY', 'CORRUPT', 'NOTADB', 'IOERR_WRITE', 'CONSTRAINT_FOREIGNKEY'] as const
    ).map((code) => expectedFailure(new SqlError(`SQLITE_${code}`, ''))?.code);
    expect(codes).toEqual([
      'STORE_BUSY',
      'STORE_FULL',
      'STORE_READ_ONLY',
      'STORE_DAMAGED',
      'STORE_KEY_WRONG',
      'STORE_UNAVAILABLE',
      'STILL_REFERENCED',
    ]);
  });

  it('is a bug everywhere else', () => {
    for (const [code, raised] of [
      ['SQLITE_ERROR', 'no such table'],
      ['SQLITE_CONSTRAINT_CHECK', 'CHECK constraint failed'],
      ['SQLITE_CONSTRAINT_TRIGGER', 'CHANGE_NOT_AUDITED'],
    ] as const)
      expect(expectedFailure(new SqlError(code, raised))).toBeNull();
    expect(expectedFailure(new TypeError('x'))).toBeNull();
  });
});
