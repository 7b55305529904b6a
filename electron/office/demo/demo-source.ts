/** The cloud of the shown demo: an IoT Core on loopback to which the house has sent until the office's clock. */
import type { PlainDate } from '#shared/model/plain-date.ts';
import { openIotCoreSource } from '../mailbox/iot-core-source.ts';
import { demoOpenedOn } from '../services/office-settings.ts';
import type { PullStep } from '../services/run-pull.ts';
import type { WorkingOffice } from '../services/working-office.ts';
import { publishFleet, type PublishFleetOptions } from './fleet/publish-fleet.ts';
import { meterDay } from './fleet/simulated-meter.ts';
import { radiosOf, sendingInstants, shownInstants } from './house-traffic.ts';
import { startIotCore } from './iot-core/start-iot-core.ts';
import { GATEWAYS } from './meter-stock.ts';
import { demoProperty, FEWEST_UNITS, type DemoProperty } from './property.ts';
import { variedYears } from './season.ts';
import { SeededRandom } from './seeded-random.ts';
import { ATTIC_GATEWAY, SHOP_GATEWAY, troublesOf, type Troubles } from './troubles.ts';

/** The same house, the same keys and the same telegrams every time. */
const SEED = '2025';

/** The house as it is shown to somebody who opens the demo on a day, and what is wrong in it by then. */
export function shownHouse(openedOn: PlainDate): {
  readonly house: DemoProperty;
  readonly troubles: Troubles | null;
} {
  const random = new SeededRandom(SEED);
  const house = demoProperty(random, FEWEST_UNITS, variedYears(random));
  return { house, troubles: troublesOf(house, openedOn, random) };
}

type Traffic = Pick<PublishFleetOptions, 'meters' | 'instants'> & { readonly gateways: readonly string[] };

function trafficUntil(openedOn: PlainDate | null, now: Date): Traffic {
  // An office that was opened before the demo reached its own day goes on as it began: its bundles have their numbers.
  if (openedOn === null)
    return {
      gateways: GATEWAYS,
      meters: radiosOf(demoProperty(new SeededRandom(SEED), FEWEST_UNITS)),
      instants: sendingInstants(),
    };
  const { house, troubles } = shownHouse(openedOn);
  const instants = shownInstants(openedOn, now);
  if (troubles === null) return { gateways: GATEWAYS, meters: radiosOf(house), instants };
  return {
    gateways: [...GATEWAYS, SHOP_GATEWAY, ATTIC_GATEWAY],
    meters: (at) => troubles.radiosOn(meterDay(at)),
    instants,
  };
}

/** Starts the cloud, lets the fleet send to it, and opens it as any other source. */
export async function openDemoSource(office: WorkingOffice, onStep: PullStep, signal: AbortSignal) {
  const { store, clock } = office.session;
  const { gateways, meters, instants } = trafficUntil(demoOpenedOn(store), clock());
  onStep('Vorführ-Cloud starten', 0, null);
  const core = await startIotCore();
  try {
    await publishFleet({
      gateways: await Promise.all(
        gateways.map(async (id) => ({ id, certificate: await core.issueGatewayCertificate(id) })),
      ),
      meters,
      instants,
      broker: { port: core.mqttPort, ca: core.ca },
      random: new SeededRandom(SEED),
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
    async close(): Promise<void> {
      source.close();
      await core.stop();
    },
  };
}
