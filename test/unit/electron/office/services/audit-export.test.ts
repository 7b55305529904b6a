import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { exportAudit } from '#office/services/audit-export.ts';
import { auditHead } from '#office/store/audit.ts';
import { valueOf } from '../../../../support/office-folder.ts';
import { sessionFixture } from '../../../../support/session.ts';

const VERIFIER = join(import.meta.dirname, '../../../../../docs/verify-audit.mjs');

async function exported() {
  const { session, root } = await sessionFixture();
  const { lines, keys } = valueOf(exportAudit(session, 'Prüfung durch den Datenschutzbeauftragten'));
  const [log, keyFile] = [join(root, 'audit.jsonl'), join(root, 'keys.json')];
  writeFileSync(keyFile, keys);
  const verify = (changed: readonly string[]) => {
    writeFileSync(log, `${changed.join('\n')}\n`);
    return spawnSync(process.execPath, [VERIFIER, log, keyFile], { encoding: 'utf8' });
  };
  return { session, lines, verify, log, keyFile };
}

describe('an exported audit', () => {
  it('is verified by a script that knows nothing of ours', async () => {
    const { session, lines, verify, log, keyFile } = await exported();
    expect(verify(lines).status).toBe(0);
    const out = execFileSync(process.execPath, [VERIFIER, log, keyFile], { encoding: 'utf8' });
    expect(out).toContain(`${lines.length} entries`);
    expect(out).toContain(auditHead(session.store).hash.toString('hex'));
  });

  it('needs no more than thirty lines and Node itself for that', () => {
    const script = readFileSync(VERIFIER, 'utf8');
    expect(script.trimEnd().split('\n').length).toBeLessThanOrEqual(30);
    const imported = [...script.matchAll(/from '([^']+)'/g)].map(([, name]) => name);
    expect(imported).toEqual(['node:crypto', 'node:fs']);
  });

  it('is refused by that script after any tampering', async () => {
    const { lines, verify } = await exported();
    const edited = lines.with(2, (lines[2] ?? '').replace('"actor":"rr"', '"actor":"xx"'));
    const removed = lines.toSpliced(2, 1);
    const swapped = lines.with(2, lines[3] ?? '').with(3, lines[2] ?? '');
    for (const tampered of [edited, removed, swapped]) expect(verify(tampered).status).not.toBe(0);
    expect(verify(edited).stderr).toContain('Entry 3 was altered');
  });

  it('shows no name and no key of a meter', async () => {
    const { lines } = await exported();
    for (const secret of ['Becker', 'Vermieter', 'c0ffee11']) expect(lines.join('\n')).not.toContain(secret);
  });
});
