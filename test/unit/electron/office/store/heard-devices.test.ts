import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { insertBundles, type NewBundle } from '#office/store/bundles.ts';
import {
  countTelegramsOf,
  dropTelegramsOf,
  latestTelegrams,
  requeueUnopenedOf,
} from '#office/store/heard-devices.ts';
import { recordOutcomes, telegramCounts } from '#office/store/telegrams.ts';
import { officeFixture, valueOf } from '../../../../support/office-folder.ts';

const DAY_MS = 86_400_000;

function bundleOf(number: number, receivedAt: Date, telegrams: NewBundle['telegrams']): NewBundle {
  return {
    source: 'test',
    topic: `t/${number}`,
    key: { gateway: 'gw', epoch: '1', seq: number },
    payload: Buffer.from(String(number)),
    receivedAt,
    lastModified: null,
    state: 'stored',
    telegrams,
  };
}

function telegram(manufacturer: string, id: string, at: Date, byte: number): NewBundle['telegrams'][number] {
  const address = { manufacturer, id, version: 1, deviceType: 8 };
  return {
    address,
    receivedAt: at,
    rssiDbm: -70,
    bytes: Buffer.from([byte, at.getTime() % 251, Number(id)]),
  };
}

describe('the senders in the store', () => {
  it('are each found with their last telegram, whoever sent how often and in which order', async () => {
    const { store } = await officeFixture();
    let bundles = 0;
    const heard = new Map<string, number>();
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            manufacturer: fc.constantFrom('EFE', 'QDS', 'ZRI'),
            id: fc.integer({ min: 1, max: 6 }).map((number) => String(number).padStart(8, '0')),
            day: fc.integer({ min: 0, max: 40 }),
            byte: fc.integer({ min: 0, max: 255 }),
          }),
          { maxLength: 12 },
        ),
        (sent) => {
          bundles += 1;
          const telegrams = sent.map(({ manufacturer, id, day, byte }) => {
            const at = new Date(Date.UTC(2026, 0, 1) + day * DAY_MS);
            heard.set(`${manufacturer}${id}`, Math.max(heard.get(`${manufacturer}${id}`) ?? 0, at.getTime()));
            return telegram(manufacturer, id, at, byte);
          });
          valueOf(insertBundles(store, [bundleOf(bundles, new Date(), telegrams)]));
          const found = latestTelegrams(store).map(({ sender, receivedAtMs, gateway }) => {
            expect(gateway).toBe('gw');
            return [sender.manufacturer + sender.id, receivedAtMs] as const;
          });
          expect(new Map(found)).toEqual(heard);
          expect(found).toHaveLength(heard.size);
        },
      ),
      { numRuns: 30 },
    );
  });

  it('wait to be read again where no key opened them, and only there', async () => {
    const { store } = await officeFixture();
    const at = new Date('2026-01-01T00:00:00Z');
    const sent = [1, 2, 3].map((byte) => telegram('QDS', '00000001', at, byte));
    valueOf(insertBundles(store, [bundleOf(1, at, sent)]));
    const outcomes = ['ok', 'WRONG_KEY', 'CRC_ERROR'].map((outcome, index) => ({
      telegramId: index + 1,
      outcome,
      verifiedBy: null,
      readings: [],
    }));
    valueOf(recordOutcomes(store, outcomes, at));
    expect(requeueUnopenedOf(store, { manufacturer: 'QDS', id: '00000001' })).toBe(1);
    expect(telegramCounts(store).map(({ outcome }) => outcome)).toEqual([null, 'CRC_ERROR', 'ok']);
  });

  it('lose what has been here too long, counted from its arrival', async () => {
    const { store } = await officeFixture();
    const sender = { manufacturer: 'QDS', id: '00000001' };
    const long = new Date('2024-01-01T00:00:00Z');
    valueOf(
      insertBundles(store, [
        bundleOf(1, new Date('2026-01-01T00:00:00Z'), [telegram('QDS', sender.id, long, 1)]),
        bundleOf(2, new Date('2026-03-01T00:00:00Z'), [telegram('QDS', sender.id, long, 2)]),
      ]),
    );
    expect(dropTelegramsOf(store, sender, new Date('2026-02-01T00:00:00Z'))).toBe(1);
    expect(countTelegramsOf(store, sender)).toBe(1);
  });
});
