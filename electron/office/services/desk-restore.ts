/** Starting from a backup instead of anew: only where there is no vault yet. */
import type { HandlersOf } from '#shared/contract/handler.ts';
import type { restoreDesk, VaultStatus } from '#shared/contract/vault.ts';
import type { OfficeFailure } from '#shared/contract/failure.ts';
import { fail, succeed, type Result } from '#shared/model/result.ts';
import { systemFiles } from '../vault/files.ts';
import { accessByInitials } from './access-by-initials.ts';
import { readBackupHeader } from './backup-container.ts';
import { restoreBackup } from './restore.ts';
import { withPassphrase } from './with-passphrase.ts';
import type { WorkingOffice } from './working-office.ts';

/** Signs an employee in, as the vault desk does. */
type SignIn = (staffId: string, passphrase: string) => Promise<Result<VaultStatus, OfficeFailure>>;

export function createRestoreDesk(office: WorkingOffice, signIn: SignIn): HandlersOf<typeof restoreDesk> {
  const { folder, desktop, deviceSecrets, anchors, clock } = office.options;
  return {
    'vault.restore': async ({ initials, passphrase: text, recoveryCode }) => {
      const backup = await desktop.chooseFile('Sicherung wählen', ['sicherung']);
      if (backup === null) return succeed(null);
      const header = readBackupHeader(systemFiles, backup);
      if (!header.ok) return header;
      const access = accessByInitials(header.value.vaultFile.staff, initials);
      if (!access.ok) return fail({ ...access.error, field: 'initials' });
      const staffId = access.value;
      const restored = await withPassphrase(text, (passphrase) =>
        restoreBackup({
          backup,
          into: folder,
          unlocking:
            recoveryCode === null
              ? { staffId, passphrase, deviceSecrets }
              : { staffId, code: recoveryCode, newPassphrase: passphrase, deviceSecrets },
          clock,
          anchors,
        }),
      );
      return restored.ok ? await signIn(staffId, text) : restored;
    },
  };
}
