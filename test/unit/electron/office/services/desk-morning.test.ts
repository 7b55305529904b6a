import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MessageCode } from '#shared/contract/messages.ts';
import type { MorningItem } from '#shared/contract/overview.ts';
import { plainDateOf } from '#shared/model/plain-date.ts';
import { PASSPHRASE } from '../../../../support/office-folder.ts';
import {
  createTroubledOffice,
  DEAD_GATEWAY,
  LAST_SIGN,
  LEAPT_ON,
  MORNING,
  numberOf,
  READ_ON,
  UNKNOWN_GATEWAY,
} from '../../../../support/troubled-house.ts';
import { WindowOffice } from './window-office.ts';

describe('the morning list', { timeout: 60_000 }, () => {
  let office: WindowOffice;

  beforeAll(async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'morning-'));
    await createTroubledOffice(folder);
    office = new WindowOffice(folder);
    office.now = MORNING;
    await office.get('vault.unlock', { staffId: 'rr', passphrase: PASSPHRASE });
  }, 120_000);
  afterAll(() => office.stop());

  async function open(): Promise<MorningItem[]> {
    return (await office.get('morning.list', {})).groups.flatMap(({ items }) => items);
  }

  async function find(number: string, code: MessageCode): Promise<MorningItem> {
    const item = (await open()).find((one) => one.number === number && one.message.code === code);
    if (item === undefined) throw new Error(`${code} of ${number} is not on the list`);
    return item;
  }

  it('names every planted trouble once, and nothing else', async () => {
    const found = (await open()).map(({ number, message }) => `${number} ${message.code}`).toSorted();
    expect(found).toEqual(
      [
        `${numberOf('wrongKey')} wrongKey`,
        `${numberOf('missingKey')} missingKey`,
        `${numberOf('silent')} silent`,
        `${numberOf('lowBattery')} batteryLow`,
        `${DEAD_GATEWAY} gatewaySilent`,
        `${numberOf('behindDeadGateway')} silent`,
        `${numberOf('alsoBehindDeadGateway')} silent`,
        `${numberOf('swapped')} swapped`,
        `${numberOf('swappedToo')} swapped`,
        `${numberOf('calibrationEnds')} calibrationEnds`,
        `${numberOf('leaps')} leap`,
        `${numberOf('standsStill')} standstill`,
        `${UNKNOWN_GATEWAY} gatewayUnknown`,
      ].toSorted(),
    );
  });

  it('puts what is behind a dead gateway into one group, the gateway first', async () => {
    const { groups } = await office.get('morning.list', {});
    const group = groups.find(({ gateway }) => gateway === DEAD_GATEWAY);
    expect(group?.propertyName).toBe('Stadtpark Suites');
    expect(group?.items.map(({ number, message }) => [number, message.isBehindSilentGateway])).toEqual([
      [DEAD_GATEWAY, false],
      [numberOf('behindDeadGateway'), true],
      [numberOf('alsoBehindDeadGateway'), true],
    ]);
  });

  it('names the same cause on the page of the meter: the gateway, and not its radio', async () => {
    const { meterId } = await find(numberOf('behindDeadGateway'), 'silent');
    const { messages, brokenAt } = await office.get('meters.get', { id: meterId ?? 0 });
    expect(messages.map(({ code, isBehindSilentGateway }) => [code, isBehindSilentGateway])).toEqual([
      ['silent', true],
    ]);
    expect(brokenAt).toBe('gateway');
  });

  it('says since when, and who a meter seems exchanged with', async () => {
    const silent = await find(numberOf('silent'), 'silent');
    expect(silent.message.since?.slice(0, 10)).toBe(LAST_SIGN);
    const swapped = await find(numberOf('swapped'), 'swapped');
    expect(swapped.message.evidence).toEqual([`Getauscht plausibel mit Gerät ${numberOf('swappedToo')}`]);
    const wrong = await find(numberOf('wrongKey'), 'wrongKey');
    expect(wrong.message.since?.slice(0, 10)).toBe('2026-01-19');
    expect((await find(numberOf('leaps'), 'leap')).message.since?.slice(0, 10)).toBe(LEAPT_ON);
    expect((await find(numberOf('standsStill'), 'standstill')).message.since?.slice(0, 10)).toBe(READ_ON);
  });

  it('hides what is ignored or waits, keeps what was only seen, and shows it again when told or when the day comes', async () => {
    const { subject, message } = await find(numberOf('silent'), 'silent');
    const ref = { subject, code: message.code } as const;
    const mark = { ...ref, state: message.state };
    await office.get('morning.mark', { ...mark, marking: { kind: 'seen', note: 'angerufen' } });
    expect((await find(numberOf('silent'), 'silent')).message.mark).toMatchObject({
      kind: 'seen',
      by: 'RR',
      note: 'angerufen',
    });
    const until = plainDateOf('2026-02-20');
    await office.get('morning.mark', { ...mark, marking: { kind: 'wait', until, note: '' } });
    await expect(find(numberOf('silent'), 'silent')).rejects.toThrow('not on the list');
    office.now = new Date('2026-02-20T06:00:00Z');
    expect((await find(numberOf('silent'), 'silent')).message.mark?.kind).toBe('wait');
    office.now = MORNING;
    await office.get('morning.mark', { ...mark, marking: { kind: 'ignore', note: 'Abriss' } });
    expect((await office.get('morning.list', {})).settled.flatMap(({ items }) => items)).toHaveLength(1);
    await office.get('morning.unmark', ref);
    await find(numberOf('silent'), 'silent');
  });

  it('shows an ignored message again when its state changes', async () => {
    const { subject, message } = await find(numberOf('lowBattery'), 'batteryLow');
    const marking = { kind: 'ignore', note: 'Tausch bestellt' } as const;
    await office.get('morning.mark', { subject, code: 'batteryLow', state: 'an earlier state', marking });
    expect((await find(numberOf('lowBattery'), 'batteryLow')).message.mark).toBeNull();
    await office.get('morning.mark', { subject, code: 'batteryLow', state: message.state, marking });
    await expect(find(numberOf('lowBattery'), 'batteryLow')).rejects.toThrow('not on the list');
    await office.get('history.undo', {});
    expect((await find(numberOf('lowBattery'), 'batteryLow')).message.mark).toBeNull();
  });

  it('takes longer limits for a kind of meter', async () => {
    const before = await office.get('morning.silenceLimits', {});
    expect(before.allocator).toBe(48);
    await office.get('morning.saveSilenceLimits', { ...before, allocator: 240 });
    expect(await find(numberOf('silent'), 'late')).toBeDefined();
    await office.get('morning.saveSilenceLimits', before);
    await find(numberOf('silent'), 'silent');
  });

  it('says beforehand how many devices other limits would make silent, and changes nothing', async () => {
    const saved = await office.get('morning.silenceLimits', {});
    const counts = await office.get('morning.silentUnder', saved);
    expect(counts).toEqual({
      allocator: { silent: 3, total: 8 },
      heatMeter: { silent: 0, total: 1 },
      warmWaterMeter: { silent: 0, total: 5 },
      hotWaterHeatMeter: { silent: 0, total: 0 },
    });
    const patient = await office.get('morning.silentUnder', { ...saved, allocator: 240 });
    expect(patient.allocator).toEqual({ silent: 0, total: 8 });
    // Never below three of a meter's own intervals, however short the limit.
    expect(await office.get('morning.silentUnder', { ...saved, heatMeter: 1 })).toEqual(counts);
    expect(await office.get('morning.silenceLimits', {})).toEqual(saved);
    await find(numberOf('silent'), 'silent');
  });

  it('writes a work order with address, room, number and task, and neither name nor key', async () => {
    const file = path.join(office.folder, 'auftrag.pdf');
    office.desktop.answers.push(file);
    const messages = (await open()).map(({ subject, message }) => ({ subject, code: message.code }));
    expect(await office.get('morning.saveWorkOrder', { messages, by: plainDateOf('2026-02-27') })).toEqual({
      saved: true,
    });
    const text = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });
    for (const expected of [
      'Max-Planck-Ring 6A',
      'Wohnung 2, Küche',
      numberOf('silent'),
      DEAD_GATEWAY,
      '27.02.2026',
    ])
      expect(text).toContain(expected);
    expect(text).not.toMatch(/Mieter von|Reichel/);
    expect(readFileSync(file).subarray(0, 5).toString()).toBe('%PDF-');
  });
});
