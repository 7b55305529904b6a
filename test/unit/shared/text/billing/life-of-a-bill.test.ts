import { describe, expect, it } from 'vitest';
import { sayRefusal } from '#shared/text/billing/life-of-a-bill.ts';

describe('what a step that is not open says', () => {
  it('counts the warnings without a reason', () => {
    expect(sayRefusal({ code: 'WARNINGS_OPEN', openWarnings: 1 })).toMatch(/^Für einen Hinweis/);
    expect(sayRefusal({ code: 'WARNINGS_OPEN', openWarnings: 3 })).toMatch(/^Für 3 Hinweise/);
  });

  it('names the way out of a frozen bill', () => {
    expect(sayRefusal({ code: 'BILL_FROZEN', openWarnings: 0 })).toContain('Korrektur');
    expect(sayRefusal({ code: 'BILL_DISPATCHED', openWarnings: 0 })).toContain('Korrektur');
  });
});
