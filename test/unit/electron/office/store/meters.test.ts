import { describe, expect, it } from 'vitest';
import { changeMasterData } from '#office/store/change.ts';
import {
  addMeter,
  endInstallation,
  findMeter,
  installMeter,
  installationsOfMeter,
  installationsOfProperty,
  listMeters,
  metersByAddress,
} from '#office/store/meters.ts';
import type { MeterId } from '#shared/model/meter.ts';
import { codeOf, officeFixture } from '../../../../support/office-folder.ts';
import {
  METER_ADDRESS,
  buildSmallHouse,
  changed,
  day,
  installationOf,
} from '../../../../support/small-house.ts';

const OTHER = { ...METER_ADDRESS, id: '87654321' };

describe('meters', () => {
  it('are known by their address, once', async () => {
    const office = await officeFixture();
    const house = buildSmallHouse(office);
    expect(findMeter(office.store, house.meter)).toMatchObject({
      id: house.meter,
      address: METER_ADDRESS,
      kind: 'allocator',
      serial: null,
    });
    const again = changeMasterData(office.store, office.desk, { action: 'meter.add' }, (change) =>
      addMeter(change, { address: METER_ADDRESS, kind: 'allocator', serial: null }),
    );
    expect(codeOf(again)).toBe('ALREADY_EXISTS');
    expect(findMeter(office.store, 99 as MeterId)).toBeNull();
  });

  it('that share a number are looked up together', async () => {
    const office = await officeFixture();
    buildSmallHouse(office);
    changed(office, (change) =>
      addMeter(change, { address: { ...METER_ADDRESS, version: 2 }, kind: 'allocator', serial: 'A-1' }),
    );
    expect(listMeters(office.store)).toHaveLength(2);
    expect(metersByAddress(office.store).get('QDS12345678')).toHaveLength(2);
  });

  it('hang in one place at a time', async () => {
    const office = await officeFixture();
    const house = buildSmallHouse(office);
    const [installed] = installationsOfProperty(office.store, house.property);
    expect(installed).toMatchObject({ id: installed?.id, ...installationOf(house) });
    const elsewhere = { ...installationOf(house), roomId: null, from: day('2025-05-01') };
    const install = () =>
      changeMasterData(office.store, office.desk, { action: 'meter.install' }, (change) =>
        installMeter(change, elsewhere),
      );
    expect(codeOf(install())).toBe('INSTALLATIONS_OVERLAP');
    changed(office, (change) => installed && endInstallation(change, installed.id, day('2025-04-30')));
    expect(install().ok).toBe(true);
    expect(installationsOfMeter(office.store, house.meter).map(({ from, to }) => [from, to])).toEqual([
      ['2021-05-17', '2025-04-30'],
      ['2025-05-01', null],
    ]);
  });

  it('never share a radiator', async () => {
    const office = await officeFixture();
    const house = buildSmallHouse(office);
    const second = changed(office, (change) =>
      addMeter(change, { address: OTHER, kind: 'allocator', serial: null }),
    );
    const installAt = (position: string | null) =>
      changeMasterData(office.store, office.desk, { action: 'meter.install' }, (change) =>
        installMeter(change, { ...installationOf({ ...house, meter: second }), position }),
      );
    expect(codeOf(installAt('Heizkörper am Fenster'))).toBe('PLACE_OCCUPIED');
    expect(installAt('Heizkörper an der Tür').ok).toBe(true);
  });
});
