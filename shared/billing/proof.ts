/** The proof of a bill: all bills, the vacancies and the landlord's shares together are the invoices, to the cent. */
import { centsOf, sumCents, type Cents } from '../model/money.ts';
import type { Co2Split, CostLine, Proof, StockLine, UserLine } from './bill.ts';

/** Both sides of the bill as they were printed, added up independently of how they came about. */
export function prove(
  costs: readonly CostLine[],
  stocks: readonly StockLine[],
  users: readonly UserLine[],
  co2: Co2Split | null,
  landlordRounding: Cents,
): Proof {
  const total = (kind: UserLine['kind']): Cents =>
    sumCents(users.filter((user) => user.kind === kind).map((user) => user.total));
  const invoices = sumCents([
    ...costs.map((cost) => cost.inPeriod),
    ...stocks.map((stock) => stock.consumed.amount),
  ]);
  const tenants = total('tenancy');
  const vacancies = total('vacancy');
  const landlordCo2 = co2?.landlord ?? centsOf(0);
  const difference = centsOf(invoices - tenants - vacancies - landlordCo2 - landlordRounding);
  return { invoices, users: tenants, vacancies, landlordCo2, landlordRounding, difference };
}
