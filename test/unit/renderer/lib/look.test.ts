import { describe, expect, it } from 'vitest';
import { DEFAULT_LOOK, languageOf } from '../../../../renderer/lib/look.ts';

describe('the language of the window', () => {
  it('is German unless the system speaks English', () => {
    expect(languageOf(DEFAULT_LOOK, 'de-AT')).toBe('de');
    expect(languageOf(DEFAULT_LOOK, 'fr-FR')).toBe('de');
    expect(languageOf(DEFAULT_LOOK, 'en-GB')).toBe('en');
  });

  it('is the user’s when chosen', () =>
    expect(languageOf({ ...DEFAULT_LOOK, language: 'de' }, 'en-GB')).toBe('de'));
});
