/** The demo behind the window: enters the house into an empty office, and is the cloud its pulls go to. */
import { rm } from 'node:fs/promises';
import type { demoDesk } from '#shared/contract/demo.ts';
import type { HandlersOf } from '#shared/contract/handler.ts';
import { fail, succeed } from '#shared/model/result.ts';
import { openIotCoreSource } from '../mailbox/iot-core-source.ts';
import type { OpenedSource } from '../services/desk-pull.ts';
import { importKeys } from '../services/import-keys.ts';
import { isDemoOffice, markAsDemo } from '../services/office-settings.ts';
import type { PullStep } from '../services/run-pull.ts';
import type { WorkingOffice } from '../services/working-office.ts';
import { listProperties } from '../store/properties.ts';
import { publishFleet } from './fleet/publish-fleet.ts';
import { keyListOf, radiosOf, sendingInstants } from './house-traffic.ts';
import { startIotCore } from './iot-core/start-iot-core.ts';
import { loadProperty } from './load-property.ts';
import { GATEWAYS } from './meter-stock.ts';
import { FEWEST_UNITS, demoProperty } from './property.ts';
import { SeededRandom } from './seeded-random.ts';

/** The same house, the same keys and the same telegrams every time. */
const SEED = '2025';

export function createDemoDesk(office: WorkingOffice): HandlersOf<typeof demoDesk> {
  return {
    'demo.load': () => {
      const { session } = office;
      if (listProperties(session.store).length > 0)
        return fail({
          code: 'OFFICE_NOT_EMPTY',
          message: 'Die Vorführung braucht einen leeren Bestand. Ihre Daten wurden nicht angetastet.',
        });
      const house = demoProperty(new SeededRandom(SEED), FEWEST_UNITS);
      const loaded = loadProperty(session, house);
      if (!loaded.ok) return loaded;
      const imported = importKeys(session, keyListOf(house), 'Lieferschein der Vorführung');
      if (!imported.ok) return imported;
      const marked = office.step({
        action: 'demo.mark',
        name: 'Vorführung geladen',
        touches: ['vault', 'properties', 'units', 'people', 'tenancies', 'costs', 'pull'],
        work: markAsDemo,
      });
      return marked.ok ? succeed(null) : marked;
    },
    'demo.remove': async () => {
      if (!isDemoOffice(office.session.store))
        return fail({
          code: 'NO_DEMO',
          message: 'Dieser Bestand ist keine Vorführung. Er wurde nicht angetastet.',
        });
      const refused = office.refuseWhileRolledBack();
      if (refused !== null) return refused;
      office.lock('user');
      await rm(office.options.folder, { recursive: true, force: true });
      return succeed(null);
    },
  };
}

/** Starts an IoT Core on loopback, lets the fleet of the house send a year to it, and opens it as any other source. */
export async function openDemoSource(onStep: PullStep, signal: AbortSignal): Promise<OpenedSource> {
  const random = new SeededRandom(SEED);
  const house = demoProperty(random, FEWEST_UNITS);
  onStep('Vorführ-Cloud starten', 0, null);
  const core = await startIotCore();
  try {
    const gateways = await Promise.all(
      GATEWAYS.map(async (id) => ({ id, certificate: await core.issueGatewayCertificate(id) })),
    );
    await publishFleet({
      gateways,
      meters: radiosOf(house),
      instants: sendingInstants(),
      broker: { port: core.mqttPort, ca: core.ca },
      random,
      signal,
      onProgress: ({ done, total }) => onStep('Zähler senden lassen', done, total),
    });
  } catch (error) {
    await core.stop();
    throw error;
  }
  const source = openIotCoreSource({
    endpoint: core.dataEndpoint,
    region: core.region,
    credentials: core.credentials,
    extraRoots: [core.ca],
  });
  return {
    source,
    async close() {
      source.close();
      await core.stop();
    },
  };
}
