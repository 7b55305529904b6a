/** Decides what becomes of a bundle that has arrived: stored, a duplicate, put aside or unreadable. */
import type { Failure, Result } from '#shared/model/result.ts';
import { hashOf, identityOf } from '#office/mailbox/bundle-identity.ts';
import type { FetchedBundle } from '#office/mailbox/bundle-source.ts';
import { parseBundleTopic, type BundleTopic } from '#office/mailbox/bundle-topic.ts';
import type { BundleFailure } from '#office/mailbox/formats/bundle-format.ts';
import { parseBundle, type ParsedBundle } from '#office/mailbox/parse-bundle.ts';
import type { BundleEntry, BundleState } from './bundle-ledger.ts';

/** A bundle that was looked at but not yet compared with what is stored. */
export interface ExaminedBundle {
  readonly fetched: FetchedBundle;
  readonly sha256: string;
  readonly identity: string;
  readonly numbered: BundleTopic | null;
  readonly parsed: Result<ParsedBundle, BundleFailure>;
}

/** Reads a bundle. Its number is the topic's, for which the broker vouches; a file's is the one it carries. */
export function examineBundle(fetched: FetchedBundle): ExaminedBundle {
  const sha256 = hashOf(fetched.payload);
  const parsed = parseBundle(fetched.payload, fetched.lastModified);
  const numbered = parseBundleTopic(fetched.name) ?? (parsed.ok ? numberOf(parsed.value) : null);
  return { fetched, sha256, numbered, parsed, identity: identityOf(numbered, sha256) };
}

function numberOf({ gateway, epoch, seq }: ParsedBundle): BundleTopic | null {
  return gateway === null || seq === null ? null : { gateway, epoch: epoch ?? '', seq };
}

/** Whether a bundle claims to be another one than the topic it came on. */
function contradicts(numbered: BundleTopic | null, { gateway, epoch, seq }: ParsedBundle): boolean {
  if (numbered === null || gateway === null) return false;
  return gateway !== numbered.gateway || seq !== numbered.seq || (epoch !== null && epoch !== numbered.epoch);
}

interface Verdict {
  readonly state: BundleState;
  readonly problem: Failure | null;
}

/** Compares a bundle with the hashes stored under its identity and adds its own: its twin may be in the same batch. */
export function judgeBundle(
  { parsed, numbered, identity, sha256 }: ExaminedBundle,
  knownHashes: Map<string, string>,
): Verdict {
  if (!parsed.ok) return { state: 'unreadable', problem: parsed.error };
  if (contradicts(numbered, parsed.value)) return { state: 'quarantined', problem: OTHER_SENDER };
  const knownHash = knownHashes.get(identity);
  if (knownHash !== undefined && knownHash !== sha256)
    return { state: 'quarantined', problem: OTHER_CONTENT };
  knownHashes.set(identity, sha256);
  return { state: knownHash === undefined ? 'stored' : 'duplicate', problem: null };
}

/** The bundle as the ledger takes it. */
export function toBundleEntry(
  bundle: ExaminedBundle,
  { state, problem }: Verdict,
  sourceId: string,
  storedAt: Date,
): BundleEntry {
  const { fetched, sha256, identity, numbered, parsed } = bundle;
  return {
    sourceId,
    name: fetched.name,
    lastModified: fetched.lastModified,
    storedAt,
    state,
    identity,
    sha256,
    payload: fetched.payload,
    numbered,
    sentAt: parsed.ok ? parsed.value.sentAt : null,
    telegrams: parsed.ok && state === 'stored' ? parsed.value.telegrams : [],
    problem,
  };
}

const OTHER_CONTENT: Failure = {
  code: 'BUNDLE_NUMBER_REUSED',
  message:
    'Unter dieser Nummer ist schon ein Bündel mit anderem Inhalt gespeichert. Es wurde zurückgestellt und bleibt in der Cloud. Bitte prüfen Sie das Gateway.',
};

const OTHER_SENDER: Failure = {
  code: 'BUNDLE_SENDER_CONTRADICTS',
  message:
    'Das Bündel nennt ein anderes Gateway oder eine andere Nummer als sein Topic. Es wurde zurückgestellt und bleibt in der Cloud. Bitte prüfen Sie das Gateway.',
};
