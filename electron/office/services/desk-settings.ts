/** Settings and staff desks: the office's own data, its look, and who may open it. */
import { randomUUID } from 'node:crypto';
import type { HandlersOf } from '#shared/contract/handler.ts';
import type { appearanceDesk, settingsDesk } from '#shared/contract/settings.ts';
import type { staffDesk } from '#shared/contract/staff.ts';
import { fail, succeed } from '#shared/model/result.ts';
import { addStaffEntry, listStaff, setStaffAccess } from '../store/staff.ts';
import { addStaffAccess, revokeStaffAccess } from '../vault/staff-access.ts';
import {
  AppearanceFile,
  readRights,
  readSettings,
  rightsOf,
  writeRights,
  writeSettings,
} from './office-settings.ts';
import { withPassphrase } from './with-passphrase.ts';
import { goneFailure, type WorkingOffice } from './working-office.ts';

/** `folder` lies outside the vault's: a look is no secret, and a restore wants an empty folder. */
export function createAppearanceDesk(folder: string): HandlersOf<typeof appearanceDesk> {
  const file = new AppearanceFile(folder);
  return {
    'appearance.get': () => succeed(file.read()),
    'appearance.save': (look) => {
      file.write(look);
      return succeed(null);
    },
  };
}

export function createSettingsDesk(office: WorkingOffice): HandlersOf<typeof settingsDesk> {
  return {
    'settings.get': () => succeed(readSettings(office.session.store)),
    'settings.save': (values) => {
      const refused = office.refuseWithout('changeSettings');
      if (refused !== null) return refused;
      const before = readSettings(office.session.store);
      const next = { ...values, backup: { ...values.backup, folder: before.backup.folder } };
      const saved = office.step({
        action: 'settings.change',
        name: 'Einstellungen geändert',
        touches: ['settings'],
        work: (change) => writeSettings(change, next),
        undo: (change) => writeSettings(change, before),
      });
      if (!saved.ok) return saved;
      office.options.sessionChanged();
      return succeed(next);
    },
  };
}

export function createStaffDesk(office: WorkingOffice): HandlersOf<typeof staffDesk> {
  const { deviceSecrets } = office.options;
  return {
    'staff.list': () => {
      const { store, vault } = office.session;
      return succeed(
        listStaff(store).map(({ accessId, name, initials, hasAccess }) => ({
          id: accessId,
          name,
          initials,
          rights: rightsOf(store, accessId),
          isCurrent: accessId === vault.staff.id,
          hasAccess,
        })),
      );
    },
    'staff.add': async ({ name, initials, passphrase: text, rights }) => {
      const refused = office.refuseWithout('changeSettings');
      if (refused !== null) return refused;
      const { store, vault } = office.session;
      if (listStaff(store).some((member) => member.hasAccess && member.initials === initials))
        return fail({
          code: 'INITIALS_TAKEN',
          message: 'Dieses Kürzel hat schon jemand. Bitte wählen Sie ein anderes.',
          field: 'initials',
        });
      const id = randomUUID();
      const access = await withPassphrase(text, (passphrase) =>
        addStaffAccess(vault, { id, name, initials }, passphrase, { deviceSecrets }),
      );
      if (!access.ok) return access;
      const entered = office.step({
        action: 'staff.add',
        name: `Zugang für ${name}`,
        touches: ['staff'],
        work(change) {
          addStaffEntry(change, { accessId: id, name, initials });
          writeRights(change, { ...readRights(change.store), [id]: rights });
        },
      });
      return entered.ok ? succeed({ id }) : entered;
    },
    'staff.changeRights': ({ id, rights }) => {
      const refused = office.refuseWithout('changeSettings');
      if (refused !== null) return refused;
      const { store, vault } = office.session;
      if (!listStaff(store).some(({ accessId, hasAccess }) => accessId === id && hasAccess))
        return goneFailure();
      if (id === vault.staff.id && !rights.includes('changeSettings'))
        return fail({
          code: 'STAFF_IS_SELF',
          message:
            'Das Recht auf Einstellungen kann sich niemand selbst nehmen. Bitte lassen Sie es eine Kollegin tun.',
        });
      const changed = office.step({
        action: 'staff.changeRights',
        name: 'Rechte geändert',
        touches: ['staff', 'vault'],
        work: (change) => writeRights(change, { ...readRights(change.store), [id]: rights }),
      });
      return changed.ok ? succeed(null) : changed;
    },
    'staff.revoke': ({ id }) => {
      const refused = office.refuseWithout('changeSettings');
      if (refused !== null) return refused;
      const { store, vault } = office.session;
      if (!listStaff(store).some(({ accessId, hasAccess }) => accessId === id && hasAccess))
        return goneFailure();
      if (id === vault.staff.id)
        return fail({
          code: 'STAFF_IS_SELF',
          message: 'Den eigenen Zugang kann niemand entziehen. Bitte lassen Sie es eine Kollegin tun.',
        });
      const revoked = revokeStaffAccess(vault, id);
      if (!revoked.ok) return revoked;
      const noted = office.step({
        action: 'staff.revoke',
        name: 'Zugang entzogen',
        touches: ['staff'],
        work: (change) => setStaffAccess(change, id, false),
      });
      return noted.ok ? succeed(null) : noted;
    },
  };
}
