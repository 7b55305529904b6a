/** What the morning costs with thousands of meters: the list of meters and the morning list, asked through the router. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ChannelName } from '#shared/contract/contract.ts';
import { decimalTextOf } from '#shared/model/decimal-text.ts';
import { dayOfInstant } from '#shared/model/plain-date.ts';
import { createLargeOffice, FLEET_MORNING } from '../support/large-fleet.ts';
import { PASSPHRASE } from '../support/office-folder.ts';
import { WindowOffice } from '../unit/electron/office/services/window-office.ts';
import type { BenchRow } from './bench-row.ts';

const METERS = 5_000;
const DAYS = 30;
const ROUNDS = 5;

/** Each list after readings came, after a change of anything else, and again with nothing changed. */
export async function run(report: (row: BenchRow) => void): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'bench-meters-'));
  await createLargeOffice(folder, { meters: METERS, days: DAYS });
  const office = new WindowOffice(folder);
  office.now = FLEET_MORNING;
  try {
    await office.get('vault.unlock', { staffId: 'rr', passphrase: PASSPHRASE });
    for (const channel of ['meters.list', 'morning.list', 'gateways.list'] as const) {
      const afterReadings = await medianSeconds(office, channel, () => enterReading(office));
      const afterChange = await medianSeconds(office, channel, () => changeLimits(office));
      const again = await medianSeconds(office, channel, async () => {});
      report(rowOf(`${channel}, ${METERS} meters, after readings`, afterReadings, again));
      report(rowOf(`${channel}, ${METERS} meters, after a change`, afterChange, again));
      report(rowOf(`${channel}, ${METERS} meters, again`, again, afterReadings));
    }
  } finally {
    await office.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function medianSeconds(
  office: WindowOffice,
  channel: ChannelName & ('meters.list' | 'morning.list' | 'gateways.list'),
  change: () => Promise<void>,
): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    await change();
    const start = performance.now();
    await office.get(channel, {});
    times.push((performance.now() - start) / 1000);
  }
  return times.toSorted((a, b) => a - b)[ROUNDS >> 1] ?? Number.NaN;
}

/** As after a pull: the office reads the signs of all meters anew. */
async function enterReading(office: WindowOffice): Promise<void> {
  const [meter] = await office.get('meters.list', {});
  if (meter === undefined) throw new Error('the fleet has meters');
  const reading = {
    day: dayOfInstant(FLEET_MORNING),
    value: decimalTextOf('3000'),
    unit: 'units',
    origin: 'readOnSite',
    note: 'bench',
  } as const;
  await office.get('meters.addReading', { id: meter.id, reading });
}

/** The office judges its meters anew, from the signs it has read. */
async function changeLimits(office: WindowOffice): Promise<void> {
  const limits = await office.get('morning.silenceLimits', {});
  await office.get('morning.saveSilenceLimits', limits);
}

function rowOf(name: string, seconds: number, other: number): BenchRow {
  const rate = METERS / seconds;
  return {
    name,
    n: METERS,
    seconds,
    rate,
    unit: 'meters/s',
    baseline: 'the other way',
    ratio: other / seconds,
  };
}
