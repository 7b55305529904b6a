import { describe, expect, it } from 'vitest';
import type { OfficeFixture } from '../../../../../support/office-folder.ts';
import { officeFixture } from '../../../../../support/office-folder.ts';
import { buildSmallHouse } from '../../../../../support/small-house.ts';

/** Runs SQL as an audited change would, and says what the schema answers. */
function refusalOf({ store }: OfficeFixture, sql: string): string | null {
  try {
    store.database.transact(() => {
      store.database.exec('update audit_gate set is_open = 1');
      store.database.exec(sql);
      throw new Error('accepted');
    });
  } catch (error) {
    return error instanceof Error && error.message !== 'accepted' ? error.message : null;
  }
  return null;
}

describe('schema version 1', () => {
  it('accepts what is right', async () => {
    const office = await officeFixture();
    buildSmallHouse(office);
    for (const sql of [
      "insert into prepayments (tenancy_id, paid_on, amount_cents) values (1, '2024-02-29', -500)",
      "update tenancies set to_day = '2025-12-31'",
      "update units set heated_area_m2 = '84.5'",
      "update meter_installations set due_day = '02-29'",
    ])
      expect([sql, refusalOf(office, sql)]).toEqual([sql, null]);
  });

  it('refuses days that do not exist, decimals that are none, money that is not whole', async () => {
    const office = await officeFixture();
    buildSmallHouse(office);
    for (const sql of [
      "insert into prepayments (tenancy_id, paid_on, amount_cents) values (1, '2025-02-29', 1)",
      "insert into prepayments (tenancy_id, paid_on, amount_cents) values (1, '1.2.2025', 1)",
      "insert into prepayments (tenancy_id, paid_on, amount_cents) values (1, '2025-02-01', 1.5)",
      "update units set living_area_m2 = '84,5'",
      "update units set living_area_m2 = '-1'",
      "update units set living_area_m2 = '0', heated_area_m2 = '0'",
      "update units set heated_area_m2 = '84.6'",
      "update units set kind = 'garage'",
      "update units set name = ' '",
      "update tenancies set to_day = '2023-01-31'",
      "update meter_installations set factor = '1e3'",
      "update meter_installations set due_day = '13-01'",
      "update meter_installations set scale = 'log'",
      "update meters set identification = '1234567'",
      "update meters set manufacturer = 'qds'",
      "update properties set address_lines = '{}'",
      "insert into costs (period_id, label, kind, target, amount_cents, co2_kg) values (1, 'Gas', 'fuel', 'joint', 1, '5')",
    ])
      expect([sql, refusalOf(office, sql)]).not.toEqual([sql, null]);
  });

  it('refuses references to nothing, and deleting what is referred to', async () => {
    const office = await officeFixture();
    buildSmallHouse(office);
    for (const sql of [
      'update tenancies set unit_id = 99',
      'delete from units',
      'delete from persons',
      'delete from meters',
      'delete from erasure_keys',
    ])
      expect(refusalOf(office, sql)).toContain('FOREIGN KEY');
  });

  it('refuses a reading without an origin, or with two', async () => {
    const office = await officeFixture();
    buildSmallHouse(office);
    const columns =
      'meter_id, telegram_id, manual_entry_id, register, quantity, day_inferred, mantissa, exponent, unit, storage';
    for (const origins of ['null, null', '1, 1'])
      expect(
        refusalOf(
          office,
          `insert into readings (${columns}) values (1, ${origins}, 'current', 'allocation', 0, 5, 0, 'HCA', 0)`,
        ),
      ).toContain('CHECK');
  });

  it('lets nobody change or delete what the audit says', async () => {
    const office = await officeFixture();
    buildSmallHouse(office);
    expect(refusalOf(office, "update audit set actor = 'somebody else'")).toContain('AUDIT_APPEND_ONLY');
    expect(refusalOf(office, 'delete from audit where seq = 1')).toContain('AUDIT_APPEND_ONLY');
    expect(
      refusalOf(
        office,
        'insert into audit select 99, at, actor, action, subject, payload, personal, erasure_key_id, key_generation, prev_hash, hash from audit where seq = 2',
      ),
    ).toContain('AUDIT_CHAIN_BROKEN');
    expect(refusalOf(office, 'insert or replace into audit select * from audit where seq = 2')).toContain(
      'AUDIT_',
    );
  });

  it('lets nobody past the audit into any table of master data', async () => {
    const office = await officeFixture();
    buildSmallHouse(office);
    const tables = office.store.database
      .prepare("select name from sqlite_schema where type = 'table' and name not like 'sqlite_%'")
      .all() as { readonly name: string }[];
    const bulk = new Set(['audit_gate', 'audit', 'bundles', 'telegrams', 'telegram_formats', 'readings']);
    for (const { name } of tables.filter((table) => !bulk.has(table.name))) {
      for (const event of ['insert', 'update', 'delete'])
        expect(
          office.store.database
            .prepare('select count(*) as n from sqlite_schema where name = ?')
            .get(`${name}_audited_${event}`),
        ).toEqual({ n: 1 });
    }
    for (const table of ['units', 'persons', 'tenancies', 'meters'])
      expect(() => office.store.database.exec(`update ${table} set id = id`)).toThrow('CHANGE_NOT_AUDITED');
  });
});
