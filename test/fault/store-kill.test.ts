import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkDatabase } from '#office/services/backup-check.ts';
import { openStore } from '#office/store/open.ts';
import { storeOf, valueOf, vaultFixture } from '../support/office-folder.ts';

const KILLS = 104;
const LANES = 4;
const TELEGRAMS_A_BUNDLE = 10;

/** Starts a writer, kills it a little after its first acknowledgement, returns the last number it acknowledged. */
async function writeUntilKilled(
  file: string,
  key: string,
  auditKey: string,
  afterMs: number,
): Promise<number> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'store-writer.ts'), file, key, auditKey], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  const acknowledged = new Promise<void>((resolve) => {
    child.stdout.setEncoding('utf8');
    child.stdout.on('data', (text: string) => {
      output += text;
      resolve();
    });
  });
  const closed = new Promise((resolve) => child.once('close', resolve));
  await acknowledged;
  await new Promise((resolve) => setTimeout(resolve, afterMs));
  child.kill('SIGKILL');
  await closed;
  const whole = output.slice(0, output.lastIndexOf('\n') + 1).trim();
  return Number(whole.split('\n').at(-1));
}

describe('a writer killed in the middle of its work', () => {
  it(`loses no acknowledged row and leaves no half transaction, ${KILLS} times`, async () => {
    let kills = 0;
    const lane = async (): Promise<void> => {
      const { vault } = await vaultFixture();
      storeOf(vault, 'create').close();
      const { databaseFile: file, databaseKey, auditKey } = vault;
      for (let cycle = 0; cycle < KILLS / LANES; cycle += 1) {
        const afterMs = (cycle * 7) % 60;
        const acknowledged = await writeUntilKilled(
          file,
          databaseKey.toString('hex'),
          auditKey.toString('hex'),
          afterMs,
        );
        kills += 1;
        const store = valueOf(openStore({ file, key: databaseKey }));
        const facts = valueOf(checkDatabase(store, vault.auditKeys));
        const { bundles = 0, telegrams = 0, settings = 0 } = facts.counts;
        expect(bundles).toBeGreaterThanOrEqual(acknowledged);
        // At most the one transaction that was committed and not yet acknowledged.
        expect(bundles).toBeLessThanOrEqual(acknowledged + 1);
        expect(telegrams).toBe(bundles * TELEGRAMS_A_BUNDLE);
        expect(settings).toBe(facts.audit.seq);
        expect(store.database.prepare('select is_open from audit_gate').get()).toEqual({ is_open: 0 });
        store.close();
      }
    };
    await Promise.all(Array.from({ length: LANES }, lane));
    expect(kills).toBeGreaterThanOrEqual(100);
  });
});
