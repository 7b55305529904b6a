import { describe, expect, it } from 'vitest';
import { insertBundles, type NewBundle } from '#office/store/bundles.ts';
import {
  addGateway,
  bundleNumbers,
  findGateway,
  heardGateways,
  listGateways,
  recentContactsMs,
  removeGateway,
  updateGateway,
} from '#office/store/gateways.ts';
import { NOW, officeFixture, valueOf, type OfficeFixture } from '../../../../support/office-folder.ts';
import { METER_ADDRESS, buildSmallHouse, changed } from '../../../../support/small-house.ts';

const HOUR_MS = 3_600_000;
const KNOWN = { serial: 'muc-4f0a01', model: 'MUC.one', place: 'Keller' };

/** A bundle whose telegrams came in the hours before it was sent, one an hour. */
function bundleOf(gateway: string, seq: number, hoursAgo: number, telegrams: number): NewBundle {
  const sentAt = NOW.getTime() - hoursAgo * HOUR_MS;
  return {
    source: 'iot-core',
    topic: `wmbus/v1/${gateway}/b/20260302/17-${seq}`,
    key: { gateway, epoch: '17', seq },
    payload: Buffer.from(`${gateway} ${seq}`),
    receivedAt: NOW,
    lastModified: new Date(sentAt),
    state: 'stored',
    telegrams: Array.from({ length: telegrams }, (_, index) => ({
      bytes: Buffer.from(`${gateway} ${seq} ${index}`),
      address: METER_ADDRESS,
      receivedAt: new Date(sentAt - index * HOUR_MS),
      rssiDbm: null,
    })),
  };
}

function receive({ store }: OfficeFixture, ...bundles: NewBundle[]): void {
  valueOf(insertBundles(store, bundles));
}

describe('gateways', () => {
  it('are entered, changed and removed', async () => {
    const office = await officeFixture();
    const house = buildSmallHouse(office);
    const id = changed(office, (change) => addGateway(change, { ...KNOWN, propertyId: house.property }));
    const stored = { ...KNOWN, id, propertyId: house.property, sim: '', certificate: null };
    expect(listGateways(office.store)).toEqual([stored]);
    changed(office, (change) => updateGateway(change, id, { ...stored, sim: '8949 0200', place: 'Dach' }));
    expect(findGateway(office.store, id)).toEqual({ ...stored, sim: '8949 0200', place: 'Dach' });
    changed(office, (change) => removeGateway(change, id));
    expect(findGateway(office.store, id)).toBeNull();
  });

  it('are named once each when bundles have come from them, known or not', async () => {
    const office = await officeFixture();
    expect(heardGateways(office.store)).toEqual([]);
    receive(office, bundleOf('muc-b', 1, 2, 1), bundleOf('muc-a', 1, 2, 1), bundleOf('muc-b', 2, 1, 1));
    expect(heardGateways(office.store)).toEqual(['muc-a', 'muc-b']);
  });

  it('were last in contact with the newest telegram of each bundle, or when an empty one came', async () => {
    const office = await officeFixture();
    receive(
      office,
      bundleOf('muc-a', 1, 50, 3),
      bundleOf('muc-a', 2, 26, 2),
      bundleOf('muc-b', 1, 1, 1),
      bundleOf('muc-a', 3, 4, 0),
    );
    const hoursAgo = recentContactsMs(office.store, 'muc-a').map((ms) => (NOW.getTime() - ms) / HOUR_MS);
    expect(hoursAgo).toEqual([4, 26, 50]);
    expect(recentContactsMs(office.store, 'muc-z')).toEqual([]);
  });

  it('were last in contact with what they sent last, though a backlog of old bundles came after it', async () => {
    const office = await officeFixture();
    receive(office, bundleOf('muc-a', 900, 4, 1));
    receive(
      office,
      ...Array.from({ length: 20 }, (_, day) => bundleOf('muc-a', 800 + day, 900 - day * 24, 1)),
    );
    // Its counter has started over since: the newest has the smallest number.
    receive(office, bundleOf('muc-b', 900, 50, 1), bundleOf('muc-b', 1, 2, 1));
    const [newest] = recentContactsMs(office.store, 'muc-a');
    expect(newest).toBe(NOW.getTime() - 4 * HOUR_MS);
    const [restarted] = recentContactsMs(office.store, 'muc-b');
    expect(restarted).toBe(NOW.getTime() - 2 * HOUR_MS);
  });

  it('remember the numbers of their bundles', async () => {
    const office = await officeFixture();
    receive(office, bundleOf('muc-a', 7, 2, 0), bundleOf('muc-a', 9, 1, 0), bundleOf('muc-b', 1, 1, 0));
    expect(bundleNumbers(office.store, 'muc-a')).toEqual([
      { epoch: '17', seq: 7 },
      { epoch: '17', seq: 9 },
    ]);
  });
});
