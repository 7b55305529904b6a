import { expect, it } from 'vitest';
import { compareNames } from '#shared/text/compare-names.ts';

it('sorts names as people look them up: numbers by value, umlauts among their vowels', () => {
  const names = ['Am Stollen 115', 'Zum Bach 1', 'Am Stollen 19', 'Ärztehaus', 'am Anger 2', 'Bahnhof'];
  expect(names.toSorted(compareNames)).toEqual([
    'am Anger 2',
    'Am Stollen 19',
    'Am Stollen 115',
    'Ärztehaus',
    'Bahnhof',
    'Zum Bach 1',
  ]);
});
