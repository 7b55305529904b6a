/** The real office process, killed for real; only the port between it and the shell is Node's instead of Electron's. */
import { fork, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DesktopQuestion } from '#office/router/office-messages.ts';
import type { Sender } from '#office/router/sender.ts';
import type { OfficeEvent } from '#shared/contract/events.ts';
import { OfficeLink, type OfficeProcess } from '../../../electron/shell/office-link.ts';

const ORIGIN = 'app://stichtag';
const window: Sender = { isOwnWindow: true, isTopFrame: true, origin: ORIGIN };
const PASSPHRASE = 'Amsel Birke Clown Drossel';
const entry = path.join(import.meta.dirname, '..', '..', '..', 'electron', 'office', 'office-process.ts');
const port = path.join(import.meta.dirname, 'parent-port.ts');

let folder = '';
let children: ChildProcess[] = [];
let told: OfficeEvent[] = [];
let keychain = new Map<string, Uint8Array>();
let link: OfficeLink;

function startOffice(): OfficeProcess {
  const child = fork(entry, [folder, ORIGIN], {
    execArgv: ['--import', port],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  children.push(child);
  return {
    send: (message) => void child.send(message),
    onMessage: (listener) => void child.on('message', listener),
    onExit: (listener) => void child.on('exit', () => listener()),
    kill: () => child.kill(),
  };
}

async function answerDesktop(question: DesktopQuestion): Promise<unknown> {
  if (question.kind === 'loadDeviceSecret') return keychain.get(question.vaultId) ?? null;
  if (question.kind === 'saveDeviceSecret') {
    keychain.set(question.vaultId, question.secret);
    return 'saved';
  }
  return null;
}

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'office-process-'));
  children = [];
  told = [];
  keychain = new Map();
  link = new OfficeLink({ start: startOffice, answerDesktop, tellWindow: (event) => void told.push(event) });
});
afterEach(async () => {
  await link.close();
  for (const child of children) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

async function ask(channel: string, args: unknown = {}): Promise<Awaited<ReturnType<OfficeLink['ask']>>> {
  return await link.ask(channel, args, window);
}

async function createOffice(): Promise<void> {
  await expect(
    ask('vault.create', {
      operatorName: 'Messdienst Ilmtal',
      staffName: 'Anna Amsel',
      initials: 'AA',
      passphrase: PASSPHRASE,
    }),
  ).resolves.toMatchObject({ ok: true, value: { state: 'open' } });
}

async function addPerson(name: string): ReturnType<typeof ask> {
  return await ask('people.create', { name, addressLines: ['Am Markt 1'], phone: null, email: null });
}

describe('the office process', () => {
  it('keeps its device secret in the keychain at the other end of the port', async () => {
    await createOffice();
    expect([...keychain.values()].map((secret) => secret.length)).toEqual([32]);
    expect(link.session).toEqual({ isOpen: true, idleLockMinutes: 5 });
  });

  it('comes back locked after a kill, and has lost nothing it confirmed', async () => {
    await createOffice();
    await expect(addPerson('Timo Becker')).resolves.toMatchObject({ ok: true });
    const unanswered = addPerson('Sagar Mehta');
    children.at(-1)?.kill('SIGKILL');
    const reply = await unanswered;
    expect(reply.ok || reply.error.code === 'OFFICE_STOPPED').toBe(true);
    await expect.poll(() => told.map(({ type }) => type)).toContain('office.crashed');
    expect(link.session.isOpen).toBe(false);

    await expect
      .poll(async () => await ask('people.list'), { timeout: 10_000 })
      .toMatchObject({ ok: false, error: { code: 'OFFICE_LOCKED' } });
    const status = await ask('vault.status');
    const { staff } = (status.ok ? status.value : {}) as {
      readonly staff: readonly { readonly id: string }[];
    };
    await ask('vault.unlock', { staffId: staff[0]?.id, passphrase: PASSPHRASE });
    const people = await ask('people.list');
    const names = (people.ok ? (people.value as { readonly name: string }[]) : []).map(({ name }) => name);
    expect(names).toContain('Timo Becker');
    expect(names.length).toBe(reply.ok ? 2 : names.length);
  });

  it('locks when the shell says so, and tells the window', async () => {
    await createOffice();
    link.lock('suspend');
    await expect.poll(() => told).toContainEqual({ type: 'vault.locked', because: 'suspend' });
    await expect(ask('people.list')).resolves.toMatchObject({ error: { code: 'OFFICE_LOCKED' } });
  });

  it('closes its files and then says so', async () => {
    await createOffice();
    await link.close();
    await expect(ask('vault.status')).resolves.toMatchObject({ error: { code: 'OFFICE_STOPPED' } });
  });
});
