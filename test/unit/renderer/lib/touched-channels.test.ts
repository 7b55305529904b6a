import { describe, expect, it } from 'vitest';
import { isTouched } from '../../../../renderer/lib/touched-channels.ts';

describe('answers after a change', () => {
  it('are asked again when their data changed', () => {
    expect(isTouched('tenancies.list', ['people'])).toBe(true);
    expect(isTouched('overview.worklist', ['backup'])).toBe(true);
    expect(isTouched('audit.list', ['audit'])).toBe(true);
    expect(isTouched('vault.status', ['vault'])).toBe(true);
  });

  it('are kept when other data changed', () => {
    expect(isTouched('staff.list', ['costs'])).toBe(false);
    expect(isTouched('appearance.get', ['settings', 'properties'])).toBe(false);
  });
});
