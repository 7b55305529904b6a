/** The real SDK pointed at an embedded IoT Core, and a way to tamper with requests after they were signed. */
import { Agent } from 'node:https';
import { IoTDataPlaneClient } from '@aws-sdk/client-iot-data-plane';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import type { IotCore } from '#office/demo/iot-core/start-iot-core.ts';

/** The parts of a signed request that a test may change. */
export interface RequestOnTheWire {
  path: string;
  query: Record<string, string>;
  headers: Record<string, string>;
  body: unknown;
}

export interface ClientOptions {
  readonly credentials?: { readonly accessKeyId: string; readonly secretAccessKey: string };
  readonly region?: string;
  readonly maxAttempts?: number;
  readonly tamper?: (request: RequestOnTheWire) => void;
}

/** A client that tries once and trusts nothing but the core's own root. */
export function createClient(core: IotCore, options: ClientOptions = {}): IoTDataPlaneClient {
  const client = new IoTDataPlaneClient({
    endpoint: core.dataEndpoint,
    region: options.region ?? core.region,
    credentials: options.credentials ?? core.credentials,
    maxAttempts: options.maxAttempts ?? 1,
    disableClockSkewCorrection: true,
    requestHandler: new NodeHttpHandler({ httpsAgent: new Agent({ ca: core.ca, keepAlive: true }) }),
  });
  client.middlewareStack.add(
    (next) => (args) => {
      options.tamper?.(args.request as RequestOnTheWire);
      return next(args);
    },
    // After signing, before sending.
    { step: 'finalizeRequest', priority: 'low', name: 'tamper' },
  );
  return client;
}
