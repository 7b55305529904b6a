/** The built app: what is in it, and that its office process runs from there with everything it needs beside it. */
import { fork, execFile, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importsOf } from '../../build/import-rules.ts';
import { OfficeLink } from '../../electron/shell/office-link.ts';

/** On a busy machine, with a window still to be built. */
const STARTING_TAKES_AT_MOST_MS = 180_000;

const run = promisify(execFile);
const root = path.join(import.meta.dirname, '..', '..');
const app = path.join(root, 'dist', 'app');
const port = path.join(import.meta.dirname, '..', 'fault', 'office-process', 'parent-port.ts');
const ORIGIN = 'app://stichtag';

let folder = '';
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'built-app-'));
  const env = { ...process.env, NODE_ENV: 'production' };
  await run(process.execPath, [path.join(root, 'build', 'build-app.ts')], { env, cwd: root });
}, STARTING_TAKES_AT_MOST_MS);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function filesBelow(part: string): string[] {
  return readdirSync(path.join(app, part), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
}

describe('the built app', () => {
  it('has the entries that Electron is pointed at', () => {
    const { main } = JSON.parse(readFileSync(path.join(app, 'package.json'), 'utf8')) as { main: string };
    for (const file of [main, 'preload.cjs', 'electron/office/office-process.js', 'renderer/index.html'])
      expect([file, existsSync(path.join(app, file))]).toEqual([file, true]);
  });

  it('ships no sources, no source maps and nothing of the tests', () => {
    const files = filesBelow('.').map((file) => path.relative(app, file));
    expect(files.filter((file) => /\.(ts|tsx|map)$|(^|\/)test\//.test(file))).toEqual([]);
    expect(files.some((file) => /injected-bridge|start-host/.test(file))).toBe(false);
  });

  it('has one preload file that needs nothing but electron', () => {
    const preload = readFileSync(path.join(app, 'preload.cjs'), 'utf8');
    const needed = [...preload.matchAll(/require\("([^"]+)"\)/g)].map(([, name]) => name);
    expect(needed).toEqual(['electron']);
    expect(preload).not.toMatch(/^import |ZodObject/m);
  });

  it('imports files that are there and packages that are dependencies', () => {
    const { dependencies } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
      dependencies: Record<string, string>;
    };
    const known = new Set([...Object.keys(dependencies), 'electron', ...builtinModules]);
    const missing = [...filesBelow('electron'), ...filesBelow('shared')]
      .filter((file) => file.endsWith('.js'))
      .flatMap((file) =>
        importsOf(readFileSync(file, 'utf8'))
          .filter((name) => {
            if (name.startsWith('node:')) return false;
            if (name.startsWith('.')) return !existsSync(path.resolve(path.dirname(file), name));
            const [scope = '', rest = ''] = name.split('/');
            return !known.has(scope.startsWith('@') ? `${scope}/${rest}` : scope);
          })
          .map((name) => `${path.relative(app, file)}: ${name}`),
      );
    expect(missing).toEqual([]);
  });

  it('serves a page without inline scripts or styles', () => {
    const html = readFileSync(path.join(app, 'renderer', 'index.html'), 'utf8');
    expect(html).not.toMatch(/<style|style=|<script(?![^>]*\ssrc=)|\son[a-z]+=/);
    expect(html).toContain('id="react-aria-pressable-style"');
  });

  it('runs its office from there: a vault, a house, and a sheet with the bundled faces', async () => {
    const children: ChildProcess[] = [];
    const secrets = new Map<string, Uint8Array>();
    const sheet = path.join(folder, 'Blatt.pdf');
    const link = new OfficeLink({
      start() {
        const child = fork(
          path.join(app, 'electron', 'office', 'office-process.js'),
          [path.join(folder, 'data'), ORIGIN],
          {
            execArgv: ['--import', port],
            serialization: 'advanced',
            stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
          },
        );
        children.push(child);
        return {
          send: (message) => void child.send(message),
          onMessage: (listener) => void child.on('message', listener),
          onExit: (listener) => void child.on('exit', () => listener()),
          kill: () => child.kill(),
        };
      },
      answerDesktop: async (question) => {
        if (question.kind === 'loadDeviceSecret') return secrets.get(question.vaultId) ?? null;
        if (question.kind === 'chooseNewFile') return sheet;
        if (question.kind !== 'saveDeviceSecret') return null;
        secrets.set(question.vaultId, question.secret);
        return 'saved';
      },
      tellWindow: () => {},
    });
    const window = { isOwnWindow: true, isTopFrame: true, origin: ORIGIN };
    const passphrase = 'Amsel Birke Clown Drossel';
    const office = { operatorName: 'Messdienst', staffName: 'Anna', initials: 'AA', passphrase };
    try {
      await expect(link.ask('vault.create', office, window)).resolves.toMatchObject({ ok: true });
      await expect(link.ask('vault.saveRecoverySheet', {}, window)).resolves.toMatchObject({
        value: { saved: true },
      });
      expect(readFileSync(sheet).subarray(0, 5).toString()).toBe('%PDF-');
      await expect(link.ask('demo.load', {}, window)).resolves.toMatchObject({ ok: true });
      await expect(link.ask('properties.list', {}, window)).resolves.toMatchObject({
        value: [{ name: 'Stadtpark Suites' }],
      });
    } finally {
      await link.close();
      for (const child of children) child.kill('SIGKILL');
    }
  });
});
