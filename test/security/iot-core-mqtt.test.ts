import { connect as connectTls } from 'node:tls';
import { connectAsync, type IClientOptions, type MqttClient } from 'mqtt';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  createCertificateAuthority,
  type IssuedCertificate,
} from '#office/demo/iot-core/certificate-authority.ts';
import { startIotCore, type IotCore } from '#office/demo/iot-core/start-iot-core.ts';

let core: IotCore;
let certificate: IssuedCertificate;

beforeAll(async () => {
  core = await startIotCore({ quotas: { maxRetainedMessages: 3 } });
  certificate = await core.issueGatewayCertificate('gw-1');
});

afterAll(() => core.stop());

function connect(options: IClientOptions = {}): Promise<MqttClient> {
  const url = `mqtts://localhost:${core.mqttPort}`;
  const identity = { cert: certificate.certificatePem, key: certificate.privateKeyPem, clientId: 'gw-1' };
  return connectAsync(
    url,
    { ca: core.ca, ...identity, protocolVersion: 4, reconnectPeriod: 0, ...options },
    false,
  );
}

/** Publishes and waits for the acknowledgement or the end of the connection. */
async function publish(topic: string, payload = Buffer.from('x'), retain = true): Promise<string> {
  const client = await connect();
  const closed = new Promise<string>((resolve) => client.once('close', () => resolve('connection closed')));
  client.on('error', () => {});
  const acknowledged = client.publishAsync(topic, payload, { qos: 1, retain }).then(() => 'acknowledged');
  const outcome = await Promise.race([acknowledged, closed]);
  acknowledged.catch(() => {});
  await client.endAsync(true);
  return outcome;
}

/** What the broker shall publish for a gateway that is cut off. */
function willFor(topic: string): NonNullable<IClientOptions['will']> {
  return { topic, payload: Buffer.from('gone'), qos: 1, retain: true };
}

describe('the MQTT door of the embedded IoT Core', () => {
  it('takes a gateway’s own topics and keeps them', async () => {
    expect(await publish('wmbus/v1/gw-1/b/20260107/1-1')).toBe('acknowledged');
    expect(core.retainedCount()).toBe(1);
    expect(core.capturedPublishes.at(-1)?.topic).toBe('wmbus/v1/gw-1/b/20260107/1-1');
  });

  it('does not know a client id other than the certificate’s name', async () => {
    await expect(connect({ clientId: 'gw-2' })).rejects.toThrow(/not authorized/i);
  });

  it('wants a certificate, and one of its own authority', async () => {
    const anonymous = connectTls({ host: 'localhost', port: core.mqttPort, ca: core.ca });
    const refusal = await new Promise((resolve) => {
      anonymous.on('error', (error: NodeJS.ErrnoException) => resolve(error.code));
    });
    expect(refusal).toBe('ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED');

    const stranger = await (await createCertificateAuthority()).issueClientCertificate('gw-1');
    await expect(connect({ cert: stranger.certificatePem, key: stranger.privateKeyPem })).rejects.toThrow();
  });

  it('is not believed by a gateway that trusts another authority', async () => {
    const other = await createCertificateAuthority();
    await expect(connect({ ca: other.rootPem })).rejects.toThrow(/certificate|signature/i);
  });

  it.each([
    'wmbus/v1/gw-2/b/20260107/1-1',
    'wmbus/v1/gw-10/b/20260107/1-1',
    'wmbus/v1/gw-1',
    '$SYS/x',
    'other',
  ])('ends the connection of a gateway that publishes to %s', async (topic) => {
    const before = core.capturedPublishes.length;
    expect(await publish(topic)).toBe('connection closed');
    expect(core.capturedPublishes).toHaveLength(before);
  });

  it.each([
    ['a payload over 128 KB', 'wmbus/v1/gw-1/b/1', 128 * 1024 + 1],
    ['a topic of more than seven slashes', 'wmbus/v1/gw-1/b/1/2/3/4/5', 1],
    ['a topic over 256 bytes', `wmbus/v1/gw-1/${'x'.repeat(250)}`, 1],
  ])('ends the connection for %s', async (_what, topic, sizeBytes) => {
    expect(await publish(topic, Buffer.alloc(sizeBytes))).toBe('connection closed');
  });

  it('lets no gateway listen, not even to itself', async () => {
    const client = await connect();
    client.on('error', () => {});
    const closed = new Promise<void>((resolve) => client.once('close', () => resolve()));
    const granted = await Promise.race([
      client.subscribeAsync('wmbus/v1/#').then(
        () => 'granted',
        () => 'refused',
      ),
      closed.then(() => 'closed'),
    ]);
    expect(granted).not.toBe('granted');
    await client.endAsync(true);
  });

  it('publishes the last will of a gateway that is cut off, and only to its own topic', async () => {
    for (const topic of ['wmbus/v1/gw-1/status', 'wmbus/v1/gw-2/status']) {
      const client = await connect({ will: willFor(topic) });
      client.on('error', () => {});
      client.stream.destroy();
      await client.endAsync(true);
    }
    await expect
      .poll(() => core.capturedPublishes.filter(({ payload }) => payload.toString() === 'gone'))
      .toMatchObject([{ topic: 'wmbus/v1/gw-1/status', retain: true }]);
  });

  it('turns new retained topics away when the account is full, until some are cleared', async () => {
    await publish('wmbus/v1/gw-1/b/20260107/1-2');
    expect(core.retainedCount()).toBe(3);
    expect(await publish('wmbus/v1/gw-1/b/20260107/1-3')).toBe('connection closed');
    expect(await publish('wmbus/v1/gw-1/b/20260107/1-2', Buffer.alloc(0))).toBe('acknowledged');
    expect(await publish('wmbus/v1/gw-1/b/20260107/1-3')).toBe('acknowledged');
  });
});
