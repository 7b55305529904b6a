/** Audit and history desks: who did what when, whether the chain holds, and taking the last step back and again. */
import type { AuditEntry, auditDesk } from '#shared/contract/audit.ts';
import type { HandlersOf, Readable } from '#shared/contract/handler.ts';
import type { historyDesk } from '#shared/contract/history.ts';
import type { Subject } from '#shared/contract/values.ts';
import { fail, succeed } from '#shared/model/result.ts';
import { auditHead } from '../store/audit.ts';
import { checkAuditInTurns, describeChainBreak } from './audit-check.ts';
import { historyOf, historyPage, type HistoryEntry } from './audit-history.ts';
import type { WorkingOffice } from './working-office.ts';

/** The tables whose rows the window knows as things. */
const TABLES: Readonly<Record<Subject['kind'], string>> = {
  property: 'properties',
  period: 'billing_periods',
  unit: 'units',
  person: 'persons',
  tenancy: 'tenancies',
  meter: 'meters',
  gateway: 'gateways',
  cost: 'costs',
  bill: 'bills',
  staff: 'staff',
  settings: 'settings',
};
const KINDS = new Map(Object.entries(TABLES).map(([kind, table]) => [table, kind as Subject['kind']]));

export function createAuditDesk(office: WorkingOffice): HandlersOf<typeof auditDesk> {
  return {
    'audit.list': ({ before, limit }) => {
      const { session } = office;
      return succeed({
        entries: historyPage(session, limit, before).map(toEntry),
        total: auditHead(session.store).seq,
      });
    },
    'audit.verify': async () => {
      const { store, vault, clock } = office.session;
      const checked = await checkAuditInTurns({ store, keys: vault.auditKeys, signal: office.ending });
      if (checked === null)
        return fail({ code: 'CANCELLED', message: 'Die Prüfung wurde mit der Sperre abgebrochen.' });
      const head = auditHead(store);
      return succeed({
        holds: checked.ok,
        entries: head.seq,
        checkedAt: clock().toISOString(),
        head: head.hash.toString('hex'),
        firstBreak: checked.ok
          ? null
          : { seq: checked.error.seq, message: describeChainBreak(checked.error) },
      });
    },
  };
}

export function createHistoryDesk(office: WorkingOffice): HandlersOf<typeof historyDesk> {
  return {
    'history.of': ({ subject: { kind, id } }) =>
      succeed(historyOf(office.session, `${TABLES[kind]}:${id}`).map(toEntry)),
    'history.undoable': () => succeed(office.lastStep && nameOf(office.lastStep)),
    'history.undo': () => {
      const undone = office.takeBack();
      return undone.ok ? succeed(undone.value && nameOf(undone.value)) : undone;
    },
    'history.redo': () => {
      const redone = office.takeAgain();
      return redone.ok ? succeed(redone.value && nameOf(redone.value)) : redone;
    },
  };
}

function nameOf({ name, at }: { readonly name: string; readonly at: string }) {
  return { name, at };
}

function toEntry(entry: HistoryEntry): Readable<AuditEntry> {
  const kind = KINDS.get(entry.table);
  return {
    seq: entry.seq,
    at: entry.at,
    initials: entry.who,
    action: entry.title,
    subject: kind === undefined || entry.rowId === null ? null : { kind, id: entry.rowId },
    subjectName: entry.name,
    details: entry.details,
    reason: entry.reason,
  };
}
