/** A simulated gateway: hears its meters, bundles what it heard and keeps each bundle until it is acknowledged. */
import { gzipSync } from 'node:zlib';
import { connectAsync, type MqttClient } from 'mqtt';
import type { IssuedCertificate } from '../iot-core/certificate-authority.ts';
import type { SeededRandom } from '../seeded-random.ts';
import { encodeTelegram } from './encode-telegram.ts';
import { isAlive, type SimulatedMeter } from './simulated-meter.ts';

/** A bundle ready to be published. */
export interface OutgoingBundle {
  readonly topic: string;
  readonly payload: Buffer;
  readonly telegramCount: number;
}

/** How a gateway reaches its broker. */
export interface BrokerAddress {
  readonly port: number;
  /** The root certificate to trust, PEM. */
  readonly ca: string;
}

/** What a gateway is born with. */
export interface GatewayOptions {
  readonly id: string;
  readonly random: SeededRandom;
  readonly gzip?: boolean;
}

type TelegramRow = readonly [receivedAt: string, rssi: number, mode: string, hex: string];

/** Leaves room below IoT Core's 128 KB for the envelope. */
const MAX_ROWS_BYTES = 120 * 1024;
/** Telegrams come in during the hour before the gateway sends its bundle. */
const LISTENING_SECONDS = 3600;
const FIRMWARE = '1.40';
/** MQTT messages on their way at once. */
const IN_FLIGHT = 16;

const CONNECTION_LOST = 'the connection to the broker was lost';

/** One gateway. Everything it hears and sends follows from its id, the seed and the time. */
export class SimulatedGateway {
  readonly id: string;
  readonly #random: SeededRandom;
  readonly #gzip: boolean;
  readonly #outbox = new Map<string, OutgoingBundle>();
  #epoch: number;
  #nextSeq: number;

  constructor({ id, random, gzip = false }: GatewayOptions) {
    this.id = id;
    this.#random = random;
    this.#gzip = gzip;
    this.#epoch = random.integer(`${id}/epoch`, 3, 40);
    this.#nextSeq = random.integer(`${id}/seq`, 1_000, 9_000);
  }

  /** What is heard but not yet acknowledged. */
  get outbox(): readonly OutgoingBundle[] {
    return [...this.#outbox.values()];
  }

  /** Starts anew: the boot counter grows, the sequence number and the outbox persist. */
  reboot(): void {
    this.#epoch += 1;
  }

  /** Listens during the hour before `sentAt` and puts what it heard into the outbox, in bundles of at most 128 KB. */
  collect(meters: readonly SimulatedMeter[], sentAt: Date): readonly OutgoingBundle[] {
    const rows = meters
      .filter((meter) => meter.gateway === this.id)
      .map((meter) => this.#hear(meter, sentAt))
      .filter((row) => row !== null)
      .toSorted((a, b) => (a[0] < b[0] ? -1 : 1));
    const bundles = splitBySize(rows).map((part) => this.#bundle(part, sentAt));
    for (const bundle of bundles) this.#outbox.set(bundle.topic, bundle);
    return bundles;
  }

  /** Connects by MQTT over TLS, with a retained birth message and a retained last will. */
  async connect(broker: BrokerAddress, certificate: IssuedCertificate): Promise<MqttClient> {
    const topic = `wmbus/v1/${this.id}/status`;
    const status = (online: boolean) =>
      Buffer.from(JSON.stringify({ v: 1, gw: this.id, online, fw: FIRMWARE, epoch: this.#epoch }));
    const client = await connectAsync(
      `mqtts://localhost:${broker.port}`,
      {
        ca: broker.ca,
        cert: certificate.certificatePem,
        key: certificate.privateKeyPem,
        clientId: this.id,
        protocolVersion: 4,
        clean: true,
        reconnectPeriod: 0,
        will: { topic, payload: status(false), qos: 1, retain: true },
      },
      false,
    );
    await client.publishAsync(topic, status(true), { qos: 1, retain: true });
    return client;
  }

  /**
   * Publishes the outbox, QoS 1 and retained, and forgets each bundle when its PUBACK is there. Rejects when the
   * connection is lost; what was not acknowledged stays in the outbox for the next try.
   */
  async flush(
    client: MqttClient,
    onAcknowledged: (bundle: OutgoingBundle) => void = () => {},
  ): Promise<void> {
    // The client itself would wait for a reconnection that never comes.
    if (!client.connected) throw new Error(CONNECTION_LOST);
    const { promise: lost, reject } = Promise.withResolvers<never>();
    const onClose = (): void => reject(new Error(CONNECTION_LOST));
    client.once('close', onClose);
    const waiting = this.outbox.values();
    const publishNext = async (): Promise<void> => {
      for (const bundle of waiting) {
        const acknowledged = client.publishAsync(bundle.topic, bundle.payload, { qos: 1, retain: true });
        await Promise.race([acknowledged, lost]);
        this.#outbox.delete(bundle.topic);
        onAcknowledged(bundle);
      }
    };
    try {
      await Promise.all(Array.from({ length: IN_FLIGHT }, publishNext));
    } finally {
      client.off('close', onClose);
    }
  }

  #hear(meter: SimulatedMeter, sentAt: Date): TelegramRow | null {
    const name = `${meter.address.manufacturer}${meter.address.id}`;
    const draw = this.#random.integer(`${name}/${sentAt.toISOString()}`, 0, LISTENING_SECONDS * 8 - 1);
    const receivedAt = new Date(sentAt.getTime() - (1 + Math.floor(draw / 8)) * 1000);
    if (!isAlive(meter, receivedAt)) return null;
    // Near and far meters, and a few decibels of weather.
    const rssi = this.#random.integer(`${name}/rssi`, -96, -58) + (draw % 8) - 4;
    const hex = encodeTelegram(meter, receivedAt).toString('hex').toUpperCase();
    return [toSeconds(receivedAt), rssi, 'T1', hex];
  }

  #bundle(rows: readonly TelegramRow[], sentAt: Date): OutgoingBundle {
    const seq = this.#nextSeq++;
    const json = JSON.stringify({
      v: 1,
      gw: this.id,
      epoch: this.#epoch,
      seq,
      sent: toSeconds(sentAt),
      crc: false,
      info: { fw: FIRMWARE, csq: this.#random.integer(`${this.id}/csq`, -97, -71), lost: 0 },
      t: rows,
    });
    const day = sentAt.toISOString().slice(0, 10).replaceAll('-', '');
    return {
      topic: `wmbus/v1/${this.id}/b/${day}/${this.#epoch}-${seq}`,
      payload: this.#gzip ? gzipSync(json) : Buffer.from(json),
      telegramCount: rows.length,
    };
  }
}

/** An instant without fractions of a second, as gateways write it. */
function toSeconds(instant: Date): string {
  return `${instant.toISOString().slice(0, 19)}Z`;
}

function splitBySize(rows: readonly TelegramRow[]): TelegramRow[][] {
  const parts: TelegramRow[][] = [];
  let roomBytes = 0;
  for (const row of rows) {
    const rowBytes = JSON.stringify(row).length + 1;
    const current = parts.at(-1);
    if (current === undefined || rowBytes > roomBytes) {
      parts.push([row]);
      roomBytes = MAX_ROWS_BYTES - rowBytes;
    } else {
      current.push(row);
      roomBytes -= rowBytes;
    }
  }
  return parts;
}
