/** Words of the start page. */
import type { Dictionary } from '../dictionary.ts';
import { counted } from '../plural.ts';

export const start: Dictionary['start'] = {
  due: 'Bills that are due',
  dueNothing: 'No bill is due.',
  missing: 'Something is still missing for billing',
  missingNothing: 'All data for billing is there.',
  openPoints: (count) => counted('en', count, 'open point', 'open points'),
  dueIn: (days) => {
    if (days < 0) return `overdue for ${counted('en', -days, 'day', 'days')}`;
    return days === 0 ? 'due today' : `${counted('en', days, 'day', 'days')} left`;
  },
  dueOn: (date) => `due on ${date}`,
  morning: 'Meters today',
  morningNothing: 'All meters and gateways report as they should.',
  morningGroup: (property, gateway) =>
    `${property === '' ? 'Without property' : property} · ${gateway === null ? 'never heard' : `Gateway ${gateway}`}`,
  morningCommands: 'Commands of the message',
  morningUnfold: (group) => `${group}: show messages`,
  morningFold: (group) => `${group}: hide messages`,
  morningMore: (count) => `Show ${counted('en', count, 'more message', 'more messages')}`,
  settled: (count) => `${counted('en', count, 'message', 'messages')} waiting or ignored`,
  workOrder: 'Work order …',
  workOrderAll: 'Work order for all …',
  workOrderTitle: 'Work order as a PDF',
  workOrderText: (count) =>
    `The order names address, room, device and task of ${counted('en', count, 'message', 'messages')}; no names, no keys, no values.`,
  workOrderBy: 'To be done by',
  workOrderSaved: 'Work order saved.',
  openMeter: 'Open the meter',
  openGateway: 'Open the gateway',
  stock: 'Stock',
  properties: (count) => counted('en', count, 'property', 'properties'),
  units: (count) => counted('en', count, 'unit', 'units'),
  people: (count) => counted('en', count, 'person', 'people'),
  tenancies: (count) => counted('en', count, 'running tenancy', 'running tenancies'),
  data: 'Data',
  pulled: (moment) => `Last retrieval on ${moment}`,
  newTelegrams: (count) => counted('en', count, 'new telegram', 'new telegrams'),
  undecodable: (count) => `${counted('en', count, 'telegram', 'telegrams')} unreadable`,
  backedUp: (moment) => `Last backup on ${moment}`,
  nextSteps: 'What comes next',
  steps: {
    property: 'Create the first property',
    propertyText: 'Address, heating, distribution keys.',
    tenants: 'Paste units and tenants',
    tenantsText: 'Copy the table from Excel; you see beforehand what becomes of it.',
    source: 'Set up data retrieval',
    sourceText: 'Access to AWS IoT Core, with a test.',
    staff: 'Add colleagues',
    staffText: 'Each with an own passphrase and own initials.',
  },
};
