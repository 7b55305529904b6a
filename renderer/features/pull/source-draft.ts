/** What staff type to reach the cloud, and what it means. Pure; the secret goes beside it and is in no draft. */
import type { ArgsOf } from '#shared/contract/contract.ts';
import type { PullSource } from '#shared/contract/pull.ts';
import type { Dictionary } from '#shared/text/dictionary.ts';
import type { DraftFault, ReadDraft } from '../../lib/draft-form.ts';

export interface SourceDraft {
  kind: 'keys' | 'profile';
  region: string;
  endpoint: string;
  accessKeyId: string;
  profile: string;
}

/** A secret left empty keeps the stored one. */
export type SourceFields = ArgsOf<'pull.saveSource'>;

export function draftOfSource(source: PullSource | null): SourceDraft {
  const access = source?.access;
  return {
    kind: access?.kind === 'profile' ? 'profile' : 'keys',
    region: source?.region ?? 'eu-central-1',
    endpoint: source === null || access?.kind === 'demo' ? '' : source.endpoint,
    accessKeyId: access?.kind === 'keys' ? access.accessKeyId : '',
    profile: access?.kind === 'profile' ? access.profile : '',
  };
}

/** Reads the draft; an endpoint may be given as AWS shows it, without `https://`. */
export function readSource(
  draft: SourceDraft,
  secret: string,
  words: Dictionary,
): ReadDraft<SourceDraft, SourceFields> {
  const { kind, region, accessKeyId, profile } = draft;
  const needed = ['region', 'endpoint', kind === 'keys' ? 'accessKeyId' : 'profile'] as const;
  const faults = needed
    .filter((field) => draft[field].trim() === '')
    .map((field): DraftFault<SourceDraft> => ({ field, message: words.common.required }));
  if (faults.length > 0) return { ok: false, faults };
  const typed = draft.endpoint.trim();
  const endpoint = typed.includes('://') ? typed : `https://${typed}`;
  const secretAccessKey = secret === '' ? null : secret;
  return {
    ok: true,
    fields: {
      region,
      endpoint,
      access: kind === 'keys' ? { kind, accessKeyId, secretAccessKey } : { kind, profile },
    },
  };
}
