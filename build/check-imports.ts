/** Fails when a source file imports across a wall of the house: `node build/check-imports.ts [FOLDER]`. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { breachesIn } from './import-rules.ts';

const root = path.resolve(process.argv[2] ?? path.join(import.meta.dirname, '..'));
const files = ['shared', 'electron', 'renderer']
  .flatMap((folder) => sourceFilesBelow(path.join(root, folder)))
  .map((file) => path.relative(root, file).split(path.sep).join('/'));
const breaches = files.flatMap((file) => breachesIn(file, readFileSync(path.join(root, file), 'utf8')));

for (const breach of breaches) console.error(`${breach.file}: imports ${breach.imports}, but ${breach.rule}`);
console.log(`${files.length} files read, ${breaches.length} forbidden imports`);
// A check that read nothing has proved nothing.
process.exitCode = breaches.length === 0 && files.length > 0 ? 0 : 1;

function sourceFilesBelow(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(ts|tsx)$/.test(entry.name))
      .map((entry) => path.join(entry.parentPath, entry.name));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}
