/** The code of the recovery sheet: 160 random bits as 32 signs, then 4 signs that notice a slip of the pen. */
import { createHash } from 'node:crypto';
import { fail, succeed, type Result } from '#shared/model/result.ts';

export const RECOVERY_CODE_BYTES = 20;

/** Crockford's base 32: no I, L, O or U, so that nothing is misread on paper. */
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const BITS_PER_SIGN = 5;
const CONTENT_SIGNS = (RECOVERY_CODE_BYTES * 8) / BITS_PER_SIGN;
const CHECK_SIGNS = 4;
const GROUP_SIGNS = 4;

function toSigns(bytes: Buffer, count: number): string {
  let bits = BigInt(`0x${bytes.toString('hex')}`) >> BigInt(bytes.length * 8 - count * BITS_PER_SIGN);
  let text = '';
  for (let i = 0; i < count; i += 1) {
    text = SIGNS.charAt(Number(bits & 31n)) + text;
    bits >>= 5n;
  }
  return text;
}

function checkSigns(code: Buffer): string {
  return toSigns(createHash('sha256').update('recovery-code/v1').update(code).digest(), CHECK_SIGNS);
}

/** Writes 20 bytes as nine groups of four signs: `7ZK3-…-Q9M2`. */
export function formatRecoveryCode(code: Buffer): string {
  const signs = toSigns(code, CONTENT_SIGNS) + checkSigns(code);
  return (signs.match(new RegExp(`.{${GROUP_SIGNS}}`, 'g')) ?? []).join('-');
}

/** Reads what a person typed from the sheet: any case and spacing, O for 0, I or L for 1. */
export function parseRecoveryCode(text: string): Result<Buffer, 'unreadable'> {
  const signs = text
    .toUpperCase()
    .replaceAll(/[\s\-–—.]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
  const digits = Array.from(signs, (sign) => SIGNS.indexOf(sign));
  if (digits.length !== CONTENT_SIGNS + CHECK_SIGNS || digits.includes(-1)) return fail('unreadable');
  const value = digits.slice(0, CONTENT_SIGNS).reduce((bits, digit) => (bits << 5n) | BigInt(digit), 0n);
  const code = Buffer.from(value.toString(16).padStart(RECOVERY_CODE_BYTES * 2, '0'), 'hex');
  return signs.endsWith(checkSigns(code)) ? succeed(code) : fail('unreadable');
}
