import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { billProperty } from '#shared/billing/bill-property.ts';
import { billingCaseSchema } from '#shared/billing/billing-case.ts';
import { balanceAfter, postReduction } from '#shared/billing/declared-reduction.ts';
import { plainDateOf } from '#shared/model/plain-date.ts';

function billWithoutHeatMeter() {
  const file = new URL('../../../fixtures/billing/vac-01.json', import.meta.url);
  const given = JSON.parse(readFileSync(file, 'utf8')) as { separation: { why: string } };
  given.separation.why = 'meterMissing';
  const outcome = billProperty(billingCaseSchema.parse(given));
  if (outcome.kind === 'refused') throw new Error('refused');
  return outcome.bill;
}

const declaredOn = plainDateOf('2026-05-04');

describe('a reduction a tenant declared', () => {
  const bill = billWithoutHeatMeter();
  const [user] = bill.users;
  if (!user) throw new Error('no user');

  it('is posted with its base and its amount, and leaves the bill as it is', () => {
    const posted = postReduction(bill.risk, { user: 'A1', right: 'R15', declaredOn, narrower: false });
    expect(posted).toMatchObject({ base: user.total, amount: Math.round(user.total * 0.15), percent: 15 });
    expect(user.balance).toBe(user.total - user.prepaid);
    expect(balanceAfter(user, posted ? [posted] : [])).toBe(user.balance - Math.round(user.total * 0.15));
  });

  it('may be granted for the hot water alone', () => {
    const posted = postReduction(bill.risk, { user: 'A1', right: 'R15', declaredOn, narrower: true });
    expect(posted?.base).toBe(user.hotWater.base + user.hotWater.consumption);
  });

  it('counts once, however often it is declared', () => {
    const posted = postReduction(bill.risk, { user: 'A1', right: 'R15', declaredOn, narrower: false });
    if (!posted) throw new Error('no posting');
    expect(balanceAfter(user, [posted, posted])).toBe(balanceAfter(user, [posted]));
  });

  it('cannot be posted for a right the bill does not give, nor for the landlord', () => {
    expect(
      postReduction(bill.risk, { user: 'A1', right: 'R3_remote', declaredOn, narrower: false }),
    ).toBeNull();
    const vacancy = bill.users.find(({ kind }) => kind === 'vacancy');
    const declaration = { user: vacancy?.id ?? '', right: 'R15', declaredOn, narrower: false } as const;
    expect(postReduction(bill.risk, declaration)).toBeNull();
  });
});
