import { describe, expect, it } from 'vitest';
import { decodeTelegram } from '#office/telegram/decode-telegram.ts';
import { InMemoryFormatCache } from '#office/telegram/format-cache.ts';
import { toMeterReadings } from '#office/telegram/meter-readings.ts';
import { prepareKey } from '#office/telegram/prepared-key.ts';
import {
  judgeSequence,
  type SequenceJudgement,
  type SequenceState,
} from '#office/telegram/telegram-sequence.ts';
import { encodeMode5, encodeMode7, frameOf } from './encode.ts';

const key = Buffer.from('000102030405060708090A0B0C0D0E0F', 'hex');
const allocator = { manufacturer: 'QDS', id: '12345678', version: 0x35, deviceType: 8 };
const waterMeter = { ...allocator, deviceType: 7 };
const START = Date.parse('2026-01-10T10:00:00Z');

function judge(previous: SequenceState | null, telegram: Uint8Array, afterMs: number): SequenceJudgement {
  const receivedAt = new Date(START + afterMs);
  const outcome = decodeTelegram(telegram, {
    keysFor: () => [prepareKey(key)],
    formats: new InMemoryFormatCache(),
  });
  const readings = toMeterReadings(outcome, receivedAt);
  return judgeSequence(previous, outcome, readings, Buffer.from(telegram).toString('hex'), receivedAt);
}

function mode5(records: string, accessNo: number, address = waterMeter): Uint8Array {
  return encodeMode5({ address, key, accessNo, records: Buffer.from(records, 'hex') });
}

function mode7(records: string, counter: number): Uint8Array {
  return encodeMode7(
    { address: waterMeter, key, accessNo: 1, records: Buffer.from(records, 'hex') },
    counter,
  );
}

const LITRES_100 = '0C1300010000';
const LITRES_200 = '0C1300020000';
const MINUTE = 60_000;

describe('a meter’s telegrams in sequence', () => {
  it('raise nothing as long as they go on', () => {
    const first = judge(null, mode5(LITRES_100, 1), 0);
    expect(first.findings).toEqual([]);
    const second = judge(first.next, mode5(LITRES_200, 2), MINUTE);
    expect(second.findings).toEqual([]);
    expect(second.next).toMatchObject({ accessNo: 2, register: { mantissa: 200n } });
  });

  it('are duplicates when the same bytes come again at once, and a replay when they come much later', () => {
    const telegram = mode5(LITRES_100, 1);
    const { next } = judge(null, telegram, 0);
    expect(judge(next, telegram, 10 * MINUTE)).toEqual({ findings: ['duplicate'], next });
    expect(judge(next, telegram, -10 * MINUTE)).toEqual({ findings: ['duplicate'], next });
    expect(judge(next, telegram, 10 * MINUTE + 1)).toEqual({ findings: ['replay'], next });
  });

  it('are a replay when an authenticated counter does not grow', () => {
    const { next } = judge(null, mode7(LITRES_100, 50), 0);
    expect(judge(next, mode7(LITRES_200, 50), MINUTE)).toEqual({ findings: ['replay'], next });
    expect(judge(next, mode7(LITRES_200, 49), MINUTE).findings).toEqual(['replay']);
    expect(judge(next, mode7(LITRES_200, 51), MINUTE).findings).toEqual([]);
  });

  it('remember a counter over telegrams without one', () => {
    const { next } = judge(null, mode7(LITRES_100, 50), 0);
    const between = judge(next, mode5(LITRES_100, 9), MINUTE);
    expect(between.next?.messageCounter).toBe(50);
    expect(judge(between.next, mode7(LITRES_200, 50), 2 * MINUTE).findings).toEqual(['replay']);
  });

  it('must not share an access number within a minute', () => {
    const { next } = judge(null, mode5(LITRES_100, 1), 0);
    expect(judge(next, mode5(LITRES_200, 1), MINUTE).findings).toEqual(['accessNumberReused']);
    expect(judge(next, mode5(LITRES_200, 1), MINUTE + 1).findings).toEqual([]);
  });

  it('show a register that runs backwards', () => {
    const { next } = judge(null, mode5(LITRES_200, 1), 0);
    expect(judge(next, mode5(LITRES_100, 2), MINUTE).findings).toEqual(['registerWentBack']);
    expect(judge(next, mode5('0C1420000000', 2), MINUTE).findings).toEqual([]);
    expect(judge(next, mode5('0C1419000000', 2), MINUTE).findings).toEqual(['registerWentBack']);
  });

  it('allow an allocator to start anew at its due date only', () => {
    const before = '0B6E270100426C5F2C4B6E000000';
    const { next } = judge(null, mode5(before, 1, allocator), 0);
    expect(judge(next, mode5('0B6E050000426C7F2C4B6E270100', 2, allocator), MINUTE).findings).toEqual([]);
    expect(judge(next, mode5('0B6E050000426C5F2C4B6E000000', 2, allocator), MINUTE).findings).toEqual([
      'registerWentBack',
    ]);
  });

  it('received out of order change nothing', () => {
    const { next } = judge(null, mode5(LITRES_200, 2), 0);
    expect(judge(next, mode5(LITRES_100, 1), -MINUTE)).toEqual({ findings: [], next });
  });

  it('keep what a telegram of another kind does not repeat', () => {
    const { next } = judge(null, mode5(LITRES_200, 1), 0);
    const status = judge(next, frameOf(waterMeter, [0x8a, 2, 4, 0, 0]), MINUTE);
    expect(status.next).toMatchObject({ accessNo: 2, register: { mantissa: 200n } });
  });

  it('that cannot be read are not judged', () => {
    const { next } = judge(null, mode5(LITRES_200, 1), 0);
    expect(judge(next, Uint8Array.of(1, 2, 3), MINUTE)).toEqual({ findings: [], next });
    expect(judge(null, Uint8Array.of(1, 2, 3), MINUTE)).toEqual({ findings: [], next: null });
  });
});
