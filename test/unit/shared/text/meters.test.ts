import { describe, expect, it } from 'vitest';
import { meters as english } from '#shared/text/en/meters.ts';
import { meters as german } from '#shared/text/de/meters.ts';

describe('how often a meter sends', () => {
  it('is told in minutes, hours or days, whichever people count in', () => {
    const said = [0.1, 1, 23.9, 731.9].map((hours) => german.facts.every(hours));
    expect(said).toEqual(['6 Minuten', '1 Stunde', '24 Stunden', '30 Tage']);
    expect(english.facts.every(731.9)).toBe('30 days');
  });
});
