/** Vault desk: first start, unlocking, switching the employee, the recovery sheet. All of it answers while locked. */
import { z } from 'zod';
import { channelBeforeUnlock, done, nothing } from './channel.ts';
import { instant, line, staffId } from './values.ts';

/** A passphrase on its way in; never on a way out. */
export const passphrase = z.string().min(1).max(1024);

/** What not everybody in the office may do. */
export const right = z.enum(['finaliseBills', 'changeSettings', 'revealKeys']);
export type Right = z.output<typeof right>;

export const session = z.strictObject({
  staffId,
  name: line,
  initials: line,
  rights: z.array(right),
  openedAt: instant,
  /** Minutes without a key or a click after which the office locks itself. */
  idleLockMinutes: z.int().positive(),
  /** The shown data is the demo's and is marked on every page. */
  isDemo: z.boolean(),
});
export type Session = z.output<typeof session>;

/** What the first start still asks for; it resumes here after every start. */
export const setupStep = z.enum(['recoverySheet', 'firstBackup']);
export type SetupStep = z.output<typeof setupStep>;

/** What the start-up check of the data folder found and the user must know. */
export const vaultWarning = z.strictObject({
  code: z.enum(['ROLLED_BACK', 'AUDIT_BROKEN']),
  message: line,
});

export const vaultStatus = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('empty') }),
  z.strictObject({
    state: z.literal('locked'),
    /** A copied folder names nobody: initials only. */
    staff: z.array(z.strictObject({ id: staffId, initials: line })),
    /** Seconds until the next attempt is accepted; 0 when one may be made now. */
    waitSeconds: z.int().nonnegative(),
    /** This device knows its own secret; without it only the recovery sheet opens the vault. */
    hasDeviceSecret: z.boolean(),
  }),
  z.strictObject({
    state: z.literal('open'),
    session,
    setup: z.array(setupStep),
    warnings: z.array(vaultWarning),
  }),
]);
export type VaultStatus = z.output<typeof vaultStatus>;

/** Initials as the audit log shows them. */
export const initials = z.string().trim().min(1, 'Bitte ausfüllen.').max(8);

export const vaultDesk = {
  'vault.status': channelBeforeUnlock(nothing, vaultStatus),
  'vault.create': channelBeforeUnlock(
    z.strictObject({ operatorName: line, staffName: line, initials, passphrase }),
    vaultStatus,
  ),
  'vault.unlock': channelBeforeUnlock(z.strictObject({ staffId, passphrase }), vaultStatus),
  'vault.unlockWithRecovery': channelBeforeUnlock(
    z.strictObject({ recoveryCode: z.string().min(1).max(200), staffId, newPassphrase: passphrase }),
    vaultStatus,
  ),
  'vault.lock': channelBeforeUnlock(nothing, vaultStatus),
  'vault.switchStaff': channelBeforeUnlock(z.strictObject({ staffId, passphrase }), vaultStatus),
  /** Six German words nobody has chosen. */
  'vault.suggestPassphrase': channelBeforeUnlock(nothing, z.strictObject({ passphrase: z.string() })),
  /** Draws a new recovery code, writes its sheet (PDF) where the user says, and asks for two of its groups. */
  'vault.saveRecoverySheet': channelBeforeUnlock(
    nothing,
    z.discriminatedUnion('saved', [
      z.strictObject({ saved: z.literal(false) }),
      z.strictObject({
        saved: z.literal(true),
        fileName: line,
        askedGroups: z.array(z.int().positive()).length(2),
      }),
    ]),
  ),
  'vault.confirmRecoverySheet': channelBeforeUnlock(
    z.strictObject({ groups: z.array(z.string().trim().max(8)).length(2) }),
    vaultStatus,
  ),
  /** Goes on with a state that is older than the last one known here; until then nothing can be changed. */
  'vault.acceptRollback': channelBeforeUnlock(z.strictObject({ reason: line }), vaultStatus),
  'vault.changePassphrase': channelBeforeUnlock(
    z.strictObject({ currentPassphrase: passphrase, newPassphrase: passphrase }),
    done,
  ),
};

export const restoreDesk = {
  /**
   * First start only: the user chooses a backup. The passphrase of its day opens it; with the code of the recovery
   * sheet the passphrase is a new one. Null when no file was chosen.
   */
  'vault.restore': channelBeforeUnlock(
    z.strictObject({ initials, passphrase, recoveryCode: z.string().min(1).max(200).nullable() }),
    vaultStatus.nullable(),
  ),
};
