import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  bundlePayload,
  bundlesInState,
  findBundle,
  insertBundles,
  knownTopics,
  markCleared,
  unclearedBundles,
  type NewBundle,
} from '#office/store/bundles.ts';
import { NOW, codeOf, officeFixture, valueOf } from '../../../../support/office-folder.ts';
import { METER_ADDRESS } from '../../../../support/small-house.ts';

const LATER = new Date(NOW.getTime() + 60_000);

function bundle(seq: number, change: Partial<NewBundle> = {}): NewBundle {
  return {
    source: 'iot-core',
    topic: `wmbus/v1/muc-1/b/20260302/17-${seq}`,
    key: { gateway: 'muc-1', epoch: '17', seq },
    payload: Buffer.from(`bundle ${seq}`),
    receivedAt: NOW,
    lastModified: NOW,
    state: 'stored',
    telegrams: [{ bytes: Buffer.from([seq, 1]), address: METER_ADDRESS, receivedAt: NOW, rssiDbm: -71 }],
    ...change,
  };
}

describe('bundles', () => {
  it('are stored byte for byte with their telegrams, and found by gateway, epoch and number', async () => {
    const { store } = await officeFixture();
    expect(insertBundles(store, [bundle(1), bundle(2)])).toEqual({
      ok: true,
      value: { bundles: 2, telegrams: 2, repeatedTelegrams: 0 },
    });
    const found = findBundle(store, { gateway: 'muc-1', epoch: '17', seq: 2 });
    expect(found).toMatchObject({
      topic: 'wmbus/v1/muc-1/b/20260302/17-2',
      clearedAt: null,
      state: 'stored',
    });
    expect(found?.sha256).toEqual(createHash('sha256').update('bundle 2').digest());
    expect(bundlePayload(store, found?.id ?? 0)?.toString()).toBe('bundle 2');
    expect(findBundle(store, { gateway: 'muc-1', epoch: '18', seq: 2 })).toBeNull();
    expect(bundlePayload(store, 99)).toBeNull();
  });

  it('come all or not at all', async () => {
    const { store } = await officeFixture();
    valueOf(insertBundles(store, [bundle(2)]));
    expect(codeOf(insertBundles(store, [bundle(1), bundle(2), bundle(3)]))).toBe('ALREADY_EXISTS');
    expect(findBundle(store, { gateway: 'muc-1', epoch: '17', seq: 1 })).toBeNull();
    expect(knownTopics(store, 'iot-core').size).toBe(1);
  });

  it('hold a telegram that two gateways heard once', async () => {
    const { store } = await officeFixture();
    const heardAgain = bundle(2, { telegrams: bundle(1).telegrams });
    expect(valueOf(insertBundles(store, [bundle(1), heardAgain]))).toEqual({
      bundles: 2,
      telegrams: 1,
      repeatedTelegrams: 1,
    });
    const nextDay = new Date(NOW.getTime() + 86_400_000);
    const telegrams = bundle(1).telegrams.map((telegram) =>
      Object.assign({}, telegram, { receivedAt: nextDay }),
    );
    expect(valueOf(insertBundles(store, [bundle(3, { telegrams })])).telegrams).toBe(1);
  });

  it('with a known key and another content go into quarantine and stay with their source', async () => {
    const { store } = await officeFixture();
    const other = bundle(1, { payload: Buffer.from('something else'), state: 'quarantined', telegrams: [] });
    valueOf(insertBundles(store, [bundle(1), other]));
    expect(bundlesInState(store, 'quarantined')).toHaveLength(1);
    valueOf(markCleared(store, 'iot-core', [other.topic], LATER));
    expect(bundlesInState(store, 'quarantined')[0]?.clearedAt).toBeNull();
    expect(findBundle(store, { gateway: 'muc-1', epoch: '17', seq: 1 })?.clearedAt).toBe(LATER.toISOString());
  });

  it('without a key are told apart by topic and content', async () => {
    const { store } = await officeFixture();
    const log = bundle(1, { key: null, topic: 'log.txt', state: 'unreadable', telegrams: [] });
    valueOf(insertBundles(store, [log]));
    expect(codeOf(insertBundles(store, [log]))).toBe('ALREADY_EXISTS');
    expect(insertBundles(store, [{ ...log, payload: Buffer.from('longer') }]).ok).toBe(true);
  });

  it('wait for the source to be told that it may forget them', async () => {
    const { store } = await officeFixture();
    valueOf(insertBundles(store, [bundle(1), bundle(2, { receivedAt: LATER })]));
    const waiting = () => unclearedBundles(store, 'iot-core', LATER).map(({ seq }) => seq);
    expect(waiting()).toEqual([1]);
    valueOf(markCleared(store, 'iot-core', [bundle(1).topic], LATER));
    expect(waiting()).toEqual([]);
    expect(knownTopics(store, 'iot-core').get(bundle(1).topic)).toEqual({
      lastModified: NOW.toISOString(),
      clearedAt: LATER.toISOString(),
      state: 'stored',
    });
    expect(knownTopics(store, 'elsewhere').size).toBe(0);
  });
});
