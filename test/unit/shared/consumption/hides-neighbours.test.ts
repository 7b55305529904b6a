import { describe, expect, it } from 'vitest';
import { hidesNeighbours } from '#shared/consumption/hides-neighbours.ts';

const other = (isLet: boolean, isKnown: boolean) => ({ isLet, isKnown });

describe('a sum over the house', () => {
  it('is told to a user only when what is left of it is that of three let units with values', () => {
    const three = [other(true, true), other(true, true), other(true, true)];
    expect(hidesNeighbours(three)).toBe(true);
    expect(hidesNeighbours(three.slice(1))).toBe(false);
    expect(hidesNeighbours([])).toBe(false);
  });

  it('does not count a vacancy, nor a unit whose meters are silent', () => {
    const two = [other(true, true), other(true, true)];
    expect(hidesNeighbours([...two, other(false, true)])).toBe(false);
    expect(hidesNeighbours([...two, other(true, false)])).toBe(false);
  });
});
