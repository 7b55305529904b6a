import { spawn } from 'node:child_process';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { changeMasterKey } from '#office/services/change-master-key.ts';
import { openOffice, type OfficeSession } from '#office/services/office-session.ts';
import { checkDatabase } from '#office/services/backup-check.ts';
import { openKeysOfMeter } from '#office/store/keys.ts';
import { listPersons } from '#office/store/people.ts';
import type { DeviceSecretStore } from '#office/vault/device-secret.ts';
import { KDF_FLOOR } from '#office/vault/key-derivation.ts';
import { FAULT_KINDS, failAtEveryCall } from '../support/failing-files.ts';
import { STAFF, passphrase, temporaryFolder, valueOf } from '../support/office-folder.ts';
import { sessionFixture } from '../support/session.ts';
import { METER_ADDRESS, METER_KEY } from '../support/small-house.ts';

async function openIn(folder: string, deviceSecrets: DeviceSecretStore): Promise<OfficeSession> {
  return valueOf(await openOffice({ folder, passphrase: passphrase(), deviceSecrets }));
}

/** Opens a folder and proves that everything is there, under whichever generation; returns it. */
async function proveWhole(folder: string, deviceSecrets: DeviceSecretStore): Promise<number> {
  const session = await openIn(folder, deviceSecrets);
  expect(checkDatabase(session.store, session.vault.auditKeys).ok).toBe(true);
  expect(listPersons(session.store, session.vault)).toHaveLength(2);
  const [opened] = valueOf(openKeysOfMeter(session.store, session.vault, METER_ADDRESS));
  expect(opened?.key).toEqual(METER_KEY);
  session.store.close();
  session.vault.lock();
  return session.vault.generation;
}

/** Starts a change in another process and kills it after a while; whether it had finished by then. */
async function changeUntilKilled(folder: string, device: string, afterMs: number): Promise<boolean> {
  const script = join(import.meta.dirname, 'master-key-child.ts');
  const child = spawn(process.execPath, [script, folder, device], { stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  child.stdout.setEncoding('utf8');
  child.stdout.on('data', (text: string) => (output += text));
  const closed = new Promise((resolve) => child.once('close', resolve));
  await new Promise((resolve) => child.stdout.once('data', resolve));
  await new Promise((resolve) => setTimeout(resolve, afterMs));
  child.kill('SIGKILL');
  await closed;
  return output.includes('changed');
}

describe('a change of the master key that is interrupted', () => {
  it.each(FAULT_KINDS)(
    'by a fault of the file system (%s) at any step opens with the old or the new key',
    async (kind) => {
      const original = await sessionFixture();
      const { deviceSecrets } = original.office;
      original.session.store.close();
      const faults = await failAtEveryCall(kind, async (faulty, failAt) => {
        const folder = join(temporaryFolder(), 'office');
        cpSync(original.office.folder, folder, { recursive: true });
        const session = await openIn(folder, deviceSecrets);
        const passphrases = new Map([[STAFF.id, passphrase()]]);
        const changed = await changeMasterKey({
          session,
          passphrases,
          deviceSecrets,
          kdf: KDF_FLOOR,
          files: faulty.files,
        });
        const goesOn = changed.ok ? changed.value.session : session;
        expect([failAt, listPersons(goesOn.store, goesOn.vault).length]).toEqual([failAt, 2]);
        goesOn.store.close();
        goesOn.vault.lock();
        const generation = await proveWhole(folder, deviceSecrets);
        if (kind !== 'forGood') expect([failAt, generation]).toEqual([failAt, changed.ok ? 2 : 1]);
        // Whatever was left behind: the next attempt succeeds.
        const again = await openIn(folder, deviceSecrets);
        const done = valueOf(
          await changeMasterKey({ session: again, passphrases, deviceSecrets, kdf: KDF_FLOOR }),
        );
        expect(done.session.vault.generation).toBe(generation + 1);
        done.session.store.close();
        done.session.vault.lock();
      });
      expect(faults).toBeGreaterThanOrEqual(kind === 'tornWrite' ? 1 : 8);
    },
  );

  it('by SIGKILL at any moment opens with the old or the new key', async () => {
    const original = await sessionFixture();
    const { deviceSecrets, folder: source } = original.office;
    original.session.store.close();
    const generations: number[] = [];
    let hasFinished = false;
    for (let afterMs = 0; !hasFinished; afterMs += 20) {
      const folder = join(temporaryFolder(), 'office');
      cpSync(source, folder, { recursive: true });
      hasFinished = await changeUntilKilled(folder, join(original.root, 'device'), afterMs);
      generations.push(await proveWhole(folder, deviceSecrets));
    }
    expect(generations[0]).toBe(1);
    expect(generations.at(-1)).toBe(2);
    expect(generations.length).toBeGreaterThan(3);
  });
});
