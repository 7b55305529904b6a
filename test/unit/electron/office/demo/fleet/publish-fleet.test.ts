import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publishFleet, type FleetProgress } from '#office/demo/fleet/publish-fleet.ts';
import { startIotCore, type IotCore } from '#office/demo/iot-core/start-iot-core.ts';
import { SeededRandom } from '#office/demo/seeded-random.ts';
import { allocators } from './sample-meters.ts';

const INSTANTS = [1, 2, 3, 4, 5].map((day) => new Date(Date.UTC(2026, 0, day, 3)));
let core: IotCore;

beforeAll(async () => {
  core = await startIotCore();
});

afterAll(() => core.stop());

async function options(id: string, certifiedAs = id) {
  return {
    gateways: [{ id, certificate: await core.issueGatewayCertificate(certifiedAs) }],
    meters: allocators(4, id),
    instants: INSTANTS,
    broker: { port: core.mqttPort, ca: core.ca },
    random: new SeededRandom('1'),
  };
}

describe('publishing a fleet', () => {
  it('tells how far it is, instant by instant', async () => {
    const steps: FleetProgress[] = [];
    const sum = await publishFleet({ ...(await options('gw-a')), onProgress: (step) => steps.push(step) });
    expect(steps.map(({ done, telegrams }) => [done, telegrams])).toEqual([
      [1, 4],
      [2, 8],
      [3, 12],
      [4, 16],
      [5, 20],
    ]);
    expect(sum).toEqual(steps.at(-1));
  });

  it('ends after the instant at hand when it is cancelled', async () => {
    const stopper = new AbortController();
    const onProgress = ({ done }: FleetProgress) => {
      if (done === 2) stopper.abort();
    };
    const sum = await publishFleet({ ...(await options('gw-b')), onProgress, signal: stopper.signal });
    expect(sum).toMatchObject({ done: 2, bundles: 2, total: 5 });
  });

  it('fails when the broker does not know the gateway', async () => {
    await expect(publishFleet(await options('gw-c', 'gw-d'))).rejects.toThrow(/not authorized/i);
  });
});
