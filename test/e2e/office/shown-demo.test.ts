/** The demo as the window opens it on a day of its own: every heading of the morning list has a line with its cause. */
import { afterEach, describe, expect, it } from 'vitest';
import type { MorningItem } from '#shared/contract/overview.ts';
import { messageTopic, topicOf } from '#shared/contract/messages.ts';
import { WindowOffice } from '../../unit/electron/office/services/window-office.ts';

const TAKES_AT_MOST_MS = 120_000;

let office: WindowOffice;
afterEach(() => office.stop());

async function pull(): Promise<unknown> {
  office.told.length = 0;
  await office.get('pull.start', {});
  await expect
    .poll(() => office.told.some(({ type }) => type === 'pull.ended'), { timeout: 60_000 })
    .toBe(true);
  return office.told.findLast(({ type }) => type === 'pull.ended');
}

async function openDemoAt(now: string): Promise<void> {
  office = new WindowOffice();
  office.now = new Date(now);
  await office.create();
  await office.get('demo.load', {});
  expect(await pull()).toMatchObject({
    result: { outcome: 'complete', quarantined: 0, duplicates: 0, unknownMeters: 0, gaps: [] },
  });
}

function told({ place, message }: MorningItem, gateway: string | null): string {
  return [gateway, place, message.code].filter(Boolean).join(' · ');
}

async function messages(): Promise<string[]> {
  const { groups } = await office.get('morning.list', {});
  return groups.flatMap(({ gateway, items }) => items.map((item) => told(item, gateway))).toSorted();
}

const EVERY_MESSAGE = [
  'muc-4f0a01 · Ilmtal-Blick, Bad · standstill',
  'muc-4f0a01 · Kickelhahn-Zimmer, Bad · wrongKey',
  'muc-4f0a01 · Lindenhof-Apartment, Bad · swapped',
  'muc-4f0a01 · Lindenhof-Apartment, Küche · batteryLow',
  'muc-4f0a01 · Parkblick-Suite, Kinderzimmer · missingKey',
  'muc-4f0a02 · Kickelhahn-Zimmer, Schlafzimmer · silent',
  'muc-4f0a02 · Parkblick-Suite, Bad · leap',
  'muc-4f0a02 · Urbaner Rückzugsort, Bad · swapped',
  'muc-4f0a02 · calibrationEnds',
  'muc-4f0a03 · Laden am Stadtpark, Lager · silent',
  'muc-4f0a03 · Laden am Stadtpark, Teeküche · silent',
  'muc-4f0a03 · Laden am Stadtpark, Teeküche · silent',
  'muc-4f0a03 · Laden am Stadtpark, Verkaufsraum · silent',
  'muc-4f0a03 · Laden, Lager, Steckdose hinter dem Regal · gatewaySilent',
  'muc-4f0a09 · gatewayUnknown',
];

describe('the shown demo', () => {
  it(
    'shows a handful of troubles on the first day that has any, and goes on living with them',
    async () => {
      await openDemoAt('2026-03-16T08:00:00Z');
      expect(await messages()).toEqual(EVERY_MESSAGE);
      const { groups } = await office.get('morning.list', {});
      const topics = new Set(
        groups.flatMap(({ items }) => items.map(({ message }) => topicOf(message.code))),
      );
      expect(topics).toEqual(new Set(messageTopic.options));
      office.now = new Date('2026-03-19T08:00:00Z');
      // Three nights of the three gateways that have power, and nothing twice.
      expect(await pull()).toMatchObject({ result: { outcome: 'complete', bundles: 9, quarantined: 0 } });
      expect(await messages()).toEqual(EVERY_MESSAGE);
    },
    TAKES_AT_MOST_MS,
  );

  it(
    'shows the same at the turn of a year, when every allocator begins anew',
    async () => {
      await openDemoAt('2027-01-04T21:30:00Z');
      expect(await messages()).toEqual(EVERY_MESSAGE);
    },
    TAKES_AT_MOST_MS,
  );

  it(
    'shows the same in summer, when every radiator is cold: none of them is silent or stands still',
    async () => {
      await openDemoAt('2028-07-30T08:00:00Z');
      expect(await messages()).toEqual(EVERY_MESSAGE);
    },
    TAKES_AT_MOST_MS,
  );
});
