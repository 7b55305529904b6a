import { gunzipSync } from 'node:zlib';
import type { MqttClient } from 'mqtt';
import { describe, expect, it } from 'vitest';
import { SimulatedGateway } from '#office/demo/fleet/gateway.ts';
import { startIotCore, type IotCore } from '#office/demo/iot-core/start-iot-core.ts';
import { SeededRandom } from '#office/demo/seeded-random.ts';
import { MAX_PAYLOAD_BYTES } from '#office/demo/iot-core/message-limits.ts';
import { parseBundleTopic } from '#office/mailbox/bundle-topic.ts';
import { parseBundle } from '#office/mailbox/parse-bundle.ts';
import { plainDateOf } from '#shared/model/plain-date.ts';
import { allocators, waterMeter } from './sample-meters.ts';

const SENT_AT = new Date('2026-01-07T03:00:00Z');

function createGateway(seed = '1', gzip = false): SimulatedGateway {
  return new SimulatedGateway({ id: 'gw-1', random: new SeededRandom(seed), gzip });
}

async function connect(gateway: SimulatedGateway, core: IotCore): Promise<MqttClient> {
  const broker = { port: core.mqttPort, ca: core.ca };
  const client = await gateway.connect(broker, await core.issueGatewayCertificate(gateway.id));
  client.on('error', () => {});
  return client;
}

describe('a simulated gateway', () => {
  it('bundles what its meters sent in the hour before, and no one else’s', () => {
    const meters = [...allocators(3, 'gw-1'), ...allocators(2, 'gw-2')];
    const [bundle] = createGateway().collect(meters, SENT_AT);
    const parsed = parseBundle(bundle?.payload ?? Buffer.alloc(0), SENT_AT);
    if (!parsed.ok) throw new Error(parsed.error.message);
    const { telegrams, sentAt, gateway } = parsed.value;
    expect({ gateway, sentAt, count: telegrams.length }).toEqual({
      gateway: 'gw-1',
      sentAt: SENT_AT,
      count: 3,
    });
    for (const { receivedAt, rssi } of telegrams) {
      const ageMinutes = (SENT_AT.getTime() - receivedAt.getTime()) / 60_000;
      expect(ageMinutes).toBeGreaterThan(0);
      expect(ageMinutes).toBeLessThanOrEqual(60);
      expect(rssi).toBeGreaterThanOrEqual(-100);
      expect(rssi).toBeLessThanOrEqual(-50);
    }
  });

  it('numbers its bundles without a gap, also over a reboot, which raises the epoch', () => {
    const gateway = createGateway();
    const topics = [1, 2, 3].map((day) => {
      if (day === 3) gateway.reboot();
      const [bundle] = gateway.collect(allocators(1, 'gw-1'), new Date(Date.UTC(2026, 0, day)));
      return parseBundleTopic(bundle?.topic ?? '');
    });
    const [first, second, third] = topics;
    expect(second?.seq).toBe((first?.seq ?? 0) + 1);
    expect(third?.seq).toBe((first?.seq ?? 0) + 2);
    expect(Number(third?.epoch)).toBe(Number(first?.epoch) + 1);
    expect(gateway.outbox).toHaveLength(3);
  });

  it('repeats itself byte for byte for the same seed and differs for another', () => {
    const meters = allocators(5, 'gw-1');
    const [once] = createGateway('7').collect(meters, SENT_AT);
    const [again] = createGateway('7').collect(meters, SENT_AT);
    const [other] = createGateway('8').collect(meters, SENT_AT);
    expect(again).toEqual(once);
    expect(other?.payload).not.toEqual(once?.payload);
  });

  it('splits what does not fit into one message, and every part fits', () => {
    const bundles = createGateway().collect(allocators(1500, 'gw-1'), SENT_AT);
    expect(bundles.length).toBeGreaterThan(1);
    expect(bundles.reduce((sum, { telegramCount }) => sum + telegramCount, 0)).toBe(1500);
    expect(new Set(bundles.map(({ topic }) => topic)).size).toBe(bundles.length);
    for (const { payload } of bundles) expect(payload.byteLength).toBeLessThanOrEqual(MAX_PAYLOAD_BYTES);
  });

  it('packs its bundles when told to', () => {
    const [bundle] = createGateway('1', true).collect(allocators(20, 'gw-1'), SENT_AT);
    const [plain] = createGateway('1').collect(allocators(20, 'gw-1'), SENT_AT);
    expect(gunzipSync(bundle?.payload ?? Buffer.alloc(0))).toEqual(plain?.payload);
  });

  it('hears nothing of a meter from the day it died, and sends no empty bundle', () => {
    const dead = { ...waterMeter, diedOn: plainDateOf('2026-01-07') };
    expect(createGateway().collect([dead], new Date('2026-01-07T20:00:00Z'))).toEqual([]);
    expect(createGateway().collect([dead], new Date('2026-01-06T20:00:00Z'))).toHaveLength(1);
  });
});

describe('a simulated gateway on its way to the broker', () => {
  it('keeps every bundle until it is acknowledged, over a lost connection', async () => {
    // Room for the status message and one bundle: the broker cuts the connection at the second.
    const fullCore = await startIotCore({ quotas: { maxRetainedMessages: 2 } });
    const core = await startIotCore();
    const gateway = createGateway();
    for (const day of [1, 2, 3]) gateway.collect(allocators(1, 'gw-1'), new Date(Date.UTC(2026, 0, day)));
    try {
      const cutOff = await connect(gateway, fullCore);
      await expect(gateway.flush(cutOff)).rejects.toThrow('the connection to the broker was lost');
      expect(gateway.outbox.length).toBeGreaterThanOrEqual(2);
      await expect(gateway.flush(cutOff)).rejects.toThrow('the connection to the broker was lost');
      const connection = await connect(gateway, core);
      const before = gateway.outbox.length;
      const acknowledged: string[] = [];
      await gateway.flush(connection, ({ topic }) => acknowledged.push(topic));
      await connection.endAsync();
      expect([acknowledged.length, gateway.outbox.length]).toEqual([before, 0]);
      const kept = core.capturedPublishes.filter(({ topic }) => topic.includes('/b/'));
      expect(kept.map(({ topic, retain }) => [topic, retain])).toEqual(
        acknowledged.map((topic) => [topic, true]),
      );
    } finally {
      await Promise.all([fullCore.stop(), core.stop()]);
    }
  });

  it('leaves word of itself: a retained birth message with its epoch', async () => {
    const core = await startIotCore();
    const connection = await connect(createGateway(), core);
    await connection.endAsync();
    const [birth] = core.capturedPublishes;
    expect(birth).toMatchObject({ topic: 'wmbus/v1/gw-1/status', retain: true });
    expect(JSON.parse(String(birth?.payload))).toMatchObject({ gw: 'gw-1', online: true });
    await core.stop();
  });
});
