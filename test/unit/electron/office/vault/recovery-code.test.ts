import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatRecoveryCode, parseRecoveryCode } from '#office/vault/recovery-code.ts';

const code = fc.uint8Array({ minLength: 20, maxLength: 20 }).map((array) => Buffer.from(array));

describe('the recovery code', () => {
  it('is nine groups of four signs without I, L, O and U', () => {
    fc.assert(
      fc.property(code, (bytes) => {
        expect(formatRecoveryCode(bytes)).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){8}$/);
      }),
    );
  });

  it('is read back from paper', () => {
    fc.assert(
      fc.property(code, (bytes) => {
        expect(parseRecoveryCode(formatRecoveryCode(bytes))).toEqual({ ok: true, value: bytes });
      }),
    );
  });

  it('forgives case, spacing and the letters that look like digits', () => {
    const bytes = Buffer.from('0123456789abcdef0123456789abcdef01234567', 'hex');
    const typed = formatRecoveryCode(bytes)
      .toLowerCase()
      .replaceAll('-', ' ')
      .replaceAll('0', 'o')
      .replaceAll('1', 'l');
    expect(parseRecoveryCode(` ${typed}\n`)).toEqual({ ok: true, value: bytes });
  });

  it('notices a wrong sign and two signs in the wrong order', () => {
    fc.assert(
      fc.property(code, fc.nat({ max: 35 }), fc.nat({ max: 30 }), (bytes, position, shift) => {
        const signs = formatRecoveryCode(bytes).replaceAll('-', '');
        const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
        const old = signs.charAt(position);
        const other = alphabet.charAt((alphabet.indexOf(old) + 1 + shift) % 32);
        const slipped = signs.slice(0, position) + other + signs.slice(position + 1);
        expect(parseRecoveryCode(slipped).ok).toBe(false);
        const next = signs.charAt(position + 1);
        if (next === '' || next === old) return;
        const swapped = signs.slice(0, position) + next + old + signs.slice(position + 2);
        expect(parseRecoveryCode(swapped).ok).toBe(false);
      }),
      { seed: 7, numRuns: 500 },
    );
  });

  it('refuses what is no code at all', () => {
    for (const text of ['', '1234', 'Ü'.repeat(36), '0'.repeat(35), '0'.repeat(37)])
      expect(parseRecoveryCode(text)).toEqual({ ok: false, error: 'unreadable' });
  });
});
