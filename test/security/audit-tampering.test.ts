import { describe, expect, it } from 'vitest';
import { checkAnchor, moveAnchor } from '#office/services/audit-anchor.ts';
import { hashOf } from '#office/store/audit-chain.ts';
import { auditHead, checkAudit, findAuditEntry } from '#office/store/audit.ts';
import { writeSetting } from '#office/store/settings.ts';
import { codeOf } from '../support/office-folder.ts';
import { sessionFixture, type SessionFixture } from '../support/session.ts';
import { changed } from '../support/small-house.ts';

/** Somebody with the open database in his hands: the triggers are gone. */
async function withoutTriggers(): Promise<SessionFixture> {
  const fixture = await sessionFixture();
  for (let i = 0; i < 10; i += 1) changed(fixture.office, (change) => writeSetting(change, `s${i}`, i));
  for (const trigger of ['audit_continues', 'audit_not_updated', 'audit_not_deleted'])
    fixture.office.store.database.exec(`drop trigger ${trigger}`);
  moveAnchor(fixture.session, fixture.anchors);
  return fixture;
}

function breakOf({ office }: SessionFixture): unknown {
  const checked = checkAudit(office.store, office.vault.auditKeys);
  return checked.ok ? 'whole' : checked.error;
}

describe('tampering with the audit inside an open database', () => {
  it('by editing an entry is noticed, whichever field it is', async () => {
    const fixture = await withoutTriggers();
    const { database } = fixture.office.store;
    const edits = [
      "actor = 'xx'",
      "at = '2020-01-01T00:00:00.000Z'",
      "action = 'nothing'",
      "subject = 'units:9'",
      "payload = '{}'",
      'hash = randomblob(32)',
      'prev_hash = randomblob(32)',
      'key_generation = 9',
    ];
    for (const edit of edits) {
      database.exec('savepoint attack');
      database.exec(`update audit set ${edit} where seq = 12`);
      expect([edit, breakOf(fixture)]).not.toEqual([edit, 'whole']);
      database.exec('rollback to attack');
      database.exec('release attack');
    }
    expect(breakOf(fixture)).toBe('whole');
  });

  it('by exchanging or taking out what concerns a person is noticed', async () => {
    const fixture = await withoutTriggers();
    const { database } = fixture.office.store;
    const [row] = database.prepare('select seq from audit where personal is not null limit 1').all() as {
      seq: number;
    }[];
    expect(row).toBeDefined();
    for (const edit of [
      'personal = null, erasure_key_id = null',
      'personal = randomblob(80)',
      'erasure_key_id = 2',
    ]) {
      database.exec('savepoint attack');
      database.exec(`update audit set ${edit} where seq = ${row?.seq}`);
      expect(breakOf(fixture)).toEqual({ seq: row?.seq, kind: 'altered' });
      database.exec('rollback to attack');
      database.exec('release attack');
    }
  });

  it('by deleting, reordering or repeating entries is noticed', async () => {
    const fixture = await withoutTriggers();
    const { database } = fixture.office.store;
    const attacks = [
      'delete from audit where seq = 12',
      'delete from audit where seq = 1',
      'delete from audit where seq = 12; update audit set seq = seq - 1 where seq > 12',
      'update audit set seq = -1 where seq = 12; update audit set seq = 12 where seq = 13; update audit set seq = 13 where seq = -1',
      'insert into audit select (select max(seq) + 1 from audit), at, actor, action, subject, payload, personal, erasure_key_id, key_generation, prev_hash, hash from audit where seq = 12',
    ];
    for (const attack of attacks) {
      database.exec('savepoint attack');
      database.exec(attack);
      expect([attack, breakOf(fixture)]).not.toEqual([attack, 'whole']);
      database.exec('rollback to attack');
      database.exec('release attack');
    }
  });

  it('by cutting off its end is noticed by the anchor', async () => {
    const fixture = await withoutTriggers();
    fixture.office.store.database.exec('delete from audit where seq > 15');
    expect(breakOf(fixture)).toBe('whole');
    expect(codeOf(checkAnchor(fixture.session, fixture.anchors))).toBe('ROLLED_BACK');
  });

  it('by going on from an older entry under the right key, a fork, is noticed by the anchor', async () => {
    const fixture = await withoutTriggers();
    const { office } = fixture;
    const { seq } = auditHead(office.store);
    office.store.database.exec(`delete from audit where seq > ${seq - 3}`);
    for (let i = 0; i < 5; i += 1) changed(office, (change) => writeSetting(change, 'fork', i));
    expect(auditHead(office.store).seq).toBeGreaterThan(seq);
    expect(breakOf(fixture)).toBe('whole');
    expect(codeOf(checkAnchor(fixture.session, fixture.anchors))).toBe('ROLLED_BACK');
  });

  it('by rewriting history without the key is noticed', async () => {
    const fixture = await withoutTriggers();
    const { store } = fixture.office;
    const foreign = Buffer.alloc(32, 7);
    let prevHash = findAuditEntry(store, 11)?.hash ?? Buffer.alloc(32);
    const rewrite = store.database.prepare(
      'update audit set actor = ?, prev_hash = ?, hash = ? where seq = ?',
    );
    for (let seq = 12; seq <= auditHead(store).seq; seq += 1) {
      const entry = findAuditEntry(store, seq);
      if (!entry) throw new Error('the chain has no gaps');
      const hash = hashOf(foreign, prevHash, { ...entry, actor: 'forger' });
      rewrite.run('forger', prevHash, hash, seq);
      prevHash = hash;
    }
    expect(breakOf(fixture)).toEqual({ seq: 12, kind: 'altered' });
  });
});
