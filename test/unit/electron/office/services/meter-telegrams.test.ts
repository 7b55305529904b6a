import { expect, it } from 'vitest';
import { encodeTelegram } from '#office/demo/fleet/encode-telegram.ts';
import type { SimulatedMeter } from '#office/demo/fleet/simulated-meter.ts';
import { viewTelegram } from '#office/services/meter-telegrams.ts';
import { insertBundles } from '#office/store/bundles.ts';
import { addMeterKey } from '#office/store/keys.ts';
import { officeFixture, valueOf } from '../../../../support/office-folder.ts';
import { changed } from '../../../../support/small-house.ts';

const SENT_AT = new Date('2026-02-15T21:09:00Z');
const WATER: SimulatedMeter = {
  address: { manufacturer: 'ZRI', id: '44400001', version: 22, deviceType: 6 },
  kind: 'warmWaterMeter',
  security: 'mode7',
  key: Buffer.alloc(16, 7),
  gateway: 'muc-5e0001',
  diedOn: null,
  registerAt: () => 1_390_250n,
};

it('writes the numbers and days of a telegram as people write them', async () => {
  const { store, vault, desk } = await officeFixture();
  const { manufacturer, id: identification } = WATER.address;
  changed({ store, desk }, (change) =>
    addMeterKey(change, { manufacturer, identification, label: 'Probe', key: WATER.key }),
  );
  const telegram = {
    bytes: encodeTelegram(WATER, SENT_AT),
    address: WATER.address,
    receivedAt: SENT_AT,
    rssiDbm: -70,
  };
  const bundle = { source: 'test', topic: 'one', key: null, payload: Buffer.from('one') };
  valueOf(
    insertBundles(store, [
      { ...bundle, receivedAt: SENT_AT, lastModified: null, state: 'stored', telegrams: [telegram] },
    ]),
  );
  const view = valueOf(viewTelegram({ store, vault, clock: () => SENT_AT }, 1));
  expect(view.fields.map(({ quantity, value, unit }) => [quantity, value, unit])).toEqual([
    ['volume', '1.390,25', 'm3'],
    ['date', '31.12.2025', ''],
    ['volume', '1.390,25', 'm3'],
    ['datetime', '15.02.2026 22:09', ''],
  ]);
});
