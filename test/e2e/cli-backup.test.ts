import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { FileAnchorStore, checkAnchor } from '#office/services/audit-anchor.ts';
import { dataFolderAt, type DataFolder } from '#office/services/data-folder.ts';
import { closeOffice, createOffice, deskOf, openOffice } from '#office/services/office-session.ts';
import { admitEmployee } from '#office/services/staff-access.ts';
import { auditEntries } from '#office/store/audit.ts';
import { listPersons } from '#office/store/people.ts';
import { FileDeviceSecretStore } from '#office/vault/device-secret.ts';
import { KDF_FLOOR } from '#office/vault/key-derivation.ts';
import { stichtag, stichtagOnTerminal, type Run } from '../support/command-line.ts';
import { PASSPHRASE, STAFF, passphrase, temporaryFolder, valueOf } from '../support/office-folder.ts';
import { LANDLORD, TENANT, buildSmallHouse } from '../support/small-house.ts';
import { lacks } from '../support/tools.ts';

const NEW_PASSPHRASE = 'neun Kannen stehen am Herd';

interface Office {
  readonly data: string;
  readonly folders: DataFolder;
  readonly backups: string;
  readonly recoveryCode: string;
  readonly databaseKey: string;
}

/** A data folder with a small house in it, closed, and an empty folder for backups beside it. */
async function closedOffice(): Promise<Office> {
  const data = join(temporaryFolder(), 'daten');
  const folders = dataFolderAt(data);
  const created = await createOffice({
    folder: folders.office,
    passphrase: passphrase(),
    staff: STAFF,
    deviceSecrets: new FileDeviceSecretStore(folders.deviceSecrets),
    clock: () => new Date(),
    kdf: KDF_FLOOR,
  });
  const { session, recovery } = valueOf(created);
  buildSmallHouse({ store: session.store, desk: deskOf(session) });
  const databaseKey = session.vault.databaseKey.toString('hex');
  closeOffice(session);
  const backups = join(data, '..', 'sicherungen');
  mkdirSync(backups);
  return { data, folders, backups, recoveryCode: recovery.code, databaseKey };
}

function openIn(data: string, text: string = PASSPHRASE) {
  const folders = dataFolderAt(data);
  return openOffice({
    folder: folders.office,
    staffId: STAFF.id,
    passphrase: passphrase(text),
    deviceSecrets: new FileDeviceSecretStore(folders.deviceSecrets),
  });
}

async function backedUp({ data, backups }: Office): Promise<string> {
  const { code, stderr } = await stichtag(['backup', data, backups], `${PASSPHRASE}\n`);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const [name] = readdirSync(backups);
  if (name === undefined) throw new Error('there is no backup');
  return join(backups, name);
}

/** A data folder for a restore, with the device secret of the old one, as after a broken disk. */
function emptyDataFolder({ folders }: Office): string {
  const data = join(temporaryFolder(), 'daten');
  cpSync(folders.deviceSecrets, dataFolderAt(data).deviceSecrets, { recursive: true });
  return data;
}

function expectRefused(run: Run, sentence: RegExp): void {
  expect(run).toMatchObject({ code: 2, stdout: '' });
  expect(run.stderr).toMatch(sentence);
  expect(run.stderr).not.toContain('    at ');
}

/** Another process that holds the store's write lock. */
async function holdWriteLock({ folders, databaseKey }: Office): Promise<ChildProcess> {
  const script = join(import.meta.dirname, '../support/hold-write-lock.ts');
  const holder = spawn(process.execPath, [script, join(folders.office, 'stichtag-1.db'), databaseKey]);
  onTestFinished(() => void holder.kill());
  await once(holder.stdout, 'data');
  return holder;
}

describe('stichtag backup, verify, restore', () => {
  it('carry an office from one data folder to another, and never show the passphrase', async () => {
    const office = await closedOffice();
    const backup = await backedUp(office);
    const verified = await stichtag(['verify', backup, office.data], `${PASSPHRASE}\n`);
    expect(verified).toMatchObject({ code: 0, stderr: '' });
    expect(verified.stdout).toMatch(/^Die Sicherung ist ganz .* \d+ Einträge im Protokoll\.\n$/);

    const data = emptyDataFolder(office);
    const restored = await stichtag(['restore', backup, data], `${PASSPHRASE}\n`);
    expect(restored).toMatchObject({ code: 0, stderr: '' });
    expect(verified.stdout + restored.stdout).not.toContain(PASSPHRASE);

    const session = valueOf(await openIn(data));
    onTestFinished(() => closeOffice(session));
    expect(listPersons(session.store, session.vault).map(({ name }) => name)).toEqual([
      LANDLORD.name,
      TENANT.name,
    ]);
    expect([...auditEntries(session.store)].at(-1)?.action).toBe('backup.restore');
    const anchors = new FileAnchorStore(dataFolderAt(data).anchors);
    expect(valueOf(checkAnchor(session, anchors))).toBe('anchored');
  });

  it('open a backup with the recovery sheet alone, and give a new passphrase with it', async () => {
    const office = await closedOffice();
    const backup = await backedUp(office);
    const proved = await stichtag(['verify', '--sheet', backup], `${office.recoveryCode}\n`);
    expect(proved).toMatchObject({ code: 0, stderr: '' });
    const data = join(temporaryFolder(), 'daten');
    const typed = [office.recoveryCode, NEW_PASSPHRASE, NEW_PASSPHRASE].join('\n');
    const restored = await stichtag(['restore', '--sheet', backup, data], typed);
    expect(restored).toMatchObject({ code: 0, stderr: '' });
    expect(restored.stdout).not.toContain(office.recoveryCode);
    const session = valueOf(await openIn(data, NEW_PASSPHRASE));
    closeOffice(session);
  });

  it('ask for the initials when several people have access', async () => {
    const office = await closedOffice();
    const session = valueOf(await openIn(office.data));
    const tools = { deviceSecrets: new FileDeviceSecretStore(office.folders.deviceSecrets), kdf: KDF_FLOOR };
    const colleague = { id: 'bb', name: 'Bert Birke', initials: 'BB' };
    valueOf(await admitEmployee(session, colleague, passphrase(NEW_PASSPHRASE), tools));
    closeOffice(session);
    const { data, backups } = office;
    expectRefused(await stichtag(['backup', data, backups], `${PASSPHRASE}\n`), /Ihr Kürzel: RR, BB\./);
    const unknown = await stichtag(['backup', '--staff', 'XX', data, backups], `${PASSPHRASE}\n`);
    expectRefused(unknown, /keinen eindeutigen Zugang/);
    const own = await stichtag(['backup', '--staff', 'BB', data, backups], `${NEW_PASSPHRASE}\n`);
    expect(own).toMatchObject({ code: 0, stderr: '' });
  });

  it('refuse a wrong passphrase, and none at all, and leave nothing behind', async () => {
    const office = await closedOffice();
    const { data, backups } = office;
    const target = emptyDataFolder(office);
    const backup = await backedUp(office);
    expectRefused(await stichtag(['backup', data, backups], ''), /Es kam keine Eingabe an/);
    expectRefused(await stichtag(['backup', data, backups], ''), /Es kam keine Eingabe an/);
    const wrong = 'ganz und gar daneben\n';
    for (const args of [
      ['backup', data, backups],
      ['restore', backup, target],
    ])
      expectRefused(await stichtag(args, wrong), /Die Passphrase stimmt nicht/);
    const typed = `${office.recoveryCode}\n${NEW_PASSPHRASE}\nvertippt\n`;
    expectRefused(await stichtag(['restore', '--sheet', backup, target], typed), /Eingaben sind verschieden/);
    expect(readdirSync(backups)).toHaveLength(1);
    expect(readdirSync(target)).toEqual(['geraet']);
  });

  it('refuse a folder or a file that is not there', async () => {
    const office = await closedOffice();
    const { data, backups } = office;
    const missing = join(backups, 'fehlt');
    const input = `${PASSPHRASE}\n`;
    expectRefused(await stichtag(['backup', data, missing], input), /gibt es nicht.*Laufwerk/);
    expect(existsSync(missing)).toBe(false);
    expectRefused(await stichtag(['backup', missing, backups], input), /liegt kein Tresor/);
    for (const command of ['verify', 'restore'])
      expectRefused(await stichtag([command, missing, data], input), /Die Datei .*fehlt gibt es nicht/);
    const withoutDevice = ['restore', await backedUp(office), join(temporaryFolder(), 'daten')];
    expectRefused(await stichtag(withoutDevice, input), /fehlt das Gerätegeheimnis/);
  });

  it('restore over no office that is there', async () => {
    const office = await closedOffice();
    const backup = await backedUp(office);
    const before = readFileSync(join(office.folders.office, 'stichtag-1.db'));
    const refused = await stichtag(['restore', backup, office.data], `${PASSPHRASE}\n`);
    expectRefused(refused, /Zielordner ist nicht leer/);
    expect(readFileSync(join(office.folders.office, 'stichtag-1.db')).equals(before)).toBe(true);
  });

  it('refuse a damaged backup, wherever the damage is', async () => {
    const office = await closedOffice();
    const backup = await backedUp(office);
    const whole = readFileSync(backup);
    const target = emptyDataFolder(office);
    const flipped = (at: number): Buffer => {
      const copy = Buffer.from(whole);
      copy.writeUInt8(copy.readUInt8(at) ^ 1, at);
      return copy;
    };
    const input = `${PASSPHRASE}\n`;
    for (const bytes of [flipped(3), flipped(whole.length - 5_000), whole.subarray(0, -4096)]) {
      writeFileSync(backup, bytes);
      expectRefused(await stichtag(['verify', backup, office.data], input), /beschädigt/);
    }
    expectRefused(await stichtag(['restore', backup, target], input), /beschädigt/);
    expect(readdirSync(target)).toEqual(['geraet']);
  });

  it('leave no backup behind while another process keeps the store to itself', async () => {
    const office = await closedOffice();
    const holder = await holdWriteLock(office);
    const refused = await stichtag(['backup', office.data, office.backups], `${PASSPHRASE}\n`);
    expectRefused(refused, /Ein anderes Programm schreibt gerade/);
    expect(readdirSync(office.backups)).toEqual([]);
    holder.stdin?.end();
    await once(holder, 'close');
    await backedUp(office);
  });

  it('answer a call that lacks something with the usage', async () => {
    for (const args of [
      ['backup'],
      ['backup', 'daten'],
      ['verify', 'x'],
      ['restore', 'x'],
      ['backup', '-p', 'x'],
    ])
      expect(await stichtag(args, '')).toMatchObject({ code: 2, stdout: '', stderr: /Aufruf: stichtag/ });
  });

  it.skipIf(lacks('script'))('show nothing of a passphrase typed on a terminal', async () => {
    const office = await closedOffice();
    const { code, stdout } = await stichtagOnTerminal(
      ['backup', office.data, office.backups],
      'Passphrase: ',
      `${PASSPHRASE}\r`,
    );
    expect(stdout).toContain('Passphrase: ');
    expect(stdout).toContain('Gesichert');
    expect(stdout).not.toContain(PASSPHRASE);
    expect(stdout).not.toContain('Maler');
    expect(code).toBe(0);
  });
});
