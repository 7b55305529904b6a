/** Builds the desktop app into dist/app: `node build/build-app.ts`. */
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'vite';
import { z } from 'zod';
import { bridgeConfig, desktopConfig, windowConfig } from './vite-configs.ts';

const root = path.join(import.meta.dirname, '..');

export const APP_FOLDER = path.join(root, 'dist', 'app');

/** What Electron starts first, inside the app folder. */
const MAIN = 'electron/shell/main.js';

const ENTRIES = [
  'electron/shell/main.ts',
  'electron/office/office-process.ts',
  'electron/office/services/bulk-worker.ts',
] as const;

/** Builds everything the packaged app ships, from nothing. */
export async function buildApp(): Promise<void> {
  rmSync(APP_FOLDER, { recursive: true, force: true });
  await build(desktopConfig(APP_FOLDER, ENTRIES));
  await build(bridgeConfig(APP_FOLDER));
  await build(windowConfig(path.join(APP_FOLDER, 'renderer')));
  cpSync(path.join(root, 'resources'), path.join(APP_FOLDER, 'resources'), { recursive: true });
  writeFileSync(path.join(APP_FOLDER, 'package.json'), `${JSON.stringify(packageOfApp(), null, 2)}\n`);
}

function packageOfApp(): Readonly<Record<string, string>> {
  const manifest = z.object({ version: z.string(), description: z.string() });
  const { version, description } = manifest.parse(
    JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')),
  );
  return { name: 'stichtag', productName: 'Stichtag', version, description, type: 'module', main: MAIN };
}

if (import.meta.main) {
  await buildApp();
  console.log(`Stichtag liegt fertig gebaut in ${path.relative(process.cwd(), APP_FOLDER)}.`);
}
