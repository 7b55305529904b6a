/** Builds the desktop app and opens it: `node build/start-app.ts [ELECTRON SWITCH…]`. */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { APP_FOLDER, buildApp } from './build-app.ts';

const electronPackage = path.join(import.meta.dirname, '..', 'node_modules', 'electron');

/** Electron's program as its package notes it; null while only the package is there, without the program. */
function findElectron(): string | null {
  const note = path.join(electronPackage, 'path.txt');
  const name = existsSync(note) ? readFileSync(note, 'utf8').trim() : 'electron';
  const folder = process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? path.join(electronPackage, 'dist');
  const program = path.join(folder, name);
  return existsSync(program) ? program : null;
}

const electron = findElectron();
if (electron === null) {
  console.error(
    [
      'Stichtag braucht zum Öffnen seines Fensters Electron, und dessen Programmdatei ist noch nicht da.',
      'Bitte führen Sie einmal „npx install-electron“ aus (lädt etwa 110 MB von github.com), dann wieder „npm start“.',
      'Ohne Internet: Electron von Hand entpacken und den Ordner in ELECTRON_OVERRIDE_DIST_PATH nennen.',
    ].join('\n'),
  );
  process.exitCode = 1;
} else {
  await buildApp();
  const app = spawn(electron, [APP_FOLDER, ...process.argv.slice(2)], { stdio: 'inherit' });
  app.on('close', (code) => {
    process.exitCode = code ?? 1;
  });
}
