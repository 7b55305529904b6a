/** The words of the window in English. Legal terms keep the German word in brackets. */
import type { Dictionary } from './dictionary.ts';
import { access } from './en/access.ts';
import { audit } from './en/audit.ts';
import { billLife } from './en/bill-life.ts';
import { billing } from './en/billing.ts';
import { common } from './en/common.ts';
import { consumption } from './en/consumption.ts';
import { costs } from './en/costs.ts';
import { dropped } from './en/dropped.ts';
import { frame } from './en/frame.ts';
import { gateways } from './en/gateways.ts';
import { help } from './en/help.ts';
import { messages } from './en/messages.ts';
import { meters } from './en/meters.ts';
import { keys } from './en/keys.ts';
import { partyViews } from './en/party-views.ts';
import { pdf } from './en/pdf.ts';
import { people } from './en/people.ts';
import { periods } from './en/periods.ts';
import { properties } from './en/properties.ts';
import { pull } from './en/pull.ts';
import { review } from './en/review.ts';
import { settings } from './en/settings.ts';
import { start } from './en/start.ts';
import { table } from './en/table.ts';
import { tenancies } from './en/tenancies.ts';
import { tenantChange } from './en/tenant-change.ts';
import { units } from './en/units.ts';
import { unplaced } from './en/unplaced.ts';

export const en: Dictionary = {
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
