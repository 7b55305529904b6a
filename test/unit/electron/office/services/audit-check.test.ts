import { describe, expect, it } from 'vitest';
import { checkAuditInTurns, describeChainBreak } from '#office/services/audit-check.ts';
import { changeMasterData } from '#office/store/change.ts';
import { auditHead } from '#office/store/audit.ts';
import { valueOf } from '../../../../support/office-folder.ts';
import { sessionFixture, type SessionFixture } from '../../../../support/session.ts';

function noteMany({ office }: SessionFixture, count: number): void {
  const noted = changeMasterData(office.store, office.desk, { action: 'test.note' }, (change) => {
    for (let i = 0; i < count; i += 1) change.note('store', { number: i });
  });
  valueOf(noted);
}

describe('checking the audit in the background', () => {
  it('walks the whole chain and lets others work in between', async () => {
    const fixture = await sessionFixture();
    noteMany(fixture, 7_000);
    let turns = 0;
    let others = setImmediate(function take() {
      turns += 1;
      others = setImmediate(take);
    });
    const keys = fixture.office.vault.auditKeys;
    const checking = checkAuditInTurns({ store: fixture.office.store, keys });
    noteMany(fixture, 10);
    expect(await checking).toEqual({ ok: true, value: auditHead(fixture.office.store) });
    clearImmediate(others);
    // A turn of 500 entries blocks nobody for longer than a frame or two.
    expect(turns).toBeGreaterThanOrEqual(14);
  });

  it('stops when the vault locks', async () => {
    const fixture = await sessionFixture();
    noteMany(fixture, 5_000);
    const stop = new AbortController();
    const keys = fixture.office.vault.auditKeys;
    const checking = checkAuditInTurns({ store: fixture.office.store, keys, signal: stop.signal });
    stop.abort();
    fixture.office.store.close();
    expect(await checking).toBeNull();
  });

  it('names the first entry that does not hold', async () => {
    const { office } = await sessionFixture();
    office.store.database.exec('drop trigger audit_not_updated');
    office.store.database.exec("update audit set actor = 'xx' where seq = 3");
    const checked = await checkAuditInTurns({ store: office.store, keys: office.vault.auditKeys });
    expect(checked).toEqual({ ok: false, error: { seq: 3, kind: 'altered' } });
    expect(describeChainBreak({ seq: 3, kind: 'altered' })).toContain(
      'Eintrag 3 wurde nachträglich verändert',
    );
  });
});
