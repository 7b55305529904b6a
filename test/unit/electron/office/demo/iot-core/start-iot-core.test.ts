import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import {
  GetConnectionCommand,
  GetRetainedMessageCommand,
  GetThingShadowCommand,
  ListRetainedMessagesCommand,
  PublishCommand,
  UpdateThingShadowCommand,
  type IoTDataPlaneClient,
} from '@aws-sdk/client-iot-data-plane';
import { afterEach, describe, expect, it } from 'vitest';
import { SimulatedGateway } from '#office/demo/fleet/gateway.ts';
import { startIotCore, type IotCore, type IotCoreOptions } from '#office/demo/iot-core/start-iot-core.ts';
import { SeededRandom } from '#office/demo/seeded-random.ts';
import { createClient } from '../../../../../security/iot-core-client.ts';

let core: IotCore;
let client: IoTDataPlaneClient;

async function start(options: IotCoreOptions = {}): Promise<void> {
  core = await startIotCore(options);
  client = createClient(core);
}

afterEach(async () => {
  client.destroy();
  await core.stop();
});

/** The name and status of the error a request is refused with. */
async function refusalOf(request: Promise<unknown>): Promise<unknown> {
  try {
    await request;
    return null;
  } catch (error) {
    const { name, $metadata } = error as { name: string; $metadata: { httpStatusCode: number } };
    return [name, $metadata.httpStatusCode];
  }
}

function publish(topic: string, payload: Uint8Array | string): Promise<unknown> {
  return client.send(new PublishCommand({ topic, qos: 1, retain: true, payload: Buffer.from(payload) }));
}

describe('the embedded IoT Core as the real SDK sees it', () => {
  it('gives back byte for byte what was published, with its time, until an empty message clears it', async () => {
    await start();
    const payload = Buffer.from(Array.from({ length: 256 }, (_, byte) => byte));
    await publish('wmbus/v1/gw/b/1', payload);
    const topic = 'wmbus/v1/gw/b/1';
    const got = await client.send(new GetRetainedMessageCommand({ topic }));
    expect(Buffer.from(got.payload ?? [])).toEqual(payload);
    expect(got).toMatchObject({ topic, qos: 1 });
    expect(Math.abs((got.lastModifiedTime ?? 0) - Date.now())).toBeLessThan(10_000);
    await publish(topic, '');
    const gone = await refusalOf(client.send(new GetRetainedMessageCommand({ topic })));
    expect(gone).toEqual(['ResourceNotFoundException', 404]);
  });

  it('lists at most two hundred messages a page', async () => {
    await start();
    await Promise.all(Array.from({ length: 201 }, (_, number) => publish(`t/${number}`, 'x')));
    const page = await client.send(new ListRetainedMessagesCommand({}));
    expect(page.retainedTopics).toHaveLength(200);
    expect(page.retainedTopics?.[0]).toMatchObject({ topic: 't/0', payloadSize: 1, qos: 1 });
    const { nextToken } = page;
    const last = await client.send(new ListRetainedMessagesCommand({ nextToken }));
    expect(last.retainedTopics).toHaveLength(1);
    expect(last.nextToken).toBeUndefined();
    for (const maxResults of [0, 201])
      expect(await refusalOf(client.send(new ListRetainedMessagesCommand({ maxResults })))).toEqual([
        'InvalidRequestException',
        400,
      ]);
  });

  it('refuses what its message broker would not carry', async () => {
    await start();
    expect(await refusalOf(publish('t', Buffer.alloc(128 * 1024)))).toBeNull();
    expect(await refusalOf(publish('t', Buffer.alloc(128 * 1024 + 1)))).toEqual([
      'RequestEntityTooLargeException',
      413,
    ]);
    for (const topic of ['a/+', 'a/#', '$aws/x', 'x'.repeat(257), 'a/b/c/d/e/f/g/h/i'])
      expect(await refusalOf(publish(topic, 'x'))).toEqual(['InvalidRequestException', 400]);
  });

  it('throttles beyond its quotas with 429', async () => {
    await start({ quotas: { perSecond: { GetRetainedMessage: 1 }, retainedPublishesPerSecond: 1 } });
    expect(await refusalOf(publish('t', 'x'))).toBeNull();
    expect(await refusalOf(publish('t', 'x'))).toEqual(['ThrottlingException', 429]);
    const get = () => refusalOf(client.send(new GetRetainedMessageCommand({ topic: 't' })));
    expect([await get(), await get()]).toEqual([null, ['ThrottlingException', 429]]);
  });

  it('lets a reader look and not clear', async () => {
    await start();
    await publish('t', 'x');
    const reader = createClient(core, { credentials: core.readerCredentials });
    expect((await reader.send(new ListRetainedMessagesCommand({}))).retainedTopics).toHaveLength(1);
    const clear = new PublishCommand({ topic: 't', retain: true, payload: new Uint8Array() });
    expect(await refusalOf(reader.send(clear))).toEqual(['ForbiddenException', 403]);
    reader.destroy();
  });

  it('knows which gateway is connected and since when another is not', async () => {
    await start();
    const gateway = new SimulatedGateway({ id: 'gw-1', random: new SeededRandom('1') });
    const broker = { port: core.mqttPort, ca: core.ca };
    const connection = await gateway.connect(broker, await core.issueGatewayCertificate('gw-1'));
    const state = () => client.send(new GetConnectionCommand({ clientId: 'gw-1' }));
    expect(await state()).toMatchObject({ connected: true, thingName: 'gw-1', cleanSession: true });
    await connection.endAsync();
    await expect.poll(state).toMatchObject({ connected: false, disconnectedSince: expect.any(Number) });
    const unknown = client.send(new GetConnectionCommand({ clientId: 'gw-2' }));
    expect(await refusalOf(unknown)).toEqual(['ResourceNotFoundException', 404]);
  });

  it('keeps shadows with a version that guards against two writers', async () => {
    await start();
    const update = (version: number) =>
      client.send(
        new UpdateThingShadowCommand({
          thingName: 'wmbus-puller',
          payload: Buffer.from(JSON.stringify({ state: { reported: { holder: 'pc-1' } }, version })),
        }),
      );
    await update(0);
    expect(await refusalOf(update(0))).toEqual(['ConflictException', 409]);
    const { payload } = await client.send(new GetThingShadowCommand({ thingName: 'wmbus-puller' }));
    expect(JSON.parse(Buffer.from(payload ?? []).toString())).toMatchObject({
      state: { reported: { holder: 'pc-1' } },
      version: 1,
    });
  });
});

describe('stopping the embedded IoT Core', () => {
  it('leaves nothing that keeps the process alive, not even with gateways still connected', async () => {
    await start();
    const script = `
      import { startIotCore } from '#office/demo/iot-core/start-iot-core.ts';
      import { SimulatedGateway } from '#office/demo/fleet/gateway.ts';
      import { SeededRandom } from '#office/demo/seeded-random.ts';
      const core = await startIotCore();
      const gateway = new SimulatedGateway({ id: 'gw', random: new SeededRandom('1') });
      const client = await gateway.connect(
        { port: core.mqttPort, ca: core.ca }, await core.issueGatewayCertificate('gw'));
      client.on('error', () => {});
      await core.stop();
      console.log('stopped');`;
    const args = ['--input-type=module-typescript', '--eval', script];
    const { stdout } = await promisify(execFile)(process.execPath, args, { timeout: 15_000 });
    expect(stdout.trim()).toBe('stopped');
  });
});
