/** A file system that fails at its k-th call: once, for good as after a crash, or in the middle of a write. */
import { systemFiles, type Files } from '#office/vault/files.ts';

export type FaultKind = 'once' | 'forGood' | 'tornWrite';

export const FAULT_KINDS: readonly FaultKind[] = ['once', 'forGood', 'tornWrite'];

export interface FailingFiles {
  readonly files: Files;
  /** Whether the call that was to fail came at all. */
  hasFailed(): boolean;
}

function ioError(): Error {
  return Object.assign(new Error('EIO: input/output error'), { code: 'EIO' });
}

function writeHalf(path: string, content: Buffer | Iterable<Buffer>): void {
  const whole = Buffer.isBuffer(content)
    ? content
    : Buffer.concat([...content].map((part) => Buffer.from(part)));
  systemFiles.write(path, whole.subarray(0, whole.length >> 1));
}

/** Counts the calls from 1, of `tornWrite` only the writes; the `failAt`-th fails. */
export function failingFiles(failAt: number, kind: FaultKind): FailingFiles {
  let calls = 0;
  let failed = false;
  const fails = (name: keyof Files): boolean => {
    if (kind === 'tornWrite' && name !== 'write') return false;
    calls += 1;
    if (calls !== failAt && !(kind === 'forGood' && calls > failAt)) return false;
    failed = true;
    return true;
  };
  const guarded = new Proxy(systemFiles, {
    get(files, name: keyof Files) {
      return (...given: unknown[]): unknown => {
        if (!fails(name)) return Reflect.apply(files[name] as (...given: unknown[]) => unknown, files, given);
        if (kind === 'tornWrite') writeHalf(...(given as Parameters<Files['write']>));
        throw ioError();
      };
    },
  });
  return { files: guarded, hasFailed: () => failed };
}

/** Runs `attempt` with a fault at the first call, the second, … until one run meets none; returns how many failed. */
export async function failAtEveryCall(
  kind: FaultKind,
  attempt: (faulty: FailingFiles, failAt: number) => Promise<void>,
): Promise<number> {
  for (let failAt = 1; ; failAt += 1) {
    const faulty = failingFiles(failAt, kind);
    await attempt(faulty, failAt);
    if (!faulty.hasFailed()) return failAt - 1;
  }
}
