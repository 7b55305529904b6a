/** The browser of the tests: the system's Chromium, headless, without any traffic of its own. */
import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';
import { describe } from 'vitest';

const PROGRAM = process.env['STICHTAG_CHROMIUM'] ?? '/usr/bin/chromium';

const SWITCHES = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const WHY_NO_CHROMIUM = `Browsertests brauchen Chromium unter ${PROGRAM} (STICHTAG_CHROMIUM nennt einen anderen Ort)`;

/**
 * As `describe`, for tests in the browser. Without Chromium they are skipped with a sentence, except where the tools
 * are demanded (STICHTAG_REQUIRE_TOOLS=1): there they run, and fail.
 */
export function describeInChromium(name: string, tests: () => void): void {
  if (existsSync(PROGRAM) || process.env['STICHTAG_REQUIRE_TOOLS'] === '1') describe(name, tests);
  else describe.skip(`${name} – ${WHY_NO_CHROMIUM}`, tests);
}

export async function launchChromium(): Promise<Browser> {
  if (!existsSync(PROGRAM)) throw new Error(WHY_NO_CHROMIUM);
  return await chromium.launch({ executablePath: PROGRAM, headless: true, args: SWITCHES });
}
