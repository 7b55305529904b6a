import {
  GetRetainedMessageCommand,
  ListRetainedMessagesCommand,
  PublishCommand,
} from '@aws-sdk/client-iot-data-plane';
import { createHash, createHmac } from 'node:crypto';
import { request } from 'node:https';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startIotCore, type IotCore } from '#office/demo/iot-core/start-iot-core.ts';
import { createClient, type ClientOptions, type RequestOnTheWire } from './iot-core-client.ts';

const MINUTE_MS = 60_000;
let core: IotCore;
let clockAheadMs = 0;

beforeAll(async () => {
  core = await startIotCore({ now: () => new Date(Date.now() + clockAheadMs) });
});

afterAll(() => core.stop());

/** The outcome of publishing a payload: `OK` or the name and the message of the refusal. */
async function publish(options: ClientOptions = {}): Promise<string> {
  const client = createClient(core, options);
  try {
    // Characters that must survive the double encoding of the path.
    const topic = 'wmbus/v1/gw 1/b/20260107/1-1 (ä=%&!)';
    await client.send(new PublishCommand({ topic, qos: 1, retain: true, payload: Buffer.from('bundle') }));
    return 'OK';
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return `${error.name}: ${error.message}`;
  } finally {
    client.destroy();
  }
}

function tampering(change: (request: RequestOnTheWire) => void): Promise<string> {
  return publish({ tamper: change });
}

/** A request no SDK has signed; resolves with its status and the type of the error. */
function requestByHand(path: string, headers: Record<string, string>): Promise<[number, string | undefined]> {
  return new Promise((resolve, reject) => {
    const options = { host: 'localhost', port: core.dataPort, ca: core.ca, path, headers };
    const sent = request(options, (response) => {
      response.resume();
      const type = response.headers['x-amzn-errortype'];
      response.on('end', () => resolve([response.statusCode ?? 0, String(type)]));
    });
    sent.on('error', reject).end();
  });
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function hmac(key: string | Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}

async function statusOf(headers: Record<string, string>): Promise<number> {
  const [status] = await requestByHand('/retainedMessage', headers);
  return status;
}

/** Headers of a `GET /retainedMessage`, correctly signed by hand over exactly these headers and this scope. */
function signByHand(signedNames: readonly string[], scopeDate?: string): Record<string, string> {
  const amzDate = new Date().toISOString().replaceAll(/[-:]|\.\d{3}/g, '');
  const day = scopeDate ?? amzDate.slice(0, 8);
  const headers: Record<string, string> = { host: `localhost:${core.dataPort}`, 'x-amz-date': amzDate };
  const canonicalHeaders = signedNames.map((name) => `${name}:${headers[name]}\n`).join('');
  const names = signedNames.join(';');
  const canonical = ['GET', '/retainedMessage', '', canonicalHeaders, names, sha256('')].join('\n');
  const scope = `${day}/${core.region}/iotdata/aws4_request`;
  const toSign = ['AWS4-HMAC-SHA256', amzDate, scope, sha256(canonical)].join('\n');
  const dayKey = hmac(`AWS4${core.credentials.secretAccessKey}`, day);
  const key = hmac(hmac(hmac(dayKey, core.region), 'iotdata'), 'aws4_request');
  const credential = `${core.credentials.accessKeyId}/${scope}`;
  const signature = hmac(key, toSign).toString('hex');
  const authorization = `AWS4-HMAC-SHA256 Credential=${credential}, SignedHeaders=${names}, Signature=${signature}`;
  return { ...headers, authorization };
}

describe('the data plane’s signature check', () => {
  it('accepts what the SDK signs, also topics that need encoding twice and pages with a token', async () => {
    expect(await publish()).toBe('OK');
    const client = createClient(core);
    for (const number of [1, 2, 3])
      await client.send(
        new PublishCommand({ topic: `a/${number}`, retain: true, payload: Buffer.from('x') }),
      );
    const first = await client.send(new ListRetainedMessagesCommand({ maxResults: 2 }));
    const second = await client.send(
      new ListRetainedMessagesCommand({ maxResults: 2, nextToken: first.nextToken }),
    );
    expect([...(first.retainedTopics ?? []), ...(second.retainedTopics ?? [])]).toHaveLength(4);
    const topic = 'wmbus/v1/gw 1/b/20260107/1-1 (ä=%&!)';
    const { payload } = await client.send(new GetRetainedMessageCommand({ topic }));
    expect(Buffer.from(payload ?? []).toString()).toBe('bundle');
    client.destroy();
  });

  it('refuses a wrong secret, an unknown key, another region and another service', async () => {
    const { accessKeyId } = core.credentials;
    expect(await publish({ credentials: { accessKeyId, secretAccessKey: 'guessed' } })).toMatch(
      /^ForbiddenException: The request signature we calculated does not match/,
    );
    expect(await publish({ credentials: { accessKeyId: 'AKIAUNKNOWN', secretAccessKey: 'x' } })).toBe(
      'ForbiddenException: The security token included in the request is invalid.',
    );
    expect(await publish({ region: 'us-east-1' })).toMatch(/^ForbiddenException: .*valid region/);
    const asIot = await tampering(({ headers }) => {
      headers['authorization'] = (headers['authorization'] ?? '').replace('/iotdata/', '/iot/');
    });
    expect(asIot).toBe('ForbiddenException: Credential should be scoped to correct service.');
  });

  it.each<[string, (request: RequestOnTheWire) => void]>([
    ['body', (sent) => void (sent.body = Buffer.from('forged'))],
    ['topic', (sent) => void (sent.path = sent.path.replace('gw%201', 'gw%202'))],
    ['query', (sent) => void (sent.query['retain'] = 'false')],
    ['extra query', (sent) => void (sent.query['messageExpiry'] = '1')],
    ['date', (sent) => void (sent.headers['x-amz-date'] = '20260107T030000Z')],
    [
      'body and its hash',
      (sent) => {
        sent.body = Buffer.from('forged');
        delete sent.headers['x-amz-content-sha256'];
      },
    ],
  ])('refuses a request whose %s was changed on the way', async (_part, change) => {
    expect(await tampering(change)).toMatch(/^ForbiddenException: /);
  });

  it('refuses a correct signature that leaves host or date unsigned, or is scoped to another day', async () => {
    expect(await statusOf(signByHand(['host', 'x-amz-date']))).toBe(200);
    expect(await statusOf(signByHand(['x-amz-date']))).toBe(403);
    expect(await statusOf(signByHand(['host']))).toBe(403);
    expect(await statusOf(signByHand(['x-amz-date', 'host']))).toBe(403);
    expect(await statusOf(signByHand(['host', 'x-amz-date'], '20260101'))).toBe(403);
  });

  it('refuses requests signed more than five minutes from its clock, and says so', async () => {
    clockAheadMs = 6 * MINUTE_MS;
    expect(await publish()).toMatch(
      /^ForbiddenException: Signature expired: \d{8}T\d{6}Z is now earlier than/,
    );
    clockAheadMs = -6 * MINUTE_MS;
    expect(await publish()).toMatch(/^ForbiddenException: Signature not yet current: .* is still later than/);
    clockAheadMs = 4 * MINUTE_MS;
    expect(await publish()).toBe('OK');
    clockAheadMs = 0;
  });

  it('answers unsigned and malformed requests with 403 and the header of the real service', async () => {
    const signature = 'AWS4-HMAC-SHA256 Credential=/////, SignedHeaders=, Signature=';
    expect(await requestByHand('/retainedMessage', {})).toEqual([403, 'ForbiddenException:']);
    expect(await requestByHand('/retainedMessage', { authorization: signature })).toEqual([
      403,
      'ForbiddenException:',
    ]);
    expect(await requestByHand('/%', { authorization: 'Basic eDp5' })).toEqual([403, 'ForbiddenException:']);
  });
});
