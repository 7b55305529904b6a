/** Staff: who may open the office. The vault keeps the accesses, the store who had one when, the audit who gave it. */
import { succeed, type Failure, type Result } from '#shared/model/result.ts';
import { changeMasterData, type Act } from '../store/change.ts';
import { addStaffEntry, listStaff, setStaffAccess } from '../store/staff.ts';
import type { StaffMember } from '../vault/master-key.ts';
import {
  addStaffAccess,
  changePassphrase,
  revokeStaffAccess,
  type AccessTools,
} from '../vault/staff-access.ts';
import { deskOf, type OfficeSession } from './office-session.ts';

/**
 * Brings the staff list in line with the vault, a recorded change for every difference. Also run it after unlocking:
 * an interruption between vault and store is recorded then.
 */
export function recordAccesses(session: OfficeSession, act: Act): Result<void, Failure> {
  const members = session.vault.listStaff();
  const listed = new Map(listStaff(session.store).map((entry) => [entry.accessId, entry]));
  return changeMasterData(session.store, deskOf(session), act, (change) => {
    for (const { id, name, initials } of members) {
      const entry = listed.get(id);
      if (entry === undefined) addStaffEntry(change, { accessId: id, name, initials });
      else if (!entry.hasAccess) setStaffAccess(change, id, true);
    }
    const present = new Set(members.map(({ id }) => id));
    for (const entry of listed.values())
      if (entry.hasAccess && !present.has(entry.accessId)) setStaffAccess(change, entry.accessId, false);
  });
}

/** Admits a colleague, who types the passphrase himself. */
export async function admitEmployee(
  session: OfficeSession,
  staff: StaffMember,
  passphrase: Buffer,
  tools: AccessTools,
): Promise<Result<void, Failure>> {
  const admitted = await addStaffAccess(session.vault, staff, passphrase, tools);
  return admitted.ok ? recordAccesses(session, { action: 'staff.add' }) : admitted;
}

/**
 * Ends a colleague's access. Old copies of the folder stay readable to whoever has passphrase and device: when that
 * matters, change the master key afterwards.
 */
export function dismissEmployee(
  session: OfficeSession,
  staffId: string,
  reason: string,
  tools: Pick<AccessTools, 'files'> = {},
): Result<void, Failure> {
  const revoked = revokeStaffAccess(session.vault, staffId, tools.files);
  return revoked.ok ? recordAccesses(session, { action: 'staff.revoke', reason }) : revoked;
}

/** Gives the signed-in employee a new passphrase and notes that he did. */
export async function changeOwnPassphrase(
  session: OfficeSession,
  passphrases: { readonly old: Buffer; readonly new: Buffer },
  tools: AccessTools,
): Promise<Result<void, Failure>> {
  const changed = await changePassphrase(session.vault, passphrases, tools);
  if (!changed.ok) return changed;
  const noted = changeMasterData(session.store, deskOf(session), { action: 'passphrase.change' }, (change) =>
    change.note('vault', { staff: session.vault.staff.initials }),
  );
  return noted.ok ? succeed(undefined) : noted;
}
