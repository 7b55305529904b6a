/** Builds the window alone, as the app ships it: `node build/build-window.ts FOLDER`. The browser tests use it. */
import path from 'node:path';
import { build } from 'vite';
import { windowConfig } from './vite-configs.ts';

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('name the folder to build into');
await build(windowConfig(path.resolve(folder)));
