import { describe, expect, it } from 'vitest';
import { judgePassphrase } from '../../../../renderer/features/passphrase/passphrase-strength.ts';

describe('a passphrase', () => {
  it.each([
    ['', 'none'],
    ['kurz', 'short'],
    ['aaaaaaaaaaaaaaaa', 'weak'],
    ['1234567890123456', 'weak'],
    ['passwort passwort', 'weak'],
    ['Sommer2026!!!', 'weak'],
    ['korrekt pferd batterie klammer', 'fair'],
    ['korrekt pferd batterie klammer wiese fluss', 'strong'],
    ['x7$kQ2!vLp9#mZ4w&Rt8@bN1cD', 'strong'],
  ])('“%s” is %s', (passphrase, strength) => expect(judgePassphrase(passphrase)).toBe(strength));
});
