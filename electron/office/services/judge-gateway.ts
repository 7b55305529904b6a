/** Judges a gateway: its silence by its own rhythm, the end of its certificate, and the numbers it never sent. */
import { X509Certificate } from 'node:crypto';
import type { CertificateFacts } from '#shared/contract/gateways.ts';
import { addMonths, type PlainDate } from '#shared/model/plain-date.ts';
import { fail, succeed, type Failure, type Result } from '#shared/model/result.ts';
import { findSequenceGaps } from '../mailbox/sequence-gaps.ts';
import type { JudgedMessage } from './judge-meter.ts';
import { judgeSilence } from './judge-silence.ts';
import { officeDayOf } from './office-day.ts';

/** A gateway reports at least daily. */
export const GATEWAY_SILENT_HOURS = 48;
const MONTHS_OF_NOTICE = 3;

export interface GatewayFacts {
  /** Newest first. */
  readonly contactsMs: readonly number[];
  readonly certificate: CertificateFacts | null;
  /** Meters whose newest telegram came through it. */
  readonly meterCount: number;
}

/** `received`, `silent` or `never`; a gateway is not late. */
export function contactOf(contactsMs: readonly number[], now: Date): 'received' | 'silent' | 'never' {
  const heard = judgeSilence(contactsMs, now, GATEWAY_SILENT_HOURS);
  return heard === 'late' ? 'received' : heard;
}

export function judgeGateway(facts: GatewayFacts, now: Date): JudgedMessage[] {
  return [...silenceOf(facts, now), ...certificateOf(facts.certificate, officeDayOf(now))];
}

function silenceOf({ contactsMs, meterCount }: GatewayFacts, now: Date): JudgedMessage[] {
  const contact = contactOf(contactsMs, now);
  if (contact === 'received') return [];
  const [last] = contactsMs;
  const since = last === undefined ? null : new Date(last).toISOString();
  const evidence =
    meterCount === 0
      ? []
      : [meterCount === 1 ? 'Ein Messgerät hängt daran' : `${meterCount} Messgeräte hängen daran`];
  return [{ code: 'gatewaySilent', since, state: since ?? 'never', evidence }];
}

function certificateOf(certificate: CertificateFacts | null, today: PlainDate): JudgedMessage[] {
  if (certificate === null) return [];
  const { validUntil, thumbprint } = certificate;
  if (officeDayOf(new Date(validUntil)) > addMonths(today, MONTHS_OF_NOTICE)) return [];
  return [{ code: 'certificateEnds', since: validUntil, state: thumbprint, evidence: [] }];
}

/** The runs of bundle numbers that never arrived, oldest first. */
export function missingRuns(
  gateway: string,
  numbers: readonly { readonly epoch: string; readonly seq: number }[],
): { readonly first: number; readonly last: number }[] {
  return findSequenceGaps(numbers.map((number) => ({ gateway, ...number }))).map(({ first, last }) => ({
    first,
    last,
  }));
}

/** A certificate as it is kept: the PEM text of the certificate alone, and its facts. */
export interface ReadCertificate {
  readonly pem: string;
  readonly facts: CertificateFacts;
}

/** Reads a certificate from a PEM or DER file; whatever else the file holds, a private key above all, is left out. */
export function readCertificate(file: Uint8Array): Result<ReadCertificate, Failure> {
  try {
    const certificate = new X509Certificate(file);
    return succeed({
      pem: certificate.toString(),
      facts: {
        subject: oneLine(certificate.subject),
        issuer: oneLine(certificate.issuer),
        serialNumber: certificate.serialNumber,
        validFrom: certificate.validFromDate.toISOString(),
        validUntil: certificate.validToDate.toISOString(),
        thumbprint: certificate.fingerprint256,
      },
    });
  } catch {
    return fail({
      code: 'NO_CERTIFICATE',
      message:
        'In dieser Datei steht kein Zertifikat, das sich lesen lässt. Bitte wählen Sie die Zertifikatsdatei des Gateways (PEM oder DER).',
    });
  }
}

/** The facts of a kept certificate; null for none. */
export function factsOf(pem: string | null): CertificateFacts | null {
  const read = pem === null ? null : readCertificate(Buffer.from(pem));
  return read?.ok === true ? read.value.facts : null;
}

/** Names come a part a line. */
function oneLine(name: string): string {
  return name.split('\n').filter(Boolean).join(', ');
}
