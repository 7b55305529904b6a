import { describe, expect, it } from 'vitest';
import { findBest, rankOf } from '../../../../renderer/app/frame/palette/rank.ts';

describe('the palette', () => {
  const commands = ['Gehe zu: Personen', 'Neue Person', 'Daten abrufen', 'Sperren', 'Darstellung: Dunkel'];
  const find = (typed: string): string[] => findBest(commands, (label) => label, typed, 3);

  it('puts what begins with the word before what only contains it', () =>
    expect(find('sper')).toEqual(['Sperren']));
  it('finds every part of what is typed, in any order', () =>
    expect(find('person neu')).toEqual(['Neue Person']));
  it('prefers the shorter of two', () => expect(find('person')[0]).toBe('Neue Person'));
  it('does not care for accents and case', () => expect(rankOf('Prüfliste', 'PRUF')).not.toBeNull());
  it('finds nothing where a part is missing', () => expect(find('person xyz')).toEqual([]));
});
