/** A bill is the same bytes wherever the machine stands: each case runs in processes of other time zones. */
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';

const CLI = fileURLToPath(new URL('../../../../electron/cli.ts', import.meta.url));
const FIXTURES = new URL('../../../fixtures/billing/', import.meta.url);
const ZONES = ['UTC', 'Europe/Berlin', 'America/St_Johns'];

const run = promisify(execFile);

/** What `stichtag bill` prints in a time zone. */
async function billIn(zone: string, name: string): Promise<string> {
  const { stdout } = await run(process.execPath, [CLI, 'bill', fileURLToPath(new URL(name, FIXTURES))], {
    env: { ...process.env, TZ: zone },
    maxBuffer: 64 * 1024 * 1024,
  });
  return stdout;
}

/** Minutes west of UTC on a summer day: proof that a process lives in the zone. */
async function summerOffsetIn(zone: string): Promise<string> {
  const script = 'process.stdout.write(String(new Date(2025, 6, 1).getTimezoneOffset()))';
  return (await run(process.execPath, ['-e', script], { env: { ...process.env, TZ: zone } })).stdout;
}

describe('the time zone of the machine', () => {
  it('is in force in the processes compared here', async () => {
    expect(await Promise.all(ZONES.map(summerOffsetIn))).toEqual(['0', '-120', '150']);
  });

  it.each([
    ['changes of user around 29 February and on both clock changes', 'frozen/house.case.json'],
    ['changes by days on both clock changes', 'variants/bill-clock-changes-by-days.json'],
  ])(
    'does not show in the bytes of a bill with %s',
    async (_, name) => {
      const [here, ...elsewhere] = await Promise.all(ZONES.map((zone) => billIn(zone, name)));
      expect(here?.length).toBeGreaterThan(1000);
      // Not `toEqual`: a difference of megabytes tells nobody anything.
      expect(elsewhere.every((printed) => printed === here)).toBe(true);
    },
    60_000,
  );
});
