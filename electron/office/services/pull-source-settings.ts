/**
 * Where the office pulls from, and as whom: with keys, whose secret half lies in an envelope of its own and never leaves
 * the office, or as a profile of this computer, of which only the name is kept.
 */
import { z } from 'zod';
import type { ArgsOf } from '#shared/contract/contract.ts';
import type { PullSource } from '#shared/contract/pull.ts';
import { succeed, type Failure, type Result } from '#shared/model/result.ts';
import type { IotCoreCredentials } from '../mailbox/iot-core-credentials.ts';
import type { Change } from '../store/change.ts';
import { readSetting, writeSetting } from '../store/settings.ts';
import type { Store } from '../store/store.ts';
import type { UnlockedVault } from '../vault/unlocked-vault.ts';

const SETTING = 'pullSource';

const place = { region: z.string(), endpoint: z.string() };
/** Counts the secrets there have been: an older envelope put back does not open. */
const version = z.int().min(0);
const storedKeys = z.strictObject({
  ...place,
  version,
  accessKeyId: z.string(),
  sealedSecret: z.base64(),
});
const storedProfile = z.strictObject({ ...place, version, profile: z.string() });
const storedSource = z.union([storedKeys, storedProfile]);
type StoredSource = z.output<typeof storedSource>;

/** The one row of settings the envelope is bound to. */
function placeOf(secretVersion: number) {
  return { table: 'settings', row: 1, column: SETTING, version: secretVersion };
}

function readStored(store: Store): StoredSource | null {
  return storedSource.nullable().parse(readSetting(store, SETTING) ?? null);
}

/** What the window may know of the source; null when none was entered. */
export function readPullSource(store: Store): PullSource | null {
  const stored = readStored(store);
  if (stored === null) return null;
  const { region, endpoint } = stored;
  return {
    region,
    endpoint,
    access:
      'profile' in stored
        ? { kind: 'profile', profile: stored.profile }
        : { kind: 'keys', accessKeyId: stored.accessKeyId },
  };
}

interface PullAccess {
  readonly region: string;
  readonly endpoint: string;
  readonly credentials: IotCoreCredentials;
}

/** Everything to open the source with; null when none was entered. */
export function openPullSource(store: Store, vault: UnlockedVault): Result<PullAccess | null, Failure> {
  const stored = readStored(store);
  if (stored === null) return succeed(null);
  const { region, endpoint } = stored;
  if ('profile' in stored) return succeed({ region, endpoint, credentials: { profile: stored.profile } });
  const secret = vault.openEnvelope(placeOf(stored.version), Buffer.from(stored.sealedSecret, 'base64'));
  if (!secret.ok) return secret;
  const credentials = { accessKeyId: stored.accessKeyId, secretAccessKey: secret.value.toString('utf8') };
  secret.value.fill(0);
  return succeed({ region, endpoint, credentials });
}

/**
 * Stores the source; false when the secret shall stay as it is and there is none. A profile takes the place of a secret:
 * nothing of it stays.
 */
export function writePullSource(
  change: Change,
  vault: UnlockedVault,
  { region, endpoint, access }: ArgsOf<'pull.saveSource'>,
): boolean {
  const before = readStored(change.store);
  const former = before?.version ?? 0;
  if (access.kind === 'profile') {
    writeSetting(change, SETTING, { region, endpoint, version: former, profile: access.profile });
    return true;
  }
  const { accessKeyId, secretAccessKey } = access;
  if (secretAccessKey === null) {
    if (before === null || 'profile' in before) return false;
    writeSetting(change, SETTING, { ...before, region, endpoint, accessKeyId });
    return true;
  }
  const secret = Buffer.from(secretAccessKey, 'utf8');
  const sealedSecret = vault.sealEnvelope(placeOf(former + 1), secret).toString('base64');
  secret.fill(0);
  writeSetting(change, SETTING, { region, endpoint, version: former + 1, accessKeyId, sealedSecret });
  return true;
}
