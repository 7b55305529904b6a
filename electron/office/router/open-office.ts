/** Puts the office behind the window together: the working office, its desks, and the router in front of them. */
import { officeEvent } from '#shared/contract/events.ts';
import { createDemoDesk } from '../demo/demo-desk.ts';
import { openDemoSource } from '../demo/demo-source.ts';
import { FileAnchorStore } from '../services/audit-anchor.ts';
import { dataFolderAt } from '../services/data-folder.ts';
import { createAuditDesk, createHistoryDesk } from '../services/desk-audit.ts';
import { createBackupDesk } from '../services/desk-backup.ts';
import { BillingWork } from '../services/billing-work.ts';
import { createBillLifeDesk } from '../services/desk-bill-life.ts';
import { createBillingDesk } from '../services/desk-billing.ts';
import { createConsumptionDesk } from '../services/desk-consumption.ts';
import { createCostsDesk } from '../services/desk-costs.ts';
import { createDocumentsDesk } from '../services/desk-documents.ts';
import { createInboxDesk } from '../services/desk-inbox.ts';
import { createKeysDesk } from '../services/desk-keys.ts';
import { createGatewaysDesk } from '../services/desk-gateways.ts';
import { createMetersDesk } from '../services/desk-meters.ts';
import { createMorningDesk } from '../services/desk-morning.ts';
import { createDroppedDesk } from '../services/desk-dropped.ts';
import { createDraftsDesk } from '../services/desk-drafts.ts';
import { createOverviewDesk } from '../services/desk-overview.ts';
import { createPartyViewsDesk } from '../services/desk-party-views.ts';
import { createPeopleDesk } from '../services/desk-people.ts';
import { createPropertiesDesk } from '../services/desk-properties.ts';
import { createPullDesk } from '../services/desk-pull.ts';
import { createRestoreDesk } from '../services/desk-restore.ts';
import { createSearchDesk } from '../services/desk-search.ts';
import { createAppearanceDesk, createSettingsDesk, createStaffDesk } from '../services/desk-settings.ts';
import { createTenanciesDesk } from '../services/desk-tenancies.ts';
import { createTenantChangeDesk } from '../services/desk-tenant-change.ts';
import { createUnitsDesk } from '../services/desk-units.ts';
import { createUnplacedDesk } from '../services/desk-unplaced.ts';
import { createViewsDesk } from '../services/desk-views.ts';
import { createVaultDesk, signInTo } from '../services/desk-vault.ts';
import { Deliveries } from '../services/deliveries.ts';
import { PullRuns } from '../services/pull-runs.ts';
import { createSurvey } from '../services/meter-survey.ts';
import { readSettings } from '../services/office-settings.ts';
import { TelegramRereading } from '../services/reread-telegrams.ts';
import { WorkingOffice } from '../services/working-office.ts';
import { createRouter } from './create-router.ts';
import { FileIncidentLog } from './incident-log.ts';
import type { Office, OfficeSurroundings } from './serve-office.ts';

export interface OfficeOptions extends OfficeSurroundings {
  /** Where vault, store, anchor, look and logs lie. */
  readonly folder: string;
  /** The only origin whose pages are answered. */
  readonly trustedOrigin: string;
  readonly clock?: () => Date;
  /** Calls again and again for as long as the program runs; every half minute when left out. */
  readonly onBeat?: (look: () => void) => void;
}

const BEAT_MS = 30_000;

/** Short looks at the clock outlive the sleep of a computer, which one long wait does not. */
function everyHalfMinute(look: () => void): void {
  setInterval(look, BEAT_MS).unref();
}

/** Opens an office that is locked, or empty when there is no vault yet. */
export function openOffice(options: OfficeOptions): Office {
  const { folder, trustedOrigin, desktop, deviceSecrets } = options;
  const { clock = () => new Date(), onBeat = everyHalfMinute } = options;
  const folders = dataFolderAt(folder);
  const office = new WorkingOffice({
    folder: folders.office,
    desktop,
    deviceSecrets,
    anchors: new FileAnchorStore(folders.anchors),
    clock,
    tell: (event) => options.tell(officeEvent.parse(event)),
    sessionChanged: () =>
      options.sessionChanged({
        isOpen: office.isOpen,
        idleLockMinutes: office.isOpen ? readSettings(office.session.store).security.idleLockMinutes : 1,
      }),
  });
  const billing = new BillingWork(office);
  const log = new FileIncidentLog(folders.logs);
  const survey = createSurvey(office);
  const rereading = new TelegramRereading(office, (error) => log.record('rereading', error));
  const runs = new PullRuns(office, (error) => log.record('pull', error));
  const deliveries = new Deliveries(office);
  const handlers = {
    ...createVaultDesk(office),
    ...createRestoreDesk(office, (staffId, passphrase) => signInTo(office, staffId, passphrase)),
    ...createStaffDesk(office),
    ...createAppearanceDesk(folder),
    ...createSettingsDesk(office),
    ...createViewsDesk(office),
    ...createDraftsDesk(office),
    ...createPropertiesDesk(office),
    ...createUnitsDesk(office),
    ...createMetersDesk(office, survey),
    ...createUnplacedDesk(office),
    ...createGatewaysDesk(office, survey),
    ...createPeopleDesk(office),
    ...createTenanciesDesk(office),
    ...createOverviewDesk(office),
    ...createMorningDesk(office, survey),
    ...createCostsDesk(office),
    ...createSearchDesk(office),
    ...createAuditDesk(office),
    ...createHistoryDesk(office),
    ...createBackupDesk(office),
    ...createBillingDesk(billing),
    ...createBillLifeDesk(billing),
    ...createDocumentsDesk(billing),
    ...createPullDesk(office, runs, {
      openDemoSource: (onStep, signal) => openDemoSource(office, onStep, signal),
      onBeat,
    }),
    ...createConsumptionDesk(office),
    ...createTenantChangeDesk(office),
    ...createPartyViewsDesk(office),
    ...createKeysDesk(office, deliveries, rereading),
    ...createDroppedDesk(deliveries, runs),
    ...createInboxDesk(office, rereading),
    ...createDemoDesk(office),
  };
  return {
    router: createRouter(handlers, {
      trustedOrigin,
      isOpen: () => office.isOpen,
      log,
    }),
    lock: (because) => office.lock(because),
    async close() {
      office.lock('user');
    },
  };
}
