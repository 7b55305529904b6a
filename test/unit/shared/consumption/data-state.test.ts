import { describe, expect, it } from 'vitest';
import { dataStateOf } from '#shared/consumption/data-state.ts';
import { plainDateOf as day } from '#shared/model/plain-date.ts';
import { rational } from '#shared/model/rational.ts';

const END = day('2025-09-30');
const counted = (until = END, isInterpolated = false) => ({ quantity: rational(5), until, isInterpolated });

describe('the state of a month’s data', () => {
  it('is missing when no meter is known, and without any meter', () => {
    expect(dataStateOf([null, null], END)).toBe('missing');
    expect(dataStateOf([], END)).toBe('missing');
  });

  it('is incomplete when one of the meters is silent or stopped before the end', () => {
    expect(dataStateOf([counted(), null], END)).toBe('incomplete');
    expect(dataStateOf([counted(), counted(day('2025-09-29'))], END)).toBe('incomplete');
    // Too low is worse than not exact.
    expect(dataStateOf([counted(END, true), null], END)).toBe('incomplete');
  });

  it('is estimated when an end was worked out, and complete when all were read', () => {
    expect(dataStateOf([counted(), counted(END, true)], END)).toBe('estimated');
    expect(dataStateOf([counted(), counted()], END)).toBe('complete');
  });
});
