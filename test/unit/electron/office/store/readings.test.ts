import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { auditEntries } from '#office/store/audit.ts';
import { addManualReading, readingsOfMeter } from '#office/store/readings.ts';
import { officeFixture } from '../../../../support/office-folder.ts';
import { buildSmallHouse, changed, day } from '../../../../support/small-house.ts';

describe('readings', () => {
  it('keep registers of 64 bits exactly', async () => {
    const office = await officeFixture();
    const house = buildSmallHouse(office);
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
        fc.integer({ min: -18, max: 18 }),
        (mantissa, exponent) => {
          const written = {
            meterId: house.meter,
            register: 'month',
            quantity: 'energy',
            value: { mantissa, exponent, unit: 'J' },
            date: day('2025-11-30'),
            dateInferred: false,
            storage: 3,
          } as const;
          changed(office, (change) =>
            addManualReading(change, { reading: written, origin: 'takenOver', note: '' }),
          );
          const read = readingsOfMeter(office.store, house.meter, {
            from: day('2025-11-30'),
            to: day('2025-11-30'),
          });
          expect(read.at(-1)).toMatchObject(written);
        },
      ),
      { numRuns: 50 },
    );
  });

  it('entered by hand say who entered them, when and why', async () => {
    const office = await officeFixture();
    const house = buildSmallHouse(office);
    const reading = {
      meterId: house.meter,
      register: 'current',
      quantity: 'allocation',
      value: { mantissa: 412n, exponent: 0, unit: 'HCA' },
      date: day('2025-09-30'),
      dateInferred: false,
      storage: 0,
    } as const;
    const id = changed(
      office,
      (change) =>
        addManualReading(change, { reading, origin: 'readOnSite', note: 'Zwischenablesung bei Auszug' }),
      'Mieterwechsel',
    );
    const entry = [...auditEntries(office.store)].at(-1);
    expect(entry?.subject).toBe(`manual_entries:${id}`);
    expect(JSON.parse(entry?.payload ?? '')).toMatchObject({
      new: { value: '412e0', unit: 'HCA', day: '2025-09-30', origin: 'readOnSite' },
      reason: 'Mieterwechsel',
    });
    expect(() => office.store.database.exec('update readings set mantissa = 1')).toThrow(
      'CHANGE_NOT_AUDITED',
    );
    expect(() => office.store.database.exec('delete from readings')).toThrow('CHANGE_NOT_AUDITED');
  });
});
