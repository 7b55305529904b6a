import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Frame, Page } from 'playwright-core';
import { describeInChromium } from '../e2e/host/chromium.ts';
import { startHost, type Host } from '../e2e/host/start-host.ts';

/** On a busy machine, with a window still to be built. */
const STARTING_TAKES_AT_MOST_MS = 180_000;

interface Failed {
  readonly ok: false;
  readonly error: { readonly code: string; readonly message: string };
}

/** What the page can reach of the bridge: the client, and the raw binding below it that the app does not have. */
interface Reach {
  readonly askOffice: (channel: string, args: unknown) => Promise<string>;
  readonly office: Readonly<Record<string, Readonly<Record<string, (args?: unknown) => Promise<Failed>>>>>;
}

let folder = '';
let host: Host;

/** Asks the office from a frame, past the typed client. */
async function askFrom(frame: Page | Frame, channel: string, args: unknown): Promise<Failed> {
  const reply = await frame.evaluate(
    async ([name, payload]) => await (globalThis as unknown as Reach).askOffice(name, payload),
    [channel, args] as const,
  );
  return JSON.parse(reply) as Failed;
}

describeInChromium('the bridge in a real browser', () => {
  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'bridge-'));
    writeFileSync(path.join(folder, 'index.html'), '<!doctype html><title>Stichtag</title><p>Stichtag');
    host = await startHost({ windowFolder: folder });
  }, STARTING_TAKES_AT_MOST_MS);
  afterAll(async () => {
    await host.stop();
    rmSync(folder, { recursive: true });
  });

  it('answers the window', async () => {
    await expect(askFrom(host.page, 'vault.status', {})).resolves.toEqual({
      ok: true,
      value: { state: 'empty' },
    });
  });

  it('answers no sub-frame, though the page made it', async () => {
    await host.page.evaluate(() => document.body.append(document.createElement('iframe')));
    const frame = host.page.frames().at(-1);
    if (frame === undefined || frame === host.page.mainFrame()) throw new Error('the sub-frame is missing');
    await expect(askFrom(frame, 'vault.status', {})).resolves.toMatchObject({
      error: { code: 'SENDER_REFUSED' },
    });
  });

  it('answers no second page, though it shows the same address', async () => {
    const second = await host.context.newPage();
    await second.goto(`${host.origin}/index.html`);
    await expect(askFrom(second, 'vault.status', {})).resolves.toMatchObject({
      error: { code: 'SENDER_REFUSED' },
    });
    await second.close();
  });

  it('answers no other origin in the same window', async () => {
    await host.page.goto('about:blank');
    await expect(askFrom(host.page, 'vault.status', {})).resolves.toMatchObject({
      error: { code: 'SENDER_REFUSED' },
    });
    await host.page.goto(`${host.origin}/index.html`);
  });

  it.each(['nothing.here', 'vault.__proto__', 'constructor', '', 'vault.status '])(
    'knows no channel "%s"',
    async (channel) => {
      await expect(askFrom(host.page, channel, {})).resolves.toMatchObject({
        error: { code: 'CHANNEL_UNKNOWN' },
      });
    },
  );

  it.each([
    ['a text for an object', 'vault.unlock', 'staff'],
    ['a number for a text', 'vault.unlock', { staffId: 7, passphrase: 'x' }],
    ['nothing for an object', 'vault.unlock', null],
    ['a field nobody declared', 'vault.status', { verbose: true }],
    ['a list for a text', 'vault.unlock', { staffId: ['a'], passphrase: 'x' }],
  ])('refuses %s', async (_, channel, args) => {
    await expect(askFrom(host.page, channel, args)).resolves.toMatchObject({
      error: { code: 'ARGS_INVALID' },
    });
  });

  it('refuses what is too large, whatever the channel makes of it', async () => {
    await expect(
      askFrom(host.page, 'vault.unlock', { staffId: 'a', passphrase: 'x'.repeat(3_000_000) }),
    ).resolves.toMatchObject({ error: { code: 'PAYLOAD_TOO_LARGE' } });
  });

  it('tells a locked window nothing but that it is locked', async () => {
    for (const [channel, args] of [
      ['people.list', {}],
      ['people.get', { id: 1 }],
      ['search.everything', { text: 'Becker', limit: 10 }],
      ['settings.get', {}],
    ] as const)
      await expect(askFrom(host.page, channel, args)).resolves.toMatchObject({
        error: { code: 'OFFICE_LOCKED' },
      });
  });

  it('cannot be replaced or bent by a script in the page', async () => {
    const outcome = await host.page.evaluate(() => {
      const page = globalThis as unknown as { office: Record<string, Record<string, unknown>> };
      const attempts: [string, () => unknown][] = [
        ['replace', () => Object.defineProperty(globalThis, 'office', { value: 1 })],
        ['delete', () => Reflect.deleteProperty(globalThis, 'office')],
        ['bend', () => Object.defineProperty(page.office['vault'], 'unlock', { value: 1 })],
        ['extend', () => Object.defineProperty(page.office, 'extra', { value: 1 })],
      ];
      return attempts.map(([name, attempt]) => {
        try {
          return [name, attempt() === false];
        } catch {
          return [name, true];
        }
      });
    });
    expect(outcome).toEqual([
      ['replace', true],
      ['delete', true],
      ['bend', true],
      ['extend', true],
    ]);
  });
});
