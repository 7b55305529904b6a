/** An embedded IoT Core full of bundles, in a process of its own so that it does not share the client's thread. */
import { SimulatedGateway } from '#office/demo/fleet/gateway.ts';
import type { SimulatedMeter } from '#office/demo/fleet/simulated-meter.ts';
import { startIotCore } from '#office/demo/iot-core/start-iot-core.ts';
import { SeededRandom } from '#office/demo/seeded-random.ts';

/** What the server tells its parent when it is ready. */
export interface PullServerReady {
  readonly endpoint: string;
  readonly region: string;
  readonly ca: string;
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
}

const GATEWAY = 'gw-bench';
/** About 20 kB of JSON a bundle, what a gateway in a stairwell hears in a day. */
const METERS = 130;
const DAY_MS = 86_400_000;

function meterAt(index: number): SimulatedMeter {
  return {
    address: { manufacturer: 'EFE', id: String(61_000_000 + index), version: 2, deviceType: 8 },
    kind: 'allocator',
    security: 'mode5',
    key: Buffer.alloc(16, index),
    gateway: GATEWAY,
    diedOn: null,
    registerAt: (day) => BigInt(day.slice(5).replace('-', '')),
  };
}

const bundles = Number(process.argv[2]);
const core = await startIotCore();
const gateway = new SimulatedGateway({ id: GATEWAY, random: new SeededRandom('bench') });
const meters = Array.from({ length: METERS }, (_, index) => meterAt(index));
for (let day = 0; day < bundles; day += 1)
  gateway.collect(meters, new Date(Date.UTC(2021, 0, 2) + day * DAY_MS));
const certificate = await core.issueGatewayCertificate(GATEWAY);
const client = await gateway.connect({ port: core.mqttPort, ca: core.ca }, certificate);
await gateway.flush(client);
await client.endAsync();

const ready: PullServerReady = {
  endpoint: core.dataEndpoint,
  region: core.region,
  ca: core.ca,
  credentials: core.credentials,
};
process.send?.(ready);
process.on('disconnect', () => void core.stop());
