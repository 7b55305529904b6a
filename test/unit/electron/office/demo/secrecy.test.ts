import { describe, expect, it } from 'vitest';
import {
  countExposed,
  countReadableWithoutKey,
  spellingsOfKey,
  spellingsOfName,
} from '#office/demo/secrecy.ts';

const KEY = Buffer.from('000102030405060708090a0b0c0d0e0f', 'hex');

describe('the search for what lies open', () => {
  it('finds a key however it is spelled', () => {
    for (const text of [
      KEY,
      Buffer.from(KEY.toString('hex')),
      Buffer.from(KEY.toString('hex').toUpperCase()),
    ])
      expect(countExposed([Buffer.concat([Buffer.from('x'), text])], spellingsOfKey(KEY))).toBeGreaterThan(0);
    expect(countExposed([Buffer.from(KEY.toString('base64'))], spellingsOfKey(KEY))).toBe(1);
    expect(countExposed([Buffer.alloc(1000)], spellingsOfKey(KEY))).toBe(0);
  });

  it('finds a name in the encodings a program might use', () => {
    for (const encoding of ['utf8', 'utf16le', 'latin1'] as const)
      expect(countExposed([Buffer.from('Herr Müller wohnt hier', encoding)], spellingsOfName('Müller'))).toBe(
        1,
      );
  });

  it('notices a telegram that anybody can read', () => {
    const open = Buffer.from('1444AE0C7856341201078C2027780B134365877AC5', 'hex');
    const sealed = Buffer.from(
      '2A442D2C998734761B168D2091D37CAC21E1D68CDAFFCD3DC452BD802913FF7B1706CA9E355D6C2701CC24',
      'hex',
    );
    expect(countReadableWithoutKey([open, sealed])).toBe(1);
  });
});
