import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lacks, textOf } from '../../../../support/tools.ts';
import { PASSPHRASE, WindowOffice } from './window-office.ts';

let office: WindowOffice;
beforeEach(() => {
  office = new WindowOffice();
});
afterEach(() => office.stop());

async function signedInStaffId(): Promise<string> {
  const status = await office.get('vault.status', {});
  if (status.state === 'locked') return status.staff[0]?.id ?? '';
  return status.state === 'open' ? status.session.staffId : '';
}

describe('the first start', () => {
  it('begins empty, and ends with an open office that still wants its sheet and its first backup', async () => {
    expect(await office.get('vault.status', {})).toEqual({ state: 'empty' });
    expect(await office.create()).toMatchObject({
      state: 'open',
      session: {
        name: 'Anna Amsel',
        initials: 'AA',
        rights: ['finaliseBills', 'changeSettings', 'revealKeys'],
        isDemo: false,
      },
      setup: ['recoverySheet', 'firstBackup'],
      warnings: [],
    });
  });

  it('proposes a passphrase of six words that the vault accepts', async () => {
    const { passphrase } = await office.get('vault.suggestPassphrase', {});
    expect(passphrase.split(' ')).toHaveLength(6);
    await expect(
      office.ask('vault.create', { operatorName: 'M', staffName: 'A', initials: 'A', passphrase }),
    ).resolves.toMatchObject({ ok: true });
  });

  it('refuses a short passphrase and leaves nothing behind', async () => {
    await expect(
      office.ask('vault.create', { operatorName: 'M', staffName: 'A', initials: 'A', passphrase: 'kurz' }),
    ).resolves.toMatchObject({ error: { code: 'PASSPHRASE_TOO_SHORT' } });
    expect(await office.get('vault.status', {})).toEqual({ state: 'empty' });
  });

  it('asks two groups of the saved sheet back, and takes no others', async () => {
    await office.create();
    office.desktop.answers.push(path.join(office.folder, 'Blatt.pdf'));
    const saved = await office.get('vault.saveRecoverySheet', {});
    expect(saved).toMatchObject({ saved: true, fileName: 'Blatt.pdf' });
    expect(readFileSync(path.join(office.folder, 'Blatt.pdf')).subarray(0, 5).toString()).toBe('%PDF-');
    await expect(
      office.ask('vault.confirmRecoverySheet', { groups: ['AAAA', 'BBBB'] }),
    ).resolves.toMatchObject({
      error: { code: 'RECOVERY_GROUPS_WRONG' },
    });
    expect((await office.get('vault.status', {})) as object).toMatchObject({
      setup: ['recoverySheet', 'firstBackup'],
    });
  });

  it.skipIf(lacks('pdftotext'))(
    'ends with the sheet that later opens the office without the passphrase',
    async () => {
      await office.create();
      const sheet = path.join(office.folder, 'Blatt.pdf');
      office.desktop.answers.push(sheet);
      const saved = await office.get('vault.saveRecoverySheet', {});
      // Printed in order, each group after its number.
      const printed = [...textOf(readFileSync(sheet)).matchAll(/\b[1-9] ([0-9A-Z]{4})\b/g)];
      const code = printed.map(([, group]) => group ?? '');
      expect(code).toHaveLength(9);
      const asked = saved.saved ? saved.askedGroups : [];
      await office.get('vault.confirmRecoverySheet', {
        groups: asked.map((number) => code[number - 1] ?? ''),
      });
      expect(await office.get('vault.status', {})).toMatchObject({ setup: ['firstBackup'] });

      const staffId = await signedInStaffId();
      await office.get('vault.lock', {});
      expect(
        await office.get('vault.unlockWithRecovery', {
          recoveryCode: code.join(' ').toLowerCase(),
          staffId,
          newPassphrase: 'Hummel Igel Jacke Kanne',
        }),
      ).toMatchObject({ state: 'open' });
      await office.get('vault.lock', {});
      await expect(office.ask('vault.unlock', { staffId, passphrase: PASSPHRASE })).resolves.toMatchObject({
        error: { code: 'PASSPHRASE_WRONG' },
      });
    },
  );

  it('saves no sheet when the dialog was closed', async () => {
    await office.create();
    expect(await office.get('vault.saveRecoverySheet', {})).toEqual({ saved: false });
  });

  it('resumes after a restart with what was still to do', async () => {
    await office.create();
    await office.restart();
    const staffId = await signedInStaffId();
    expect(await office.get('vault.unlock', { staffId, passphrase: PASSPHRASE })).toMatchObject({
      state: 'open',
      setup: ['recoverySheet', 'firstBackup'],
    });
  });
});

describe('a locked office', () => {
  it('names initials only, and opens for the right passphrase', async () => {
    await office.create();
    await office.get('vault.lock', {});
    const status = await office.get('vault.status', {});
    expect(status).toMatchObject({ state: 'locked', waitSeconds: 0, hasDeviceSecret: true });
    expect(JSON.stringify(status)).toContain('AA');
    expect(JSON.stringify(status)).not.toContain('Amsel');
    const staffId = await signedInStaffId();
    expect(await office.get('vault.unlock', { staffId, passphrase: PASSPHRASE })).toMatchObject({
      state: 'open',
    });
  });

  it('makes whoever guesses wait', async () => {
    await office.create();
    await office.get('vault.lock', {});
    const staffId = await signedInStaffId();
    for (let attempt = 0; attempt < 3; attempt += 1)
      await expect(
        office.ask('vault.unlock', { staffId, passphrase: 'falsch geraten' }),
      ).resolves.toMatchObject({ error: { code: 'PASSPHRASE_WRONG' } });
    expect(await office.get('vault.status', {})).toMatchObject({ state: 'locked', waitSeconds: 5 });
    await expect(office.ask('vault.unlock', { staffId, passphrase: PASSPHRASE })).resolves.toMatchObject({
      error: { code: 'VAULT_WAIT' },
    });
  });

  it('does not take a damaged vault for an empty office', async () => {
    await office.create();
    await office.get('vault.lock', {});
    writeFileSync(path.join(office.folder, 'data', 'bestand', 'vault.json'), '{');
    await expect(office.ask('vault.status', {})).resolves.toMatchObject({
      error: { code: 'VAULT_UNREADABLE' },
    });
  });
});

describe('the staff', () => {
  it('switch without the other one losing anything when the passphrase is wrong', async () => {
    await office.create();
    const { id } = await office.get('staff.add', {
      name: 'Bert Birke',
      initials: 'BB',
      passphrase: 'Dohle Esel Falke Gans',
      rights: [],
    });
    await expect(
      office.ask('vault.switchStaff', { staffId: id, passphrase: 'falsch' }),
    ).resolves.toMatchObject({
      error: { code: 'PASSPHRASE_WRONG' },
    });
    expect(await office.get('vault.status', {})).toMatchObject({ session: { initials: 'AA' } });
    expect(
      await office.get('vault.switchStaff', { staffId: id, passphrase: 'Dohle Esel Falke Gans' }),
    ).toMatchObject({ session: { initials: 'BB', name: 'Bert Birke', rights: [] } });
  });

  it('without the right cannot change settings, accesses or rights', async () => {
    await office.create();
    const { id } = await office.get('staff.add', {
      name: 'Bert Birke',
      initials: 'BB',
      passphrase: 'Dohle Esel Falke Gans',
      rights: ['finaliseBills'],
    });
    await office.get('vault.switchStaff', { staffId: id, passphrase: 'Dohle Esel Falke Gans' });
    const settings = await office.get('settings.get', {});
    for (const reply of [
      await office.ask('settings.save', settings),
      await office.ask('staff.changeRights', { id, rights: ['changeSettings'] }),
      await office.ask('staff.add', { name: 'C', initials: 'CC', passphrase: PASSPHRASE, rights: [] }),
      await office.ask('staff.revoke', { id }),
      await office.ask('backup.chooseFolder', {}),
    ])
      expect(reply).toMatchObject({ ok: false, error: { code: 'RIGHT_MISSING' } });
  });

  it('cannot open the office once their access was revoked, and stay listed', async () => {
    await office.create();
    const { id } = await office.get('staff.add', {
      name: 'Bert Birke',
      initials: 'BB',
      passphrase: 'Dohle Esel Falke Gans',
      rights: [],
    });
    await office.get('staff.revoke', { id });
    await expect(
      office.ask('vault.switchStaff', { staffId: id, passphrase: 'Dohle Esel Falke Gans' }),
    ).resolves.toMatchObject({ error: { code: 'STAFF_UNKNOWN' } });
    expect(await office.get('staff.list', {})).toMatchObject([
      { initials: 'AA', hasAccess: true, isCurrent: true },
      { initials: 'BB', hasAccess: false },
    ]);
  });

  it('do not take each other’s initials, and nobody removes himself', async () => {
    await office.create();
    await expect(
      office.ask('staff.add', {
        name: 'Arno',
        initials: 'AA',
        passphrase: 'Dohle Esel Falke Gans',
        rights: [],
      }),
    ).resolves.toMatchObject({ error: { code: 'INITIALS_TAKEN', field: 'initials' } });
    await expect(office.ask('staff.revoke', { id: await signedInStaffId() })).resolves.toMatchObject({
      error: { code: 'STAFF_IS_SELF' },
    });
  });
});
