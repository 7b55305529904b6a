/** The HTTPS door: every request is verified by SigV4, held to its quota, then carried out. */
import { randomUUID } from 'node:crypto';
import type { IncomingMessage as HttpRequest, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { fail, succeed, type Result } from '#shared/model/result.ts';
import { TokenBucket } from '#office/mailbox/token-bucket.ts';
import type { IssuedCertificate } from './certificate-authority.ts';
import {
  matchOperation,
  perform,
  type AccountState,
  type OperationCall,
  type OperationName,
} from './data-plane-operations.ts';
import { MAX_PAYLOAD_BYTES } from './message-limits.ts';
import type { Door } from './mqtt-broker.ts';
import { serviceError, type ServiceError } from './service-error.ts';
import { verifySignature, type AccessKey } from './signature-v4.ts';

/** An access key with the operations its role denies. */
export interface DataPlaneRole extends AccessKey {
  readonly denies: ReadonlySet<OperationName>;
}

/** Calls per second of each limited operation. */
export type OperationQuotas = Partial<Record<OperationName, number>>;

/** Something to go wrong on purpose: the error to answer with, or null to go on. May wait, to be slow. */
export type Disturbance = (call: OperationCall) => ServiceError | null | Promise<ServiceError | null>;

/** What the data plane needs to open. */
export interface DataPlaneOptions {
  readonly certificate: IssuedCertificate;
  readonly region: string;
  readonly roles: readonly DataPlaneRole[];
  readonly state: AccountState;
  readonly quotas: OperationQuotas;
  readonly now: () => Date;
  readonly disturb: Disturbance;
}

/** Opens the data plane on a free loopback port. */
export async function openDataPlane(options: DataPlaneOptions): Promise<Door> {
  const { certificate } = options;
  const answer = answerer(options);
  const server = createServer(
    { cert: certificate.certificatePem, key: certificate.privateKeyPem },
    (request, response) => {
      answer(request).then(
        (outcome) => send(response, outcome, options.now()),
        () =>
          send(response, fail(serviceError('InternalFailureException', 'Internal failure')), options.now()),
      );
    },
  );
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    stop: async () => {
      const closed = new Promise<void>((resolve) => void server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  };
}

function answerer(
  options: DataPlaneOptions,
): (request: HttpRequest) => Promise<Result<string, ServiceError>> {
  const { region, roles, state, now, disturb } = options;
  const buckets = new Map(
    Object.entries(options.quotas).map(([operation, perSecond]) => [operation, new TokenBucket(perSecond)]),
  );
  return async (request) => {
    const body = await readBody(request);
    if (!body.ok) return body;
    const { method = '', url: target = '/', headers } = request;
    const role = verifySignature({ method, target, headers, body: body.value }, { region, keys: roles, now });
    if (!role.ok) return role;
    const call = matchOperation(method, target, body.value);
    if (!call.ok) return call;
    const { operation } = call.value;
    const isDenied = roles.some(
      ({ accessKeyId, denies }) => accessKeyId === role.value.accessKeyId && denies.has(operation),
    );
    if (isDenied) return fail(serviceError('ForbiddenException', 'Forbidden'));
    if (buckets.get(operation)?.tryTake() === false)
      return fail(serviceError('ThrottlingException', 'Rate exceeded'));
    const disturbance = await disturb(call.value);
    return disturbance === null ? perform(call.value, state) : fail(disturbance);
  };
}

async function readBody(request: HttpRequest): Promise<Result<Buffer, ServiceError>> {
  const chunks: Buffer[] = [];
  let sizeBytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    sizeBytes += chunk.byteLength;
    // The rest is read and dropped, so that the client gets its answer instead of a broken connection.
    if (sizeBytes <= MAX_PAYLOAD_BYTES) chunks.push(chunk);
  }
  return sizeBytes > MAX_PAYLOAD_BYTES
    ? fail(serviceError('RequestEntityTooLargeException', 'Payload must not exceed 131072 bytes'))
    : succeed(Buffer.concat(chunks));
}

function send(response: ServerResponse, outcome: Result<string, ServiceError>, date: Date): void {
  const traceId = randomUUID();
  const headers = {
    'Content-Type': 'application/json',
    Date: date.toUTCString(),
    'x-amzn-RequestId': traceId,
  };
  if (outcome.ok) {
    response.writeHead(200, headers).end(outcome.value);
    return;
  }
  const { name, statusCode, message } = outcome.error;
  // The colon belongs to it: the real service writes the name like this, and clients must cut it off.
  response
    .writeHead(statusCode, { ...headers, 'x-amzn-ErrorType': `${name}:` })
    .end(JSON.stringify({ message, traceId }));
}
