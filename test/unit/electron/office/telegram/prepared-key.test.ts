import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { prepareKey } from '#office/telegram/prepared-key.ts';

describe('prepared keys', () => {
  const key = Buffer.from('000102030405060708090A0B0C0D0E0F', 'hex');

  it('takes 16 bytes and nothing else', () => {
    for (const length of [0, 15, 17, 32])
      expect(() => prepareKey(new Uint8Array(length))).toThrow(RangeError);
    expect(() => prepareKey(key)).not.toThrow();
  });

  it('shows nothing of the key to a log, a serializer or an error', () => {
    const prepared = prepareKey(key);
    expect(JSON.stringify({ prepared })).toBe('{"prepared":{}}');
    expect(inspect(prepared, { depth: 5, showHidden: true })).not.toMatch(/\d{3}/);
    let message = '';
    try {
      prepareKey(key.subarray(1));
    } catch (error) {
      message = String(error);
    }
    expect(message).not.toMatch(/0102|\d, \d/);
  });
});
