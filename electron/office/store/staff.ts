/** The employees the audit speaks of. They stay listed when their access ends: their entries still need a name. */
import type { Change } from './change.ts';
import { query } from './query.ts';
import type { Store } from './store.ts';

export interface StaffEntry {
  /** The id of the access in the vault, and the actor of audit entries. */
  readonly accessId: string;
  readonly name: string;
  readonly initials: string;
  readonly hasAccess: boolean;
}

const selectStaff = query()((sql) =>
  sql
    .selectFrom('staff')
    .select(['access_id as accessId', 'name', 'initials', 'has_access as hasAccess'])
    .orderBy('id'),
);
const selectId = query<{ accessId: string }>()((sql, given) =>
  sql.selectFrom('staff').select('id').where('access_id', '=', given.accessId),
);

export function listStaff(store: Store): StaffEntry[] {
  return store.all(selectStaff, {}).map(({ accessId, name, initials, hasAccess }) => ({
    accessId,
    name,
    initials,
    hasAccess: hasAccess === 1,
  }));
}

export function addStaffEntry(change: Change, entry: Omit<StaffEntry, 'hasAccess'>): void {
  const { accessId, name, initials } = entry;
  change.insert('staff', { access_id: accessId, name, initials, has_access: 1 });
}

/** Notes that an employee's access ended or began again. Throws when he is not listed. */
export function setStaffAccess(change: Change, accessId: string, hasAccess: boolean): void {
  const row = change.store.get(selectId, { accessId });
  if (row === undefined) throw new Error(`there is no employee ${accessId}`);
  change.update('staff', row.id, { has_access: hasAccess ? 1 : 0 });
}
