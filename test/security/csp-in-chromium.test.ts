import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeInChromium } from '../e2e/host/chromium.ts';
import { startHost, type Host } from '../e2e/host/start-host.ts';

/** On a busy machine, with a window still to be built. */
const STARTING_TAKES_AT_MOST_MS = 180_000;

const ATTACKING_WINDOW = path.join(import.meta.dirname, '..', 'fixtures', 'attacking-window');

type AttackingPage = Readonly<Record<string, unknown>> & {
  runAttack(name: string, origin: string): Promise<string>;
};

let elsewhere: Server;
let elsewhereOrigin = '';
const askedElsewhere: string[] = [];
let host: Host;

/** Lets the page try one attack and waits until the browser reports that it broke `rule`; returns how it failed. */
async function attack(name: string, rule: RegExp): Promise<string> {
  const before = host.violations.found.length;
  const outcome = await host.page.evaluate(
    async ([attackName, origin]) =>
      await (globalThis as unknown as AttackingPage).runAttack(attackName, origin),
    [name, elsewhereOrigin] as const,
  );
  await expect.poll(() => host.violations.found.slice(before).join('\n'), { timeout: 5_000 }).toMatch(rule);
  return outcome;
}

async function global(name: string): Promise<unknown> {
  return await host.page.evaluate((key) => (globalThis as unknown as AttackingPage)[key], name);
}

describeInChromium('the content policy in a real browser', () => {
  beforeAll(async () => {
    elsewhere = createServer((request, response) => {
      askedElsewhere.push(request.url ?? '');
      response.writeHead(200, { 'Access-Control-Allow-Origin': '*' }).end();
    });
    await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve));
    elsewhereOrigin = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}`;
    host = await startHost({ windowFolder: ATTACKING_WINDOW });
  }, STARTING_TAKES_AT_MOST_MS);
  afterAll(async () => {
    host.violations.found.length = 0;
    await host.stop();
    elsewhere.close();
  });

  it('runs the window’s own script files, and neither inline scripts nor handlers', async () => {
    expect(await global('ownScriptRan')).toBe(true);
    expect(await global('inlineRan')).toBeUndefined();
    expect(await global('handlerRan')).toBeUndefined();
    expect(host.violations.found.join('\n')).toMatch(/script-src-elem inline[\s\S]*script-src-attr inline/);
  });

  it('applies neither inline style sheets nor style attributes', async () => {
    const colours = await host.page.evaluate(() => [
      getComputedStyle(document.body).color,
      getComputedStyle(document.querySelector('#p') ?? document.body).color,
    ]);
    expect(colours).toEqual(['rgb(0, 0, 0)', 'rgb(0, 0, 0)']);
    expect(host.violations.found.join('\n')).toMatch(/style-src-elem inline[\s\S]*style-src-attr inline/);
  });

  it.each([
    ['eval', /script-src|trusted-types/],
    ['new Function', /script-src|trusted-types/],
    ['a timer with text', /script-src|trusted-types/],
    ['innerHTML', /require-trusted-types-for/],
    ['insertAdjacentHTML', /require-trusted-types-for/],
    ['document.write', /require-trusted-types-for/],
    ['srcdoc', /require-trusted-types-for/],
    ['the text of a script', /require-trusted-types-for/],
    ['the source of a script', /require-trusted-types-for/],
    ['a policy of its own', /trusted-types/],
    ['a worker from a blob', /worker-src|trusted-types/],
  ])('lets no text become code or markup by %s', async (name, rule) => {
    const outcome = await attack(name, rule);
    if (name !== 'a timer with text') expect(outcome).not.toBe('went through');
    expect([await global('timerRan'), await global('textRan')]).toEqual([undefined, undefined]);
  });

  it.each([
    ['a foreign module', 'script-src-elem'],
    ['a foreign image', 'img-src'],
    ['a foreign style sheet', 'style-src-elem'],
    ['a foreign frame', 'frame-src'],
    ['a foreign video', 'media-src'],
    ['a foreign font', 'font-src'],
    ['a foreign base', 'base-uri'],
    ['fetch', 'connect-src'],
    ['a beacon', 'connect-src'],
    ['a web socket', 'connect-src'],
    ['an event source', 'connect-src'],
    ['a form', 'form-action'],
  ])('reaches nobody elsewhere by %s', async (name, directive) => {
    await attack(name, new RegExp(`^policy: ${directive} `, 'm'));
    expect(askedElsewhere).toEqual([]);
    expect(host.page.url()).toBe(`${host.origin}/index.html`);
  });
});
