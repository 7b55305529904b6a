import { describe, expect, it } from 'vitest';
import { decimalTextOf, decimalTextToRational, parseDecimalText } from '#shared/model/decimal-text.ts';
import { rational } from '#shared/model/rational.ts';

describe('decimal text', () => {
  it('takes plain decimals and nothing else', () => {
    for (const text of ['0', '84.5', '1.287', '000.1', '123456789012345.123456789'])
      expect(parseDecimalText(text)).toBe(text);
    for (const text of ['', '-1', '+1', '1,5', '1.', '.5', '1e3', ' 1', '1.2.3', 'NaN', '1'.repeat(16)])
      expect(parseDecimalText(text)).toBeNull();
  });

  it('is exact', () => {
    expect(decimalTextToRational(decimalTextOf('84.5'))).toEqual(rational(169, 2));
    expect(decimalTextOf(1.25)).toBe('1.25');
    expect(() => decimalTextOf(-1)).toThrow(RangeError);
    expect(() => decimalTextOf(1e21)).toThrow(RangeError);
  });
});
