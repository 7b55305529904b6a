/** Turns what the SDK, TLS and the network throw into a reason and a German sentence that says what to do. */
import { z } from 'zod';
import { counted } from '#shared/text/plural.ts';
import type { SourceFailure, SourceFailureCode } from './bundle-source.ts';

/** Signatures are accepted within five minutes of the service's clock. */
const SKEW_TOLERANCE_MS = 5 * 60_000;

const OFFLINE_CODES: ReadonlySet<string> = new Set(['EAI_AGAIN', 'ENETUNREACH', 'ENETDOWN', 'EHOSTUNREACH']);
const UNREACHABLE_CODES: ReadonlySet<string> = new Set([
  'ENOTFOUND',
  'ECONNREFUSED',
  'ECONNRESET',
  'ETIMEDOUT',
  'EPIPE',
]);
const DISTRUST_CODES: ReadonlySet<string> = new Set([
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'CERT_HAS_EXPIRED',
  'CERT_NOT_YET_VALID',
  'ERR_TLS_CERT_ALTNAME_INVALID',
]);
const REJECTED_NAMES: ReadonlySet<string> = new Set([
  'CredentialsProviderError',
  'UnrecognizedClientException',
  'InvalidClientTokenId',
  'InvalidSignatureException',
  'SignatureDoesNotMatch',
]);
const EXPIRED_NAMES: ReadonlySet<string> = new Set(['ExpiredToken', 'ExpiredTokenException']);
/** What a profile says that leads to no credentials: it is missing, incomplete, or its sign-in is over. */
const PROFILE_NAMES: ReadonlySet<string> = new Set(['CredentialsProviderError', 'TokenProviderError']);

/** The parts of a thrown error that tell something; whatever is missing or odd becomes empty. */
const errorFacts = z
  .object({
    name: z.string().catch(''),
    code: z.string().catch(''),
    message: z.string().catch(''),
    $metadata: z
      .object({ httpStatusCode: z.number().nullable().catch(null) })
      .catch({ httpStatusCode: null }),
  })
  .catch({ name: '', code: '', message: '', $metadata: { httpStatusCode: null } });

type ErrorFacts = z.infer<typeof errorFacts>;

/** What the source knows besides the error. */
export interface FailureContext {
  readonly host: string;
  readonly region: string;
  /** The shared profile the credentials come from; null for keys that were typed. */
  readonly profile: string | null;
  /** How far this computer's clock was ahead of the service at its last answer; null if it never answered. */
  readonly clockAheadMs: number | null;
}

/** Names the reason. The service itself answers every fault of a signature with `ForbiddenException`. */
function codeOf(error: ErrorFacts, context: FailureContext): SourceFailureCode {
  const { name, code, message } = error;
  const statusCode = error.$metadata.httpStatusCode;
  if (name === 'AbortError') return 'CANCELLED';
  if (DISTRUST_CODES.has(code)) return 'ENDPOINT_NOT_TRUSTED';
  if (OFFLINE_CODES.has(code)) return 'OFFLINE';
  if (UNREACHABLE_CODES.has(code) || name === 'TimeoutError') return 'ENDPOINT_UNREACHABLE';
  if (name === 'ResourceNotFoundException') return 'VANISHED';
  if (name === 'ThrottlingException' || statusCode === 429) return 'THROTTLED';
  if (name === 'RequestEntityTooLargeException') return 'TOO_LARGE';
  if (PROFILE_NAMES.has(name) && context.profile !== null) return profileFaultOf(message);
  if (EXPIRED_NAMES.has(name) || /token .*expired/i.test(message)) return 'CREDENTIALS_EXPIRED';
  if (REJECTED_NAMES.has(name)) return 'CREDENTIALS_REJECTED';
  if (statusCode === 401 || statusCode === 403) return refusalOf(message, context);
  return 'SERVICE_FAILED';
}

/** AWS's own provider names the command where signing in again is all that is needed. */
function profileFaultOf(message: string): SourceFailureCode {
  return /aws (sso )?login|expired/i.test(message) ? 'CREDENTIALS_EXPIRED' : 'PROFILE_UNUSABLE';
}

function refusalOf(message: string, { clockAheadMs }: FailureContext): SourceFailureCode {
  if (/valid region/i.test(message)) return 'WRONG_REGION';
  const isSkewed = clockAheadMs !== null && Math.abs(clockAheadMs) > SKEW_TOLERANCE_MS;
  if (isSkewed || /signature (expired|not yet current)/i.test(message)) return 'CLOCK_SKEWED';
  if (/signature|security token|authentication token/i.test(message)) return 'CREDENTIALS_REJECTED';
  return 'ACCESS_DENIED';
}

function skewSentence(clockAheadMs: number | null): string {
  const minutes = Math.round(Math.abs(clockAheadMs ?? 0) / 60_000);
  if (clockAheadMs === null || minutes === 0) return 'Die Uhr dieses Rechners geht falsch.';
  const said = counted('de', minutes, 'Minute', 'Minuten');
  return `Die Uhr dieses Rechners geht ${said} ${clockAheadMs > 0 ? 'vor' : 'nach'}.`;
}

const SENTENCES: Readonly<Record<SourceFailureCode, (context: FailureContext) => string>> = {
  CREDENTIALS_REJECTED: ({ profile }) =>
    profile === null
      ? 'AWS hat die Zugangsdaten nicht anerkannt. Bitte prüfen Sie Zugriffsschlüssel und geheimen Schlüssel in den Einstellungen.'
      : `AWS hat die Zugangsdaten aus dem Profil „${profile}“ nicht anerkannt. Bitte lassen Sie das Profil auf diesem Rechner prüfen.`,
  CREDENTIALS_EXPIRED: ({ profile }) =>
    profile === null
      ? 'Die Anmeldung bei AWS ist abgelaufen. Bitte tragen Sie neue Zugangsdaten ein.'
      : `Die Anmeldung bei AWS im Profil „${profile}“ ist abgelaufen. Bitte melden Sie sich neu an, zum Beispiel mit „aws sso login --profile ${profile}“.`,
  PROFILE_UNUSABLE: ({ profile }) =>
    `Das AWS-Profil „${profile ?? ''}“ gibt es auf diesem Rechner nicht, oder es führt zu keinen Zugangsdaten. Bitte prüfen Sie den Namen oder lassen Sie das Profil einrichten.`,
  ACCESS_DENIED: () =>
    'AWS verweigert diese Aktion. Bitte lassen Sie prüfen, ob die Rolle Bündel auflisten, lesen und löschen darf.',
  CLOCK_SKEWED: ({ clockAheadMs }) =>
    `${skewSentence(clockAheadMs)} AWS nimmt deshalb keine Anfragen an. Bitte stellen Sie die Uhr.`,
  WRONG_REGION: ({ region }) =>
    `Der Endpunkt gehört nicht zur eingestellten Region ${region}. Bitte wählen Sie die Region, die im Namen des Endpunkts steht.`,
  OFFLINE: () =>
    'Es besteht keine Verbindung zum Internet. Der Abruf wird nachgeholt, sobald Sie online sind.',
  ENDPOINT_UNREACHABLE: ({ host }) =>
    `Der Server ${host} ist nicht erreichbar. Bitte prüfen Sie die Adresse des Endpunkts und die Verbindung zum Internet.`,
  ENDPOINT_NOT_TRUSTED: ({ host }) =>
    `Das Zertifikat von ${host} ist nicht vertrauenswürdig. Prüft Ihre Firma verschlüsselte Verbindungen, so hinterlegen Sie deren Stammzertifikat in den Einstellungen.`,
  SERVICE_FAILED: () => 'AWS IoT Core meldet eine Störung. Bitte versuchen Sie es später noch einmal.',
  THROTTLED: () =>
    'AWS IoT Core drosselt die Anfragen. Die übrigen Bündel bleiben liegen und kommen mit dem nächsten Abruf.',
  CANCELLED: () => 'Der Abruf wurde abgebrochen. Was schon abgerufen war, ist gespeichert.',
  NOT_READABLE: () => 'Das Bündel konnte nicht gelesen werden.',
  TOO_LARGE: () => 'Das Bündel ist zu groß für AWS IoT Core.',
  VANISHED: () => 'Das Bündel liegt nicht mehr in AWS IoT Core.',
};

/** The failure behind anything that was thrown while talking to IoT Core. */
export function toIotCoreFailure(error: unknown, context: FailureContext): SourceFailure {
  const code = codeOf(errorFacts.parse(error), context);
  return { code, message: SENTENCES[code](context) };
}
