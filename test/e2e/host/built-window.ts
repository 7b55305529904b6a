/** Builds the window and the injected bridge once for all browser tests of a state of the sources. */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { build, type InlineConfig } from 'vite';

const run = promisify(execFile);
const root = path.join(import.meta.dirname, '..', '..', '..');
const builds = path.join(root, 'dist', 'test');

/** The folder of the window's files. */
export async function builtWindow(): Promise<string> {
  return await buildOnce('window', ['renderer', 'shared', 'resources', 'build'], async (outDir) => {
    // A process of its own: the test runner's NODE_ENV would make React's development build of it.
    const env = { ...process.env, NODE_ENV: 'production' };
    await run(process.execPath, [path.join(root, 'build', 'build-window.ts'), outDir], { env });
  });
}

/** The source of the bridge, to be run in every page before anything of it. */
export async function builtBridge(): Promise<string> {
  const folder = await buildOnce('bridge', ['shared/contract', 'test/e2e/host'], (outDir) =>
    build(bridgeConfig(outDir)),
  );
  return readFileSync(path.join(folder, 'bridge.js'), 'utf8');
}

/** Two test processes may build at once: whoever is ready first wins, and the other one's build is thrown away. */
async function buildOnce(
  name: string,
  sources: readonly string[],
  buildInto: (outDir: string) => Promise<unknown>,
): Promise<string> {
  const finished = path.join(builds, `${name}-${hashOf(sources)}`);
  if (existsSync(finished)) return finished;
  const draft = `${finished}-${process.pid}`;
  await buildInto(draft);
  try {
    renameSync(draft, finished);
  } catch {
    rmSync(draft, { recursive: true, force: true });
  }
  return finished;
}

function bridgeConfig(outDir: string): InlineConfig {
  return {
    configFile: false,
    logLevel: 'warn',
    root,
    publicDir: false,
    build: {
      outDir,
      lib: {
        entry: path.join(import.meta.dirname, 'injected-bridge.ts'),
        formats: ['iife'],
        name: 'bridge',
        fileName: () => 'bridge.js',
      },
    },
  };
}

function hashOf(folders: readonly string[]): string {
  const hash = createHash('sha256');
  for (const folder of folders) {
    const files = readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name))
      .toSorted();
    for (const file of files) hash.update(file).update(readFileSync(file));
  }
  return hash.digest('hex').slice(0, 16);
}
