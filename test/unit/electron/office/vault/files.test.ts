import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { replaceDurably, systemFiles } from '#office/vault/files.ts';
import { temporaryFolder } from '../../../../support/office-folder.ts';

describe('files', () => {
  it('are replaced whole, for their owner only, without leaving a draft', () => {
    const folder = temporaryFolder();
    const path = join(folder, 'vault.json');
    replaceDurably(systemFiles, path, Buffer.from('old'));
    replaceDurably(systemFiles, path, [Buffer.from('ne'), Buffer.from('w')]);
    expect(systemFiles.read(path).toString()).toBe('new');
    expect(readdirSync(folder)).toEqual(['vault.json']);
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it('larger than a part are read part by part, from any place', () => {
    const path = join(temporaryFolder(), 'large');
    const bytes = Buffer.alloc(9_000_000, 'Stichtag');
    writeFileSync(path, bytes);
    const parts = Array.from(systemFiles.readParts(path, 5), (part) => Buffer.from(part));
    expect(parts.length).toBeGreaterThan(2);
    expect(Buffer.concat(parts).equals(bytes.subarray(5))).toBe(true);
    expect([...systemFiles.readParts(path, bytes.length)]).toEqual([]);
  });

  it('that are not there are neither listed nor a fault when removed', () => {
    const folder = temporaryFolder();
    expect(systemFiles.list(join(folder, 'nowhere'))).toEqual([]);
    systemFiles.remove(join(folder, 'nowhere'));
    mkdirSync(join(folder, 'full'));
    writeFileSync(join(folder, 'full', 'file'), '');
    systemFiles.remove(join(folder, 'full'));
    expect(systemFiles.list(folder)).toEqual([]);
  });
});
