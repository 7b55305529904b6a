import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeInChromium } from './host/chromium.ts';
import { startHost, type Host } from './host/start-host.ts';
import { packBytes, unpackBytes } from './host/wire-bytes.ts';

/** On a busy machine, with a window still to be built. */
const STARTING_TAKES_AT_MOST_MS = 180_000;

let host: Host;

describeInChromium('the window in the browser tests', () => {
  beforeAll(async () => {
    host = await startHost();
  }, STARTING_TAKES_AT_MOST_MS);
  // Stopping fails when the page broke its content policy on the way.
  afterAll(() => host.stop());

  it('shows the first start of an empty office', async () => {
    await expect.poll(() => host.page.title()).toContain('Stichtag');
    await expect.poll(() => host.page.locator('body').textContent()).toMatch(/Demo/);
  });
});

describe('the bridge of the browser tests', () => {
  it('carries bytes inside a reply unharmed', () => {
    const reply = {
      ok: true,
      value: { fileName: 'a.pdf', pdf: Uint8Array.from([0, 37, 128, 255]), pages: [1, null] },
    };
    expect(unpackBytes(JSON.parse(JSON.stringify(packBytes(reply))))).toEqual(reply);
  });
});
