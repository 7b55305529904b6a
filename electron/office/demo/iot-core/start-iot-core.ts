/** An embedded IoT Core on free loopback ports: what AWS is to the product, for demo and tests. */
import { randomBytes } from 'node:crypto';
import { createCertificateAuthority, type IssuedCertificate } from './certificate-authority.ts';
import { Connections } from './connections.ts';
import { openDataPlane, type Disturbance, type OperationQuotas } from './data-plane.ts';
import { MessageHub, type CapturedPublish, type MessageQuotas } from './message-hub.ts';
import { openMqttBroker } from './mqtt-broker.ts';
import type { AccessKey } from './signature-v4.ts';
import { Shadows } from './shadows.ts';

/** How this account differs from an empty one without limits. */
export interface IotCoreOptions {
  readonly region?: string;
  readonly quotas?: MessageQuotas & { readonly perSecond?: OperationQuotas };
  /** The service's clock, to be wrong on purpose. */
  readonly now?: () => Date;
  readonly disturb?: Disturbance;
}

/** A running IoT Core; `stop` leaves no socket, no timer and no file behind. */
export interface IotCore {
  readonly region: string;
  readonly mqttPort: number;
  readonly dataPort: number;
  /** The data plane's address for the SDK. */
  readonly dataEndpoint: string;
  /** The root certificate to trust, PEM. */
  readonly ca: string;
  /** The office's role: list, get, publish (to clear), shadows, connections. */
  readonly credentials: AccessKey;
  /** A role that may look but not clear. */
  readonly readerCredentials: AccessKey;
  /** Every message accepted so far, in order, byte for byte. */
  readonly capturedPublishes: readonly CapturedPublish[];
  /** How many messages are retained now. */
  retainedCount(): number;
  issueGatewayCertificate(gatewayId: string): Promise<IssuedCertificate>;
  stop(): Promise<void>;
}

function createAccessKey(): AccessKey {
  const accessKeyId = `AKIA${randomBytes(10).toString('hex').toUpperCase().slice(0, 16)}`;
  return { accessKeyId, secretAccessKey: randomBytes(30).toString('base64') };
}

/** Starts broker and data plane with certificates and access keys of their own; nothing is written to disk. */
export async function startIotCore(options: IotCoreOptions = {}): Promise<IotCore> {
  const { region = 'eu-central-1', quotas = {}, now = () => new Date(), disturb = () => null } = options;
  const authority = await createCertificateAuthority();
  const certificate = await authority.issueServerCertificate();
  const [credentials, readerCredentials] = [createAccessKey(), createAccessKey()];
  const hub = new MessageHub(quotas);
  const connections = new Connections();
  const broker = await openMqttBroker({ certificate, rootPem: authority.rootPem, hub, connections });
  const dataPlane = await openDataPlane({
    certificate,
    region,
    roles: [
      { ...credentials, denies: new Set() },
      { ...readerCredentials, denies: new Set(['Publish', 'UpdateThingShadow']) },
    ],
    state: { hub, connections, shadows: new Shadows() },
    quotas: quotas.perSecond ?? {},
    now,
    disturb,
  });
  return {
    region,
    mqttPort: broker.port,
    dataPort: dataPlane.port,
    dataEndpoint: `https://localhost:${dataPlane.port}`,
    ca: authority.rootPem,
    credentials,
    readerCredentials,
    capturedPublishes: hub.captured,
    retainedCount: () => hub.retained.size,
    issueGatewayCertificate: (gatewayId) => authority.issueClientCertificate(gatewayId),
    stop: async () => {
      await Promise.all([broker.stop(), dataPlane.stop()]);
    },
  };
}
