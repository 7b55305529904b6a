/** What the reading at a change of user cost, as a charge of whoever agreed to bear it. */
import type { BillingCaseInput } from '#shared/billing/billing-case.ts';
import type { Period } from '#shared/model/period.ts';
import { addDays } from '#shared/model/plain-date.ts';
import type { Tenancy } from '#shared/model/tenancy.ts';
import { USER_CHANGE_TEXT } from '#shared/text/documents/user-change-letter.ts';
import type { UserChange } from '../store/user-changes.ts';
import { eurosOf } from './euros-of.ts';

type CaseCost = NonNullable<BillingCaseInput['costs']>[number];

/**
 * The charges of a period. The landlord's own are none: without an agreement the cost of a change is his (BGH VIII ZR
 * 19/07), and it is no heating cost of anybody else.
 */
export function interimReadingCosts(
  changes: readonly UserChange[],
  tenancies: readonly Tenancy[],
  period: Period,
  caseIdOf: (kind: 'userChange' | 'tenancy', id: number) => string,
): CaseCost[] {
  return changes.flatMap(({ id, unitId, lastDay, costBearer, cost }): CaseCost[] => {
    const day = costBearer === 'arriving' ? addDays(lastDay, 1) : lastDay;
    const bearer = tenancies.find(
      (tenancy) =>
        tenancy.unitId === unitId && (costBearer === 'arriving' ? tenancy.from : tenancy.to) === day,
    );
    if (cost === null || costBearer === 'landlord' || !bearer || day < period.from || day > period.to)
      return [];
    const { label, agreement } = USER_CHANGE_TEXT.charge;
    return [
      {
        id: caseIdOf('userChange', id),
        label: label(lastDay),
        kind: 'userChangeFee',
        amount: eurosOf(cost),
        target: 'direct',
        tenancy: caseIdOf('tenancy', bearer.id),
        agreement: agreement(lastDay),
      },
    ];
  });
}
