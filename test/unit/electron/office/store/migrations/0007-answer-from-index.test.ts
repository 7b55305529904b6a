import { describe, expect, it } from 'vitest';
import { registerTrails } from '#office/store/meter-signs.ts';
import { migrate } from '#office/store/migrations.ts';
import { addManualReading } from '#office/store/readings.ts';
import { officeFixture } from '../../../../../support/office-folder.ts';
import { buildSmallHouse, changed, day } from '../../../../../support/small-house.ts';

const LATEST_OF_A_DAY = `EXPLAIN QUERY PLAN
  SELECT day, mantissa, exponent, unit, telegram_id, manual_entry_id FROM readings
  WHERE meter_id = 1 AND register = 'current' ORDER BY day DESC, id DESC`;

describe('schema version 7', () => {
  it('answers what a register showed from the index alone, with what was stored before', async () => {
    const office = await officeFixture();
    const { database } = office.store;
    const house = buildSmallHouse(office);
    database.exec(
      'DROP INDEX readings_by_meter; CREATE INDEX readings_by_meter ON readings (meter_id, register, day)',
    );
    database.pragma('user_version=6');
    changed(office, (change) =>
      addManualReading(change, {
        reading: {
          meterId: house.meter,
          register: 'current',
          quantity: 'allocation',
          value: { mantissa: 417n, exponent: 0, unit: 'HCA' },
          date: day('2025-03-31'),
          dateInferred: false,
          storage: 0,
        },
        origin: 'readOnSite',
        note: 'Ablesung',
      }),
    );
    migrate(database, 7);
    const [trail] = registerTrails(office.store, day('2025-12-31'));
    expect(trail?.recent.map((point) => [point.day, point.amount])).toEqual([['2025-03-31', 417]]);
    const plan = database.prepare(LATEST_OF_A_DAY).all() as readonly { readonly detail: string }[];
    expect(plan.map(({ detail }) => detail)).toEqual([
      'SEARCH readings USING COVERING INDEX readings_by_meter (meter_id=? AND register=?)',
    ]);
  });
});
