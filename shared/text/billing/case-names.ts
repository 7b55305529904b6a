/** The names behind a case's ids: what readers know a tenancy, a unit, a device or a cost by. */
import type { BillingCase } from '../../billing/billing-case.ts';

/** The name of something in a case by its id; undefined for what has none. */
export type NameOfId = (id: string) => string | undefined;

/** For results without their case: every id stands for itself. */
export const NO_NAMES: NameOfId = () => undefined;

/** Names after the master data a case was made of: tenants by name, units by label, devices by serial. */
export function namesOfCase({ property, units, tenancies, devices, costs, stocks }: BillingCase): NameOfId {
  const names = new Map<string, string>([
    [property.id, property.name],
    ...units.map(({ id, label }) => [id, label] as const),
    ...tenancies.map(({ id, tenant }) => [id, tenant.name] as const),
    ...devices.map(({ id, serial }) => [id, serial] as const),
    ...costs.map(({ id, label }) => [id, label] as const),
    ...stocks.map(({ id, label }) => [id, label] as const),
  ]);
  return (id) => names.get(id);
}
