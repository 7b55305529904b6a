import { describe, expect, it } from 'vitest';
import { findGateway, addGateway } from '#office/store/gateways.ts';
import { findMeter, installationsOfMeter, updateMeter } from '#office/store/meters.ts';
import type { PlainDate } from '#shared/model/plain-date.ts';
import { officeFixture } from '../../../../../support/office-folder.ts';
import { METER_ADDRESS, buildSmallHouse, changed, day } from '../../../../../support/small-house.ts';

describe('schema version 4', () => {
  it('leaves what was entered before without calibration, rating factors, SIM card and certificate', async () => {
    const office = await officeFixture();
    const house = buildSmallHouse(office);
    const gateway = changed(office, (change) =>
      addGateway(change, { serial: 'muc-1', propertyId: null, model: 'MUC.one', place: 'Keller' }),
    );
    expect(findMeter(office.store, house.meter)?.calibratedUntil).toBeNull();
    expect(installationsOfMeter(office.store, house.meter)[0]?.ratings).toEqual({
      kq: null,
      kc: null,
      kt: null,
    });
    expect(findGateway(office.store, gateway)).toMatchObject({ sim: '', certificate: null });
  });

  it('takes only days that exist as the end of a calibration', async () => {
    const office = await officeFixture();
    const house = buildSmallHouse(office);
    const meter = { address: METER_ADDRESS, kind: 'heatMeter', serial: null } as const;
    changed(office, (change) =>
      updateMeter(change, house.meter, { ...meter, calibratedUntil: day('2029-12-31') }),
    );
    expect(findMeter(office.store, house.meter)?.calibratedUntil).toBe('2029-12-31');
    expect(() => office.store.database.prepare('update audit_gate set is_open = 1; ').run()).not.toThrow();
    const never = '2029-02-30' as PlainDate;
    expect(() =>
      changed(office, (change) => updateMeter(change, house.meter, { ...meter, calibratedUntil: never })),
    ).toThrow(/CHECK/);
  });
});
