/** Where the office pulls from. The secret key lies in an envelope of its own and never leaves the office. */
import { z } from 'zod';
import type { PullSource } from '#shared/contract/pull.ts';
import { succeed, type Failure, type Result } from '#shared/model/result.ts';
import type { IotCoreCredentials } from '../mailbox/iot-core-source.ts';
import type { Change } from '../store/change.ts';
import { readSetting, writeSetting } from '../store/settings.ts';
import type { Store } from '../store/store.ts';
import type { UnlockedVault } from '../vault/unlocked-vault.ts';

const SETTING = 'pullSource';

const storedSource = z.strictObject({
  region: z.string(),
  endpoint: z.string(),
  accessKeyId: z.string(),
  /** Counts the secrets there have been: an older envelope put back does not open. */
  version: z.int().min(1),
  sealedSecret: z.base64(),
});
type StoredSource = z.output<typeof storedSource>;

/** The one row of settings the envelope is bound to. */
function placeOf(version: number) {
  return { table: 'settings', row: 1, column: SETTING, version };
}

function readStored(store: Store): StoredSource | null {
  return storedSource.nullable().parse(readSetting(store, SETTING) ?? null);
}

/** What the window may know of the source; null when none was entered. */
export function readPullSource(store: Store): PullSource | null {
  const stored = readStored(store);
  if (stored === null) return null;
  const { region, endpoint, accessKeyId } = stored;
  return { region, endpoint, accessKeyId, hasSecretKey: true };
}

/** Everything to open the source with; null when none was entered. */
export function openPullSource(
  store: Store,
  vault: UnlockedVault,
): Result<{ region: string; endpoint: string; credentials: IotCoreCredentials } | null, Failure> {
  const stored = readStored(store);
  if (stored === null) return succeed(null);
  const { region, endpoint, accessKeyId, version, sealedSecret } = stored;
  const secret = vault.openEnvelope(placeOf(version), Buffer.from(sealedSecret, 'base64'));
  if (!secret.ok) return secret;
  const credentials = { accessKeyId, secretAccessKey: secret.value.toString('utf8') };
  secret.value.fill(0);
  return succeed({ region, endpoint, credentials });
}

export interface NewPullSource {
  readonly region: string;
  readonly endpoint: string;
  readonly accessKeyId: string;
  /** Null keeps the stored one. */
  readonly secretAccessKey: string | null;
}

/** Stores the source; false when the secret shall stay as it is and there is none. */
export function writePullSource(change: Change, vault: UnlockedVault, source: NewPullSource): boolean {
  const before = readStored(change.store);
  const { region, endpoint, accessKeyId, secretAccessKey } = source;
  if (secretAccessKey === null) {
    if (before === null) return false;
    writeSetting(change, SETTING, { ...before, region, endpoint, accessKeyId });
    return true;
  }
  const version = (before?.version ?? 0) + 1;
  const secret = Buffer.from(secretAccessKey, 'utf8');
  const sealedSecret = vault.sealEnvelope(placeOf(version), secret).toString('base64');
  secret.fill(0);
  writeSetting(change, SETTING, { region, endpoint, accessKeyId, version, sealedSecret });
  return true;
}
