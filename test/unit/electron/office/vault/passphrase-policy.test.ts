import { describe, expect, it } from 'vitest';
import { checkPassphrase } from '#office/vault/passphrase-policy.ts';
import { passphraseBytes } from '#office/vault/secret-bytes.ts';
import { codeOf } from '../../../../support/office-folder.ts';

const check = (text: string) => checkPassphrase(passphraseBytes(text));

describe('the passphrase policy', () => {
  it('takes long passphrases without asking for digits or signs', () => {
    for (const text of ['vier Maler streichen den Flur', 'kühlschrank treppe', 'Hausmeisterwohnung'])
      expect(check(text).ok).toBe(true);
  });

  it('counts characters, not bytes', () => {
    expect(codeOf(check('äöüßéêèñçøå'))).toBe('PASSPHRASE_TOO_SHORT');
    expect(check('äöüßéêèñçøåæ').ok).toBe(true);
  });

  it('refuses the obvious: one key, one pattern, a row of the keyboard', () => {
    for (const text of [
      'aaaaaaaaaaaaaaaa',
      '121212121212',
      'abcdefghijklmnop',
      'qwertzuiopü12345',
      '1234567890123',
    ])
      expect(codeOf(check(text))).toBe('PASSPHRASE_TOO_SIMPLE');
  });

  it('treats composed and decomposed letters as the same passphrase', () => {
    expect(passphraseBytes('Tu\u0308r')).toEqual(passphraseBytes('T\u00fcr'));
  });
});
