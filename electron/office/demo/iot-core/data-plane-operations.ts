/** The data plane's operations: each takes a verified request apart and answers it from memory. */
import { fail, succeed, type Result } from '#shared/model/result.ts';
import type { Connections } from './connections.ts';
import type { MessageHub } from './message-hub.ts';
import { serviceError, type ServiceError } from './service-error.ts';
import type { Shadows } from './shadows.ts';

export type OperationName =
  | 'ListRetainedMessages'
  | 'GetRetainedMessage'
  | 'Publish'
  | 'GetConnection'
  | 'GetThingShadow'
  | 'UpdateThingShadow';

/** A request matched to its operation; `subject` is the topic, client id or thing name from the path. */
export interface OperationCall {
  readonly operation: OperationName;
  readonly subject: string;
  readonly query: URLSearchParams;
  readonly body: Buffer;
}

/** The state behind the data plane. */
export interface AccountState {
  readonly hub: MessageHub;
  readonly connections: Connections;
  readonly shadows: Shadows;
}

const MAX_RESULTS = 200;

interface Route {
  readonly method: string;
  readonly path: RegExp;
  readonly operation: OperationName;
}

/** The subject is one percent-encoded segment: a slash inside it arrives as `%2F`. */
const ROUTES: readonly Route[] = [
  { method: 'GET', path: /^\/retainedMessage()$/, operation: 'ListRetainedMessages' },
  { method: 'GET', path: /^\/retainedMessage\/([^/]+)$/, operation: 'GetRetainedMessage' },
  { method: 'POST', path: /^\/topics\/([^/]+)$/, operation: 'Publish' },
  { method: 'GET', path: /^\/connections\/([^/]+)$/, operation: 'GetConnection' },
  { method: 'GET', path: /^\/things\/([^/]+)\/shadow$/, operation: 'GetThingShadow' },
  { method: 'POST', path: /^\/things\/([^/]+)\/shadow$/, operation: 'UpdateThingShadow' },
];

/** Finds the operation a request asks for. */
export function matchOperation(
  method: string,
  target: string,
  body: Buffer,
): Result<OperationCall, ServiceError> {
  const [path = '/', query = ''] = target.split('?', 2);
  const ofPath = ROUTES.filter((route) => route.path.test(path));
  const route = ofPath.find((candidate) => candidate.method === method);
  if (ofPath.length === 0) return fail(serviceError('ResourceNotFoundException', 'Not Found'));
  if (route === undefined) return fail(serviceError('MethodNotAllowedException', 'Method Not Allowed'));
  const subject = decode(route.path.exec(path)?.[1] ?? '');
  return subject === null
    ? fail(serviceError('InvalidRequestException', 'Malformed path'))
    : succeed({ operation: route.operation, subject, query: new URLSearchParams(query), body });
}

function decode(segment: string): string | null {
  try {
    return decodeURIComponent(segment);
  } catch {
    return null;
  }
}

const OPERATIONS: Readonly<
  Record<OperationName, (call: OperationCall, state: AccountState) => Result<string, ServiceError>>
> = {
  ListRetainedMessages: (call, { hub }) => listRetainedMessages(call, hub),
  GetRetainedMessage: (call, { hub }) => getRetainedMessage(call, hub),
  Publish: (call, { hub }) => publish(call, hub),
  GetConnection: (call, { connections }) => getConnection(call, connections),
  GetThingShadow: (call, { shadows }) => shadows.get(call.subject, call.query.get('name')),
  UpdateThingShadow: (call, { shadows }) =>
    shadows.update(call.subject, call.query.get('name'), call.body.toString()),
};

/** Carries an operation out and returns the body of its answer. */
export function perform(call: OperationCall, state: AccountState): Result<string, ServiceError> {
  return OPERATIONS[call.operation](call, state);
}

function listRetainedMessages({ query }: OperationCall, hub: MessageHub): Result<string, ServiceError> {
  const maxResults = Number(query.get('maxResults') ?? MAX_RESULTS);
  if (!Number.isInteger(maxResults) || maxResults < 1 || maxResults > MAX_RESULTS)
    return fail(serviceError('InvalidRequestException', 'maxResults must be between 1 and 200'));
  const page = hub.retained.page(query.get('nextToken'), maxResults);
  if (page === null) return fail(serviceError('InvalidRequestException', 'Invalid nextToken'));
  const retainedTopics = page.messages.map(({ topic, payload, qos, lastModifiedMs }) => ({
    topic,
    payloadSize: payload.byteLength,
    qos,
    lastModifiedTime: lastModifiedMs,
  }));
  return succeed(
    JSON.stringify({ retainedTopics, ...(page.nextToken === null ? {} : { nextToken: page.nextToken }) }),
  );
}

function getRetainedMessage({ subject }: OperationCall, hub: MessageHub): Result<string, ServiceError> {
  const message = hub.retained.get(subject);
  if (message === null) return fail(serviceError('ResourceNotFoundException', 'No retained message found'));
  return succeed(
    JSON.stringify({
      topic: message.topic,
      payload: message.payload.toString('base64'),
      qos: message.qos,
      lastModifiedTime: message.lastModifiedMs,
    }),
  );
}

function publish({ subject, query, body }: OperationCall, hub: MessageHub): Result<string, ServiceError> {
  const accepted = hub.accept({
    topic: subject,
    payload: body,
    qos: Number(query.get('qos') ?? 0),
    retain: query.get('retain') === 'true',
  });
  return accepted.ok ? succeed(JSON.stringify({ message: 'OK' })) : accepted;
}

function getConnection({ subject }: OperationCall, connections: Connections): Result<string, ServiceError> {
  const state = connections.get(subject);
  return state === null
    ? fail(serviceError('ResourceNotFoundException', 'Client not found'))
    : succeed(JSON.stringify(state));
}
