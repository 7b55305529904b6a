/** The bills of tenancies, over all runs of their properties. */
import { useQueries } from '@tanstack/react-query';
import type { BillingRun, BillLine } from '#shared/contract/billing.ts';
import type { PropertyId } from '#shared/model/property.ts';
import type { TenancyId } from '#shared/model/tenancy.ts';
import { answerKey, demand, useAnswer } from '../../lib/answers.ts';

export interface BillOfTenancy {
  readonly run: BillingRun;
  readonly bill: BillLine;
}

interface Home {
  readonly id: TenancyId;
  readonly propertyId: PropertyId;
}

/** The newest first; undefined while they are being asked for. */
export function useBillsOf(tenancies: readonly Home[]): readonly BillOfTenancy[] | undefined {
  const { data: runs } = useAnswer('billing.list', {});
  const homes = new Set(tenancies.map(({ propertyId }) => propertyId));
  const ids = new Set(tenancies.map(({ id }) => id));
  const relevant = (runs ?? []).filter(({ propertyId }) => homes.has(propertyId));
  const answers = useQueries({
    queries: relevant.map(({ id }) => ({
      queryKey: answerKey('billing.get', { id }),
      queryFn: () => demand('billing.get', { id }),
    })),
  });
  if (runs === undefined || answers.some(({ isPending }) => isPending)) return undefined;
  return answers
    .flatMap(({ data: run }) =>
      (run?.bills ?? [])
        .filter(({ tenancyId }) => tenancyId !== null && ids.has(tenancyId))
        .flatMap((bill) => (run ? { run, bill } : [])),
    )
    .toSorted((a, b) => (a.bill.period.from < b.bill.period.from ? 1 : -1));
}
