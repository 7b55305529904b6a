/** An embedded IoT Core full of bundles, in a process of its own so that it does not share the client's thread. */
import { SimulatedGateway } from '#office/demo/fleet/gateway.ts';
import type { SimulatedMeter } from '#office/demo/fleet/simulated-meter.ts';
import { startIotCore } from '#office/demo/iot-core/start-iot-core.ts';
import { SeededRandom } from '#office/demo/seeded-random.ts';
import { benchMeterAddress, benchMeterKey } from './bench-meters.ts';

/** What the server tells its parent when it is ready. A number sent to it has it publish that many more bundles. */
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
    address: benchMeterAddress(index),
    kind: 'allocator',
    security: 'mode5',
    key: benchMeterKey(index),
    gateway: GATEWAY,
    diedOn: null,
    registerAt: (day) => BigInt(day.slice(5).replace('-', '')),
  };
}

const core = await startIotCore();
const gateway = new SimulatedGateway({ id: GATEWAY, random: new SeededRandom('bench') });
const meters = Array.from({ length: METERS }, (_, index) => meterAt(index));
const certificate = await core.issueGatewayCertificate(GATEWAY);
let day = 0;

/** Sends the bundles of the following days. */
async function publish(bundles: number): Promise<void> {
  for (const until = day + bundles; day < until; day += 1)
    gateway.collect(meters, new Date(Date.UTC(2021, 0, 2) + day * DAY_MS));
  const client = await gateway.connect({ port: core.mqttPort, ca: core.ca }, certificate);
  await gateway.flush(client);
  await client.endAsync();
}

await publish(Number(process.argv[2]));
const ready: PullServerReady = {
  endpoint: core.dataEndpoint,
  region: core.region,
  ca: core.ca,
  credentials: core.credentials,
};
process.send?.(ready);
process.on('message', (bundles) => void publish(Number(bundles)).then(() => process.send?.(bundles)));
process.on('disconnect', () => void core.stop());
