/** Verifies AWS Signature Version 4 as the data plane does; written against the specification, not the SDK. */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { fail, succeed, type Result } from '#shared/model/result.ts';
import { serviceError, type ServiceError } from './service-error.ts';

/** An access key and what it is good for. */
export interface AccessKey {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/** A request as it came off the wire: the target neither decoded nor normalised. */
export interface SignedRequest {
  readonly method: string;
  readonly target: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Uint8Array;
}

/** What the verifier knows: its region, its keys and its clock. */
export interface VerifierOptions {
  readonly region: string;
  readonly keys: readonly AccessKey[];
  readonly now: () => Date;
}

const ALGORITHM = 'AWS4-HMAC-SHA256';
/** Today's name and the one of MQTT over WebSockets, which older clients still use for HTTPS. */
const SIGNING_NAMES: ReadonlySet<string> = new Set(['iotdata', 'iotdevicegateway']);
const TOLERANCE_MINUTES = 5;
const MISMATCH =
  'The request signature we calculated does not match the signature you provided. ' +
  'Check your AWS Secret Access Key and signing method. Consult the service documentation for details.';

interface Authorization {
  readonly keyId: string;
  readonly date: string;
  readonly region: string;
  readonly service: string;
  readonly signedHeaders: readonly string[];
  readonly signature: string;
}

const CREDENTIAL = /^([^/]+)\/(\d{8})\/([^/]+)\/([^/]+)\/aws4_request$/;

function parseAuthorization(header: string | undefined): Authorization | null {
  if (header === undefined || !header.startsWith(`${ALGORITHM} `)) return null;
  const fields = new Map(
    header
      .slice(ALGORITHM.length)
      .split(',')
      .map((field) => field.trim().split('=', 2) as [string, string]),
  );
  const credential = CREDENTIAL.exec(fields.get('Credential') ?? '');
  const signedHeaders = fields.get('SignedHeaders')?.split(';');
  const signature = fields.get('Signature');
  if (credential === null || signedHeaders === undefined || signature === undefined) return null;
  const [, keyId = '', date = '', region = '', service = ''] = credential;
  return { keyId, date, region, service, signedHeaders, signature };
}

/** `20260107T030000Z` and the instant it names; null for anything else. */
function parseAmzDate(text: unknown): Date | null {
  const match = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(String(text));
  if (match === null) return null;
  const [, year, month, day, hour, minute, second] = match;
  const date = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return Number.isNaN(date.getTime()) ? null : date;
}

function toAmzDate(date: Date): string {
  return date.toISOString().replaceAll(/[-:]|\.\d{3}/g, '');
}

function sha256Hex(data: Uint8Array | string): string {
  return createHash('sha256').update(data).digest('hex');
}

function hmac(key: Buffer | string, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}

/** Everything but RFC 3986's unreserved characters percent-encoded, in capitals. */
function uriEncode(text: string): string {
  return encodeURIComponent(text).replaceAll(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** The path as it was sent, each segment encoded once more: `%2F` becomes `%252F`. */
function canonicalPath(path: string): string {
  return path.split('/').map(uriEncode).join('/');
}

function canonicalQuery(query: string): string {
  // A plus sign is a plus sign here, not the blank that forms make of it.
  return [...new URLSearchParams(query.replaceAll('+', '%2B'))]
    .map(([name, value]) => `${uriEncode(name)}=${uriEncode(value)}`)
    .toSorted()
    .join('&');
}

function canonicalRequest(request: SignedRequest, signedHeaders: readonly string[]): string {
  const [path = '/', query = ''] = request.target.split('?', 2);
  const headers = signedHeaders.map((name) => {
    const value = request.headers[name];
    return `${name}:${(Array.isArray(value) ? value.join(',') : (value ?? '')).trim().replaceAll(/ +/g, ' ')}\n`;
  });
  return [
    request.method,
    canonicalPath(path),
    canonicalQuery(query),
    headers.join(''),
    signedHeaders.join(';'),
    sha256Hex(request.body),
  ].join('\n');
}

function signatureOf(secret: string, scope: Authorization, amzDate: string, canonical: string): Buffer {
  const toSign = [
    ALGORITHM,
    amzDate,
    `${scope.date}/${scope.region}/${scope.service}/aws4_request`,
    sha256Hex(canonical),
  ].join('\n');
  const dateKey = hmac(`AWS4${secret}`, scope.date);
  const signingKey = hmac(hmac(hmac(dateKey, scope.region), scope.service), 'aws4_request');
  return hmac(signingKey, toSign);
}

function checkScope(scope: Authorization, region: string): string | null {
  if (scope.region !== region) return `Credential should be scoped to a valid region, not '${scope.region}'.`;
  if (!SIGNING_NAMES.has(scope.service)) return 'Credential should be scoped to correct service.';
  return null;
}

function checkTime(amzDate: string, signedAt: Date, now: Date): string | null {
  const toleranceMs = TOLERANCE_MINUTES * 60_000;
  const [serverTime, earliest, latest] = [0, -toleranceMs, toleranceMs].map((shiftMs) =>
    toAmzDate(new Date(now.getTime() + shiftMs)),
  );
  if (signedAt.getTime() < now.getTime() - toleranceMs)
    return `Signature expired: ${amzDate} is now earlier than ${earliest} (${serverTime} - ${TOLERANCE_MINUTES} min.)`;
  if (signedAt.getTime() > now.getTime() + toleranceMs)
    return `Signature not yet current: ${amzDate} is still later than ${latest} (${serverTime} + ${TOLERANCE_MINUTES} min.)`;
  return null;
}

function forbid(message: string): Result<never, ServiceError> {
  return fail(serviceError('ForbiddenException', message));
}

/** Returns the access key that signed the request, or the 403 of the service: always `ForbiddenException`. */
export function verifySignature(
  request: SignedRequest,
  { region, keys, now }: VerifierOptions,
): Result<AccessKey, ServiceError> {
  const authorization = parseAuthorization(request.headers.authorization);
  const amzDate = request.headers['x-amz-date'];
  const signedAt = parseAmzDate(amzDate);
  if (authorization === null || typeof amzDate !== 'string' || signedAt === null)
    return forbid('Missing Authentication Token');
  const scopeFault = checkScope(authorization, region);
  if (scopeFault !== null) return forbid(scopeFault);
  const key = keys.find(({ accessKeyId }) => accessKeyId === authorization.keyId);
  if (key === undefined) return forbid('The security token included in the request is invalid.');
  const timeFault = checkTime(amzDate, signedAt, now());
  if (timeFault !== null) return forbid(timeFault);

  const { signedHeaders, signature, date } = authorization;
  const declaredHash = request.headers['x-amz-content-sha256'];
  const isComplete = signedHeaders.includes('host') && signedHeaders.includes('x-amz-date');
  const isSorted = signedHeaders.every(
    (name, index) => index === 0 || (signedHeaders[index - 1] ?? '') < name,
  );
  const isSameBody = declaredHash === undefined || declaredHash === sha256Hex(request.body);
  if (!isComplete || !isSorted || !isSameBody || !amzDate.startsWith(date)) return forbid(MISMATCH);
  const expected = signatureOf(
    key.secretAccessKey,
    authorization,
    amzDate,
    canonicalRequest(request, signedHeaders),
  );
  const given = Buffer.from(signature, 'hex');
  return given.length === expected.length && timingSafeEqual(given, expected)
    ? succeed(key)
    : forbid(MISMATCH);
}
