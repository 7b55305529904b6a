/** The words of the window in German, the source language: one part a desk. */
import { access } from './de/access.ts';
import { audit } from './de/audit.ts';
import { billLife } from './de/bill-life.ts';
import { billing } from './de/billing.ts';
import { common } from './de/common.ts';
import { consumption } from './de/consumption.ts';
import { costs } from './de/costs.ts';
import { dropped } from './de/dropped.ts';
import { frame } from './de/frame.ts';
import { gateways } from './de/gateways.ts';
import { help } from './de/help.ts';
import { messages } from './de/messages.ts';
import { meters } from './de/meters.ts';
import { keys } from './de/keys.ts';
import { partyViews } from './de/party-views.ts';
import { pdf } from './de/pdf.ts';
import { people } from './de/people.ts';
import { periods } from './de/periods.ts';
import { properties } from './de/properties.ts';
import { pull } from './de/pull.ts';
import { review } from './de/review.ts';
import { settings } from './de/settings.ts';
import { start } from './de/start.ts';
import { table } from './de/table.ts';
import { tenancies } from './de/tenancies.ts';
import { tenantChange } from './de/tenant-change.ts';
import { units } from './de/units.ts';
import { unplaced } from './de/unplaced.ts';

export const de = {
  access,
  audit,
  billLife,
  billing,
  common,
  consumption,
  costs,
  dropped,
  frame,
  gateways,
  help,
  messages,
  meters,
  keys,
  partyViews,
  pdf,
  people,
  periods,
  properties,
  pull,
  review,
  settings,
  start,
  table,
  tenancies,
  tenantChange,
  units,
  unplaced,
};
