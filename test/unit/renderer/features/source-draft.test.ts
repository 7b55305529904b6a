import { describe, expect, it } from 'vitest';
import { de } from '#shared/text/de.ts';
import { draftOfSource, readSource } from '../../../../renderer/features/pull/source-draft.ts';

const KEYS = {
  kind: 'keys',
  region: 'eu-central-1',
  endpoint: 'abc-ats.iot.eu-central-1.amazonaws.com',
  accessKeyId: 'AKIA',
  profile: '',
} as const;

/** The fields that a draft still lacks. */
function faultsOf(draft: Parameters<typeof readSource>[0]): string[] {
  const read = readSource(draft, '', de);
  return read.ok ? [] : read.faults.map(({ field }) => field);
}

describe('the access that was typed', () => {
  it('takes an endpoint as AWS shows it, and one with its scheme as it is', () => {
    expect(readSource(KEYS, 'geheim', de)).toMatchObject({
      fields: {
        endpoint: 'https://abc-ats.iot.eu-central-1.amazonaws.com',
        access: { kind: 'keys', accessKeyId: 'AKIA', secretAccessKey: 'geheim' },
      },
    });
    const plain = { ...KEYS, endpoint: ' http://localhost ' };
    expect(readSource(plain, '', de)).toMatchObject({
      fields: { endpoint: 'http://localhost', access: { secretAccessKey: null } },
    });
  });

  it('needs the key or the profile, whichever it is', () => {
    expect(faultsOf({ ...KEYS, accessKeyId: ' ' })).toEqual(['accessKeyId']);
    expect(faultsOf({ ...KEYS, kind: 'profile' })).toEqual(['profile']);
    expect(faultsOf({ ...KEYS, kind: 'profile', profile: 'messdienst' })).toEqual([]);
  });

  it('begins with what is stored, and empty for the demo’s own cloud', () => {
    const stored = { region: 'eu-west-1', endpoint: 'https://x' };
    expect(draftOfSource({ ...stored, access: { kind: 'profile', profile: 'p' } })).toMatchObject({
      kind: 'profile',
      profile: 'p',
      endpoint: 'https://x',
    });
    expect(draftOfSource({ ...stored, access: { kind: 'demo' } })).toMatchObject({
      kind: 'keys',
      endpoint: '',
    });
  });
});
