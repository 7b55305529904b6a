/** Lets a whole fleet live through given instants: every gateway collects, bundles and publishes. */
import type { IssuedCertificate } from '../iot-core/certificate-authority.ts';
import type { SeededRandom } from '../seeded-random.ts';
import { SimulatedGateway, type BrokerAddress } from './gateway.ts';
import type { SimulatedMeter } from './simulated-meter.ts';

/** A gateway's id and the certificate it identifies itself with. */
export interface GatewayIdentity {
  readonly id: string;
  readonly certificate: IssuedCertificate;
}

/** How far the fleet has come. */
export interface FleetProgress {
  readonly bundles: number;
  readonly telegrams: number;
  readonly bytes: number;
  /** Instants lived through by all gateways together, of `total`. */
  readonly done: number;
  readonly total: number;
}

/** The fleet, its time and the way to the broker. */
export interface PublishFleetOptions {
  readonly gateways: readonly GatewayIdentity[];
  /** The meters on the air; at each instant anew where some are exchanged, move or are heard no longer. */
  readonly meters: readonly SimulatedMeter[] | ((at: Date) => readonly SimulatedMeter[]);
  /** When each gateway sends a bundle of what it heard in the hour before. */
  readonly instants: readonly Date[];
  readonly broker: BrokerAddress;
  readonly random: SeededRandom;
  readonly gzip?: boolean;
  readonly onProgress?: (progress: FleetProgress) => void;
  readonly signal?: AbortSignal;
}

/**
 * Publishes what all gateways hear and resolves when the last bundle is acknowledged. Rejects when a connection is
 * refused or lost. An abort ends after the instant at hand, with the connections closed.
 */
export async function publishFleet(options: PublishFleetOptions): Promise<FleetProgress> {
  const { gateways, meters, instants, broker, random, onProgress, signal } = options;
  const metersAt = typeof meters === 'function' ? meters : () => meters;
  const sum = { bundles: 0, telegrams: 0, bytes: 0, done: 0, total: gateways.length * instants.length };
  await Promise.all(
    gateways.map(async ({ id, certificate }) => {
      const gateway = new SimulatedGateway({ id, random, gzip: options.gzip ?? false });
      const client = await gateway.connect(broker, certificate);
      try {
        for (const instant of instants) {
          if (signal?.aborted) return;
          gateway.collect(metersAt(instant), instant);
          await gateway.flush(client, ({ payload, telegramCount }) => {
            sum.bundles += 1;
            sum.telegrams += telegramCount;
            sum.bytes += payload.byteLength;
          });
          sum.done += 1;
          onProgress?.({ ...sum });
        }
      } finally {
        await client.endAsync();
      }
    }),
  );
  return sum;
}
