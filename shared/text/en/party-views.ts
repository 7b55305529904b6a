/** Words of what landlords and tenants may see. */
import type { Dictionary } from '../dictionary.ts';
import { counted } from '../plural.ts';

export const partyViews: Dictionary['partyViews'] = {
  landlord: 'Landlord’s view',
  tenant: 'Tenant’s view',
  landlordText: (name) =>
    `This is how ${name} sees consumption within the year: only sums over at least three let units, in smaller houses only the whole house. What is out already counts: nobody may work out a single flat from two sums.`,
  choose: 'Sum over',
  chooseText: 'Without a choice it is the whole house.',
  sum: 'Sum',
  medium: 'What',
  amount: 'Quantity',
  over: 'Sum over',
  unitCount: (count) => counted('en', count, 'unit', 'units'),
  state: 'Release',
  fresh: 'may go out',
  wasGiven: 'released already',
  refused: {
    notMonths: 'no: whole months only',
    notOver: 'no: the period is not over yet',
    nothing: 'no: no complete values',
    tooFew: 'no: fewer than three let units with complete values',
    difference: 'no: a single flat could be worked out from earlier sums',
  },
  release: 'Release sums as CSV',
  released: (file) => `Released: ${file}`,
  given: 'Released already',
  givenNone: 'No sum is out yet.',
  givenOn: 'Released on',
  period: 'Period',
  tenantText:
    'Exactly what this tenant gets: the own months and readings. Nothing of other flats, and nothing of the time before moving in or after moving out.',
  tenancy: 'Tenancy',
  noTenancy: 'This unit was never let.',
  since: (name, from) => `${name}, since ${from}`,
  during: (name, from, to) => `${name}, ${from} to ${to}`,
  months: 'Months',
  noMonths: 'No whole month with values yet.',
  until: (day) => `until ${day}`,
  month: 'Month',
  readings: 'Readings',
  export: 'Own data as CSV',
  exported: (file) => `Saved: ${file}`,
};
