/** The few things vault and backup do with files, as a port: fault tests fail each call in turn. */
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';

export interface Files {
  exists(path: string): boolean;
  read(path: string): Buffer;
  /** Creates or replaces a file readable by its owner only; on return its bytes are on the medium. */
  write(path: string, bytes: Buffer): void;
  /** Atomic within a folder: afterwards `to` is either the old file or the new one. */
  rename(from: string, to: string): void;
  remove(path: string): void;
  /** Creates a folder for its owner only, with its parents. */
  createFolder(path: string): void;
  /** Makes renames and removals in a folder survive a power cut. */
  syncFolder(path: string): void;
}

const OWNER_ONLY_FILE = 0o600;
const OWNER_ONLY_FOLDER = 0o700;

function withDescriptor(path: string, flags: string, use: (descriptor: number) => void): void {
  const descriptor = openSync(path, flags, OWNER_ONLY_FILE);
  try {
    use(descriptor);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** The file system of this machine. */
export const systemFiles: Files = {
  exists: existsSync,
  read: (path) => readFileSync(path),
  write(path, bytes) {
    withDescriptor(path, 'w', (descriptor) => {
      for (let written = 0; written < bytes.length;) written += writeSync(descriptor, bytes, written);
    });
  },
  rename: renameSync,
  remove: (path) => rmSync(path, { force: true }),
  createFolder: (path) => void mkdirSync(path, { recursive: true, mode: OWNER_ONLY_FOLDER }),
  syncFolder(path) {
    // Windows cannot open a folder for syncing; NTFS journals renames itself.
    if (process.platform === 'win32') return;
    withDescriptor(path, 'r', () => {});
  },
};

/** Replaces a file so that an interruption at any point leaves the old or the new one, never half of either. */
export function replaceDurably(files: Files, path: string, bytes: Buffer): void {
  const draft = `${path}.neu`;
  files.write(draft, bytes);
  files.rename(draft, path);
  files.syncFolder(dirname(path));
}
