import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, readlinkSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { changeMasterKey } from '#office/services/change-master-key.ts';
import { createBackup } from '#office/services/backup.ts';
import { exportAudit } from '#office/services/audit-export.ts';
import { moveAnchor } from '#office/services/audit-anchor.ts';
import { addBill } from '#office/store/bills.ts';
import { insertBundles } from '#office/store/bundles.ts';
import { removeMeterKey } from '#office/store/keys.ts';
import { updatePerson } from '#office/store/people.ts';
import { addManualReading } from '#office/store/readings.ts';
import { KDF_FLOOR } from '#office/vault/key-derivation.ts';
import { NOW, PASSPHRASE, STAFF, passphrase, valueOf } from '../support/office-folder.ts';
import { searchFor, spellingsOfKey, spellingsOfText } from '../support/canaries.ts';
import { sessionFixture, type SessionFixture } from '../support/session.ts';
import { METER_ADDRESS, METER_KEY, TENANT, changed, day } from '../support/small-house.ts';

const READING = 9_182_736_450_918_273n;

function canariesOf({ session, office }: SessionFixture): Map<string, Buffer[]> {
  const { vault } = session;
  const reading = Buffer.alloc(8);
  reading.writeBigInt64BE(READING);
  return new Map([
    ['tenant', spellingsOfText('Timo Becker')],
    ['street', spellingsOfText('Max-Planck-Ring')],
    ['telephone', spellingsOfText(TENANT.phone)],
    ['unit', spellingsOfText('Stadtoase-Suite')],
    ['reason', spellingsOfText('Anruf der Nachbarin')],
    ['employee', spellingsOfText(STAFF.name)],
    ['passphrase', spellingsOfText(PASSPHRASE)],
    ['recovery code', spellingsOfText(office.recovery.code)],
    ['meter key', spellingsOfKey(METER_KEY)],
    ['master key', spellingsOfKey(vault.masterKey)],
    ['database key', spellingsOfKey(vault.databaseKey)],
    ['audit key', spellingsOfKey(vault.auditKey)],
    ['backup key', spellingsOfKey(vault.backupKey)],
    ['envelope key', spellingsOfKey(vault.envelopeKey.key)],
    ['reading', [reading, ...spellingsOfText(String(READING))]],
    ['schema', spellingsOfText('CREATE TABLE')],
  ]);
}

/** Uses everything that writes: master data, telegrams, readings, bills, deletions, a big sort, a TEMP table. */
function workHard(fixture: SessionFixture): void {
  const { office, house } = fixture;
  const reading = {
    meterId: house.meter,
    register: 'current',
    quantity: 'allocation',
    value: { mantissa: READING, exponent: 0, unit: 'HCA' },
    date: day('2025-12-31'),
    dateInferred: false,
    storage: 0,
  } as const;
  changed(
    office,
    (change) => updatePerson(change, house.tenant, { ...TENANT, email: null }),
    'Anruf der Nachbarin',
  );
  changed(office, (change) => {
    addManualReading(change, { reading, origin: 'readOnSite', note: 'Zwischenablesung' });
    addBill(change, {
      periodId: house.period,
      correctsBillId: null,
      correctionReason: null,
      engineVersion: '1',
      caseJson: JSON.stringify(TENANT),
      resultJson: '{}',
    });
  });
  const telegrams = Array.from({ length: 2_000 }, (_, i) => ({
    bytes: Buffer.from(`telegram ${i}`),
    address: METER_ADDRESS,
    receivedAt: NOW,
    rssiDbm: null,
  }));
  const bundle = {
    source: 'file',
    topic: 'a',
    key: null,
    payload: Buffer.from('a'),
    receivedAt: NOW,
    lastModified: null,
  } as const;
  valueOf(insertBundles(office.store, [{ ...bundle, state: 'stored', telegrams }]));
  office.store.database.exec('create temp table spill as select * from telegrams, (select name from units)');
  office.store.database.prepare('select * from temp.spill order by name, bytes desc').all();
  changed(office, (change) => removeMeterKey(change, 1));
}

describe('what lies on the disk', () => {
  it('is readable nowhere: database, log, vault, device, anchor, backups, exports, in use and at rest', async () => {
    const fixture = await sessionFixture();
    const canaries = canariesOf(fixture);
    const { session, root, backups, anchors } = fixture;
    workHard(fixture);
    moveAnchor(session, anchors);
    valueOf(createBackup(session, backups));
    const exported = join(root, 'export');
    mkdirSync(exported);
    writeFileSync(join(exported, 'audit.jsonl'), valueOf(exportAudit(session, 'Prüfung')).lines.join('\n'));
    // The log still holds what was just written: search while it is full.
    expect(statSync(`${session.store.file}-wal`).size).toBeGreaterThan(100_000);
    const inUse = searchFor(canaries, [root]).filter(({ file }) => !file.startsWith(exported));
    expect(inUse).toEqual([]);
    // An auditor sees what happened to things, never to people.
    const personal = new Map(
      [...canaries].filter(([name]) => !['unit', 'street', 'reading', 'employee'].includes(name)),
    );
    expect(searchFor(personal, [exported])).toEqual([]);

    const { session: next } = valueOf(
      await changeMasterKey({
        session,
        passphrases: new Map([[STAFF.id, passphrase()]]),
        deviceSecrets: fixture.office.deviceSecrets,
        kdf: KDF_FLOOR,
      }),
    );
    next.store.close();
    next.vault.lock();
    expect(searchFor(canaries, [root]).filter(({ file }) => !file.startsWith(exported))).toEqual([]);
  });

  it('would be found if it were there', async () => {
    const fixture = await sessionFixture();
    const canaries = canariesOf(fixture);
    const leak = join(fixture.root, 'leak');
    mkdirSync(leak);
    for (const [name, [spelling = Buffer.alloc(0)]] of canaries)
      writeFileSync(join(leak, name), Buffer.concat([Buffer.from('....'), spelling, Buffer.from('....')]));
    expect(
      searchFor(canaries, [leak])
        .map(({ canary }) => canary)
        .toSorted(),
    ).toEqual([...canaries.keys()].toSorted());
  });

  it('leaves no temporary file of SQLite behind: sorting stays in memory', async () => {
    const fixture = await sessionFixture();
    const temporary = join(fixture.root, 'tmp');
    mkdirSync(temporary);
    const script = join(import.meta.dirname, '../support/sort-much.ts');
    const { file } = fixture.session.store;
    const key = fixture.session.vault.databaseKey.toString('hex');
    const child = spawn(process.execPath, [script, file, key], {
      env: { ...process.env, TMPDIR: temporary, SQLITE_TMPDIR: temporary },
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    const seen = new Set<string>();
    const look = setInterval(() => {
      for (const name of readdirSync(temporary)) seen.add(name);
      // SQLite unlinks its temporary files at once; on Linux they stay visible as open descriptors.
      for (const open of openFilesOf(child.pid)) if (open.includes('etilqs')) seen.add(open);
    }, 5);
    const code = await new Promise((resolve) => child.once('exit', resolve));
    clearInterval(look);
    expect(code).toBe(0);
    expect([...seen]).toEqual([]);
  });
});

/** What a process has open, as Linux shows it; nothing elsewhere. */
function openFilesOf(pid: number | undefined): string[] {
  const folder = `/proc/${pid}/fd`;
  try {
    return readdirSync(folder).map((descriptor) => readlinkSync(join(folder, descriptor)));
  } catch {
    return [];
  }
}
