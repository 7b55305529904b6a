/** A cloud of the test's own: an IoT Core on loopback that this computer trusts, with a gateway that has sent. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { publishFleet } from '#office/demo/fleet/publish-fleet.ts';
import type { SimulatedMeter } from '#office/demo/fleet/simulated-meter.ts';
import { serviceError } from '#office/demo/iot-core/service-error.ts';
import { startIotCore, type IotCore } from '#office/demo/iot-core/start-iot-core.ts';
import { SeededRandom } from '#office/demo/seeded-random.ts';

export const GATEWAY = 'muc-0001';
const HOUR_MS = 3_600_000;

export interface Cloud {
  readonly core: IotCore;
  /** How long each bundle takes to come, in milliseconds. */
  delayMs: number;
  /** Whether the role has lost its rights. */
  refuses: boolean;
  /** Lets the gateway send a bundle an hour. */
  send(meters: readonly SimulatedMeter[], from: string, hours: number): Promise<void>;
}

/**
 * Starts the cloud. Its root certificate is installed as an administrator would: where this computer's system looks.
 * That is read once a process, before the first connection.
 */
export async function startCloud(folder: string): Promise<Cloud> {
  const core = await startIotCore({
    disturb: async ({ operation }) => {
      if (cloud.refuses) return serviceError('ForbiddenException', 'Forbidden');
      if (operation === 'GetRetainedMessage') await setTimeout(cloud.delayMs);
      return null;
    },
  });
  const root = path.join(folder, 'root.pem');
  writeFileSync(root, core.ca);
  process.env['SSL_CERT_FILE'] = root;
  const certificate = await core.issueGatewayCertificate(GATEWAY);
  const cloud: Cloud = {
    core,
    delayMs: 0,
    refuses: false,
    async send(meters, from, hours) {
      const start = Date.parse(from);
      await publishFleet({
        gateways: [{ id: GATEWAY, certificate }],
        meters: meters.map((meter) => ({ ...meter, gateway: GATEWAY })),
        instants: Array.from({ length: hours }, (_, hour) => new Date(start + hour * HOUR_MS)),
        broker: { port: core.mqttPort, ca: core.ca },
        // Another seed, another start of the gateway's numbers: the same numbers again would be quarantined.
        random: new SeededRandom(from),
      });
    },
  };
  return cloud;
}
