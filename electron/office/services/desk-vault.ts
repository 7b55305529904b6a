/** Vault desk: first start, unlocking, switching the employee, the recovery sheet. Answers while locked. */
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import type { OfficeFailure } from '#shared/contract/failure.ts';
import type { HandlersOf } from '#shared/contract/handler.ts';
import type { SetupStep, vaultDesk, VaultStatus } from '#shared/contract/vault.ts';
import { fail, succeed, type Result } from '#shared/model/result.ts';
import { renderRecoverySheet } from '../documents/recovery-sheet.ts';
import { changeMasterData } from '../store/change.ts';
import { addStaffEntry } from '../store/staff.ts';
import type { RecoverySheet } from '../vault/create-vault.ts';
import { AttemptLog, remainingDelay } from '../vault/failed-attempts.ts';
import { systemFiles } from '../vault/files.ts';
import { listSignIns } from '../vault/open-vault.ts';
import { issueRecoverySheet, recoverVault } from '../vault/recover-vault.ts';
import { wipe } from '../vault/secret-bytes.ts';
import { changePassphrase } from '../vault/staff-access.ts';
import { readVaultFile } from '../vault/vault-file.ts';
import { backUpLater } from './desk-backup.ts';
import { officeDayOf } from './office-day.ts';
import { createOffice, deskOf, openOffice } from './office-session.ts';
import {
  ALL_RIGHTS,
  firstSettings,
  isDemoOffice,
  readSettings,
  readSetup,
  rightsOf,
  writeRights,
  writeSettings,
  writeSetup,
} from './office-settings.ts';
import { areGroups, drawGroups, groupsOf } from './recovery-groups.ts';
import { suggestPassphrase } from './suggest-passphrase.ts';
import { withPassphrase } from './with-passphrase.ts';
import type { WorkingOffice } from './working-office.ts';
import { writeWhole } from './write-whole.ts';

/** A sheet that was saved and not confirmed yet; it lives in memory only. */
interface UnconfirmedSheet {
  readonly sheet: RecoverySheet;
  asked: readonly number[];
}

const FIRST_SETUP: readonly SetupStep[] = ['recoverySheet', 'firstBackup'];

export function createVaultDesk(office: WorkingOffice): HandlersOf<typeof vaultDesk> {
  const { folder, deviceSecrets, clock, desktop } = office.options;
  let unconfirmed: UnconfirmedSheet | null = null;

  async function signIn(staffId: string, text: string): Promise<Result<VaultStatus, OfficeFailure>> {
    const status = await signInTo(office, staffId, text);
    if (status.ok) unconfirmed = null;
    return status;
  }

  return {
    'vault.status': () => statusOf(office),
    'vault.create': async ({ operatorName, staffName, initials, passphrase: text }) => {
      const staff = { id: randomUUID(), name: staffName, initials };
      const created = await withPassphrase(text, (passphrase) =>
        createOffice({ folder, passphrase, staff, deviceSecrets, clock }),
      );
      if (!created.ok) return created;
      const { session, recovery } = created.value;
      const entered = changeMasterData(
        session.store,
        deskOf(session),
        { action: 'office.create' },
        (change) => {
          addStaffEntry(change, { accessId: staff.id, name: staff.name, initials });
          writeSettings(change, firstSettings(operatorName));
          writeSetup(change, FIRST_SETUP);
          writeRights(change, { [staff.id]: ALL_RIGHTS });
        },
      );
      office.open(session);
      if (!entered.ok) return entered;
      unconfirmed = { sheet: recovery, asked: [] };
      return await statusOf(office);
    },
    'vault.unlock': ({ staffId, passphrase }) => signIn(staffId, passphrase),
    'vault.switchStaff': ({ staffId, passphrase }) => signIn(staffId, passphrase),
    'vault.unlockWithRecovery': async ({ recoveryCode, staffId, newPassphrase: text }) => {
      const recovered = await withPassphrase(text, (newPassphrase) =>
        recoverVault({ folder, code: recoveryCode, staffId, newPassphrase, deviceSecrets }),
      );
      if (!recovered.ok) return recovered;
      recovered.value.lock();
      return await signIn(staffId, text);
    },
    'vault.lock': async () => {
      unconfirmed = null;
      office.lock('user');
      return await statusOf(office);
    },
    'vault.suggestPassphrase': () => succeed({ passphrase: suggestPassphrase() }),
    'vault.saveRecoverySheet': async () => {
      if (!office.isOpen) return locked();
      const { vault, store } = office.session;
      const file = await desktop.chooseNewFile(
        'Wiederherstellungsblatt speichern',
        'Stichtag-Wiederherstellungsblatt.pdf',
      );
      if (file === null) return succeed({ saved: false });
      const sheet = unconfirmed
        ? succeed(unconfirmed.sheet)
        : await issueRecoverySheet(vault, clock, { deviceSecrets });
      if (!sheet.ok) return sheet;
      const { code, vaultId, issuedAt } = sheet.value;
      const pdf = await renderRecoverySheet({
        code: groupsOf(code),
        vaultId,
        issuedOn: officeDayOf(issuedAt),
        officeName: readSettings(store).office.name,
      });
      if (!pdf.ok) return pdf;
      const written = await writeWhole(file, pdf.value);
      if (!written.ok) return written;
      const askedGroups = drawGroups(groupsOf(code).length);
      unconfirmed = { sheet: sheet.value, asked: askedGroups };
      return succeed({ saved: true, fileName: path.basename(file), askedGroups });
    },
    'vault.confirmRecoverySheet': async ({ groups }) => {
      if (!office.isOpen) return locked();
      if (unconfirmed === null || !areGroups(groups, unconfirmed.sheet.code, unconfirmed.asked))
        return fail({
          code: 'RECOVERY_GROUPS_WRONG',
          message: 'Diese Gruppen stehen nicht auf dem Blatt. Bitte vergleichen Sie Nummer und Zeichen.',
          field: 'groups',
        });
      const confirmed = office.step({
        action: 'recoverySheet.confirm',
        name: 'Wiederherstellungsblatt bestätigt',
        touches: ['settings'],
        work: (change) =>
          writeSetup(
            change,
            readSetup(change.store).filter((step) => step !== 'recoverySheet'),
          ),
      });
      if (!confirmed.ok) return confirmed;
      unconfirmed = null;
      return await statusOf(office);
    },
    'vault.acceptRollback': async ({ reason }) => {
      if (!office.isOpen) return locked();
      const accepted = office.acceptRollback(reason);
      return accepted.ok ? await statusOf(office) : accepted;
    },
    'vault.changePassphrase': async ({ currentPassphrase, newPassphrase }) => {
      if (!office.isOpen) return locked();
      const { vault } = office.session;
      const changed = await withPassphrase(currentPassphrase, (old) =>
        withPassphrase(newPassphrase, (next) =>
          changePassphrase(vault, { old, new: next }, { deviceSecrets }),
        ),
      );
      return changed.ok ? succeed(null) : changed;
    },
  };
}

/** Opens the office for an employee; whoever was signed in before stays so until it succeeds. */
export async function signInTo(
  office: WorkingOffice,
  staffId: string,
  text: string,
): Promise<Result<VaultStatus, OfficeFailure>> {
  const { folder, deviceSecrets, clock } = office.options;
  const opened = await withPassphrase(text, (passphrase) =>
    openOffice({ folder, staffId, passphrase, deviceSecrets, clock }),
  );
  if (!opened.ok) return opened;
  office.open(opened.value);
  backUpLater(office);
  return await statusOf(office);
}

function locked(): Result<never, OfficeFailure> {
  return fail({
    code: 'OFFICE_LOCKED',
    message: 'Stichtag ist gesperrt. Bitte entsperren Sie es mit Ihrer Passphrase.',
  });
}

/** A vault that cannot be read is a failure and not an empty folder: nobody shall begin anew over it. */
async function statusOf(office: WorkingOffice): Promise<Result<VaultStatus, OfficeFailure>> {
  if (office.isOpen) return succeed(openStatusOf(office));
  const { folder, deviceSecrets, clock } = office.options;
  const file = readVaultFile(systemFiles, folder);
  const staff = listSignIns(folder);
  if (!file.ok) return file.error.code === 'VAULT_MISSING' ? succeed({ state: 'empty' }) : file;
  if (!staff.ok) return staff;
  const secret = await deviceSecrets.load(file.value.vaultId);
  if (secret.ok) wipe(secret.value);
  const waitMs = remainingDelay(new AttemptLog(systemFiles, folder).read(), clock());
  return succeed({
    state: 'locked',
    staff: staff.value,
    waitSeconds: Math.ceil(waitMs / 1000),
    hasDeviceSecret: secret.ok,
  });
}

function openStatusOf(office: WorkingOffice): VaultStatus {
  const { store, vault } = office.session;
  return {
    state: 'open',
    session: {
      staffId: vault.staff.id,
      name: vault.staff.name,
      initials: vault.staff.initials,
      rights: [...rightsOf(store, vault.staff.id)],
      openedAt: office.openedAt,
      idleLockMinutes: readSettings(store).security.idleLockMinutes,
      isDemo: isDemoOffice(store),
    },
    setup: readSetup(store),
    warnings: office.warnings,
  };
}
