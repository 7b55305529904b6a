/** Decides what becomes of a bundle that has arrived: stored, a duplicate, put aside or unreadable. */
import type { Failure, Result } from '#shared/model/result.ts';
import { hashOf } from '#office/mailbox/bundle-hash.ts';
import type { FetchedBundle } from '#office/mailbox/bundle-source.ts';
import { parseBundleTopic, type BundleTopic } from '#office/mailbox/bundle-topic.ts';
import type { BundleFailure } from '#office/mailbox/formats/bundle-format.ts';
import { parseBundle, type ParsedBundle } from '#office/mailbox/parse-bundle.ts';
import type { BundleIdentity, BundleVerdict } from './bundle-ledger.ts';

/** A bundle that was looked at but not yet compared with what is stored. */
export interface ExaminedBundle extends BundleIdentity {
  readonly fetched: FetchedBundle;
  readonly parsed: Result<ParsedBundle, BundleFailure>;
}

/** Reads a bundle. Its number is the topic's, for which the broker vouches; a file's is the one it carries. */
export function examineBundle(fetched: FetchedBundle): ExaminedBundle {
  const parsed = parseBundle(fetched.payload, fetched.lastModified);
  const numbered = parseBundleTopic(fetched.name) ?? (parsed.ok ? numberOf(parsed.value) : null);
  return { fetched, parsed, numbered, sha256: hashOf(fetched.payload) };
}

function numberOf({ gateway, epoch, seq }: ParsedBundle): BundleTopic | null {
  return gateway === null || seq === null ? null : { gateway, epoch: epoch ?? '', seq };
}

/** Compares a bundle with the hash of what is stored in its place, if anything is. */
export function judgeBundle(
  { parsed, numbered, sha256 }: ExaminedBundle,
  storedHash: string | null,
): { readonly verdict: BundleVerdict; readonly problem: Failure | null } {
  if (!parsed.ok) return { verdict: 'unreadable', problem: parsed.error };
  if (contradicts(numbered, parsed.value)) return { verdict: 'quarantined', problem: OTHER_SENDER };
  if (storedHash === null) return { verdict: 'stored', problem: null };
  return storedHash === sha256
    ? { verdict: 'duplicate', problem: null }
    : { verdict: 'quarantined', problem: OTHER_CONTENT };
}

/** Whether a bundle claims to be another one than the topic it came on. */
function contradicts(numbered: BundleTopic | null, { gateway, epoch, seq }: ParsedBundle): boolean {
  if (numbered === null || gateway === null) return false;
  return gateway !== numbered.gateway || seq !== numbered.seq || (epoch !== null && epoch !== numbered.epoch);
}

const OTHER_CONTENT: Failure = {
  code: 'BUNDLE_NUMBER_REUSED',
  message:
    'Unter dieser Nummer ist schon ein Bündel mit anderem Inhalt gespeichert. Es wurde zurückgestellt und bleibt an seiner Quelle liegen. Bitte prüfen Sie das Gateway.',
};

const OTHER_SENDER: Failure = {
  code: 'BUNDLE_SENDER_CONTRADICTS',
  message:
    'Das Bündel nennt ein anderes Gateway oder eine andere Nummer als sein Topic. Es wurde zurückgestellt und bleibt an seiner Quelle liegen. Bitte prüfen Sie das Gateway.',
};
