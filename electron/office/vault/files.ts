/** The few things vault and backup do with files, as a port: fault tests fail each call in turn. */
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';

export interface Files {
  exists(path: string): boolean;
  /** The names in a folder; none when there is no such folder. */
  list(folder: string): string[];
  size(path: string): number;
  read(path: string): Buffer;
  /** The bytes from `start` on, some at a time: for files that need not fit into memory. */
  readParts(path: string, start?: number): Iterable<Buffer>;
  /** Creates or replaces a file readable by its owner only; on return its bytes are on the medium. */
  write(path: string, bytes: Buffer | Iterable<Buffer>): void;
  /** Atomic within a folder: afterwards `to` is either the old file or the new one. */
  rename(from: string, to: string): void;
  /** Removes a file or a folder with everything in it; nothing when there is none. */
  remove(path: string): void;
  /** Creates a folder for its owner only, with its parents. */
  createFolder(path: string): void;
  /** Makes renames and removals in a folder survive a power cut. */
  syncFolder(path: string): void;
}

const PART_BYTES = 4 * 1024 * 1024;
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

function writeWhole(descriptor: number, bytes: Buffer): void {
  for (let written = 0; written < bytes.length;) written += writeSync(descriptor, bytes, written);
}

/** The file system of this machine. */
export const systemFiles: Files = {
  exists: existsSync,
  list: (folder) => (existsSync(folder) ? readdirSync(folder) : []),
  size: (path) => statSync(path).size,
  read: (path) => readFileSync(path),
  *readParts(path, start = 0) {
    const descriptor = openSync(path, 'r');
    try {
      const part = Buffer.alloc(PART_BYTES);
      let at = start;
      for (;;) {
        const length = readSync(descriptor, part, 0, PART_BYTES, at);
        if (length === 0) return;
        at += length;
        yield part.subarray(0, length);
      }
    } finally {
      closeSync(descriptor);
    }
  },
  write(path, bytes) {
    withDescriptor(path, 'w', (descriptor) => {
      for (const part of Buffer.isBuffer(bytes) ? [bytes] : bytes) writeWhole(descriptor, part);
    });
  },
  rename: renameSync,
  remove: (path) => rmSync(path, { recursive: true, force: true }),
  createFolder: (path) => void mkdirSync(path, { recursive: true, mode: OWNER_ONLY_FOLDER }),
  syncFolder(path) {
    // Windows cannot open a folder for syncing; NTFS journals renames itself.
    if (process.platform === 'win32') return;
    withDescriptor(path, 'r', () => {});
  },
};

/** Replaces a file so that an interruption at any point leaves the old or the new one, never half of either. */
export function replaceDurably(files: Files, path: string, bytes: Buffer | Iterable<Buffer>): void {
  const draft = `${path}.neu`;
  files.write(draft, bytes);
  files.rename(draft, path);
  files.syncFolder(dirname(path));
}
