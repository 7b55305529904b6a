import { describe, expect, it } from 'vitest';
import { readSetting, writeSetting } from '#office/store/settings.ts';
import { addStaffEntry, listStaff, setStaffAccess } from '#office/store/staff.ts';
import { keepTelegramFormats, listTelegramFormats } from '#office/store/telegram-formats.ts';
import { officeFixture, valueOf } from '../../../../support/office-folder.ts';
import { changed } from '../../../../support/small-house.ts';

describe('settings', () => {
  it('are set, changed and read by name', async () => {
    const office = await officeFixture();
    expect(readSetting(office.store, 'office.name')).toBeUndefined();
    changed(office, (change) => writeSetting(change, 'office.name', 'Messdienst Ilmtal'));
    changed(office, (change) => writeSetting(change, 'office.name', { de: 'Messdienst Ilmtal' }));
    expect(readSetting(office.store, 'office.name')).toEqual({ de: 'Messdienst Ilmtal' });
  });
});

describe('staff', () => {
  it('stay known by name after their access ended', async () => {
    const office = await officeFixture();
    changed(office, (change) => {
      addStaffEntry(change, { accessId: 'rr', name: 'Remo Reichel', initials: 'RR' });
      setStaffAccess(change, 'rr', false);
    });
    expect(listStaff(office.store)).toEqual([
      { accessId: 'rr', name: 'Remo Reichel', initials: 'RR', hasAccess: false },
    ]);
    expect(() => changed(office, (change) => setStaffAccess(change, 'xx', true))).toThrow('no employee');
  });
});

describe('telegram formats', () => {
  it('are kept by maker, medium and signature; a newer one replaces an older one', async () => {
    const { store } = await officeFixture();
    const format = {
      manufacturer: 'KAM',
      deviceType: 4,
      signature: 0xa8ed,
      headers: Buffer.from('0406', 'hex'),
    };
    const others = [
      { ...format, deviceType: 6 },
      { ...format, manufacturer: 'QDS' },
    ];
    valueOf(store.transact(() => keepTelegramFormats(store, [format, ...others])));
    valueOf(
      store.transact(() => keepTelegramFormats(store, [{ ...format, headers: Buffer.from('0414', 'hex') }])),
    );
    expect(listTelegramFormats(store)).toHaveLength(3);
    expect(listTelegramFormats(store)).toContainEqual({ ...format, headers: Buffer.from('0414', 'hex') });
  });
});
