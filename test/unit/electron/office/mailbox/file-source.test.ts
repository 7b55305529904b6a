import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openFileSource } from '#office/mailbox/file-source.ts';
import { MAX_BUNDLE_BYTES } from '#office/mailbox/parse-bundle.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stichtag-files-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

function write(name: string, content = 'x'): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

describe('the mailbox on disk', () => {
  it('lists files of a folder and below, each once, without hidden ones and links', async () => {
    mkdirSync(join(folder, 'below'));
    const file = write('a.json');
    write('below/b.txt');
    write('.hidden');
    symlinkSync(file, join(folder, 'link.json'));
    const listed = await openFileSource([folder, file]).list();
    if (!listed.ok) throw new Error(listed.error.message);
    expect(listed.value.bundles.map(({ name }) => basename(name)).toSorted()).toEqual(['a.json', 'b.txt']);
  });

  it('gives back a file byte for byte, with the time it was listed with', async () => {
    const file = write('a.bin', '\u0000ÿ');
    const source = openFileSource([file]);
    const listed = await source.list();
    const fetched = await source.fetch(file);
    if (!fetched.ok || !listed.ok) throw new Error('the file was not read');
    expect(Buffer.from(fetched.value.payload).toString()).toBe('\u0000ÿ');
    expect(fetched.value.lastModified).toEqual(listed.value.bundles[0]?.lastModified);
  });

  it('says that a file is gone, too large or that the import was cancelled', async () => {
    const source = openFileSource([folder]);
    expect(await source.fetch(join(folder, 'gone'))).toMatchObject({ error: { code: 'VANISHED' } });
    const large = write('large');
    truncateSync(large, MAX_BUNDLE_BYTES + 1);
    expect(await source.fetch(large)).toMatchObject({ error: { code: 'TOO_LARGE' } });
    expect(await source.fetch(write('a'), AbortSignal.abort())).toMatchObject({
      error: { code: 'CANCELLED' },
    });
    expect(await source.list(AbortSignal.abort())).toMatchObject({ error: { code: 'CANCELLED' } });
    expect(await openFileSource([join(folder, 'gone')]).describe()).toMatchObject({ ok: false });
  });

  it('never clears anything', async () => {
    const file = write('a');
    const source = openFileSource([file]);
    expect(source.canClear).toBe(false);
    await expect(source.clear(file)).rejects.toThrow('files are never cleared');
  });
});
