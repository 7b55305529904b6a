/** Words of the people pages. */
import type { Dictionary } from '../dictionary.ts';

export const people: Dictionary['people'] = {
  create: 'New person',
  empty: 'Landlords and tenants stand here. Tenants also come into being when you paste from Excel.',
  name: 'Name',
  nameHelp: 'As on the letter box, such as “Timo Becker und Anna Weiß”.',
  address: 'Address',
  addressHelp: 'Where letters go, one entry a line; after moving out the new address.',
  phone: 'Phone',
  email: 'E-mail',
  emailFault: 'This e-mail address is not complete.',
  role: 'Role',
  landlord: 'Landlord',
  tenant: 'Tenant',
  rents: 'Unit',
  landlordOf: 'Landlord of',
  data: 'Data',
  tenancies: 'Tenancies',
  noTenancies: 'This person has no tenancy yet.',
  bills: 'Bills',
  noBills: 'There is no bill for this person yet.',
  saved: 'Person saved.',
  created: (name) => `${name} created.`,
  removed: (name) => `${name} deleted.`,
};
