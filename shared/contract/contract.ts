/** The API between window and office: every channel there is. The preload bridge and the router derive from it. */
import type { z } from 'zod';
import { auditDesk } from './audit.ts';
import { backupDesk } from './backup.ts';
import { billingDesk, billingExportDesk, billLifeDesk } from './billing.ts';
import { consumptionDesk } from './consumption.ts';
import { costsDesk } from './costs.ts';
import { demoDesk } from './demo.ts';
import { droppedDesk } from './dropped.ts';
import { documentsDesk } from './documents.ts';
import { draftsDesk } from './drafts.ts';
import { gatewaysDesk } from './gateways.ts';
import { historyDesk } from './history.ts';
import { keysDesk } from './keys.ts';
import { metersDesk } from './meters.ts';
import { morningDesk, overviewDesk } from './overview.ts';
import { partyViewsDesk } from './party-views.ts';
import { peopleDesk } from './people.ts';
import { propertiesDesk } from './properties.ts';
import { inboxDesk, pullDesk } from './pull.ts';
import { searchDesk } from './search.ts';
import { appearanceDesk, settingsDesk, viewsDesk } from './settings.ts';
import { staffDesk } from './staff.ts';
import { tenanciesDesk } from './tenancies.ts';
import { tenantChangeDesk } from './tenant-change.ts';
import { unitsDesk } from './units.ts';
import { unplacedDesk } from './unplaced.ts';
import { restoreDesk, vaultDesk } from './vault.ts';

export const contract = {
  ...vaultDesk,
  ...restoreDesk,
  ...staffDesk,
  ...appearanceDesk,
  ...settingsDesk,
  ...viewsDesk,
  ...propertiesDesk,
  ...unitsDesk,
  ...metersDesk,
  ...unplacedDesk,
  ...gatewaysDesk,
  ...peopleDesk,
  ...tenanciesDesk,
  ...overviewDesk,
  ...morningDesk,
  ...costsDesk,
  ...billingDesk,
  ...billLifeDesk,
  ...billingExportDesk,
  ...documentsDesk,
  ...draftsDesk,
  ...consumptionDesk,
  ...tenantChangeDesk,
  ...partyViewsDesk,
  ...pullDesk,
  ...keysDesk,
  ...droppedDesk,
  ...inboxDesk,
  ...demoDesk,
  ...auditDesk,
  ...backupDesk,
  ...historyDesk,
  ...searchDesk,
};

export type Contract = typeof contract;
export type ChannelName = keyof Contract;

/** What the window may send. */
export type ArgsOf<Name extends ChannelName> = z.input<Contract[Name]['args']>;

/** What a handler receives: checked and marked. */
export type CheckedArgsOf<Name extends ChannelName> = z.output<Contract[Name]['args']>;

/** What a handler returns before it is checked. */
export type UncheckedValueOf<Name extends ChannelName> = z.input<Contract[Name]['value']>;

/** What the window receives. */
export type ValueOf<Name extends ChannelName> = z.output<Contract[Name]['value']>;
