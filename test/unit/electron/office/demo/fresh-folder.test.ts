import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { prepareFreshFolder } from '#office/demo/fresh-folder.ts';
import { temporaryFolder } from '../../../../support/office-folder.ts';

describe('the folder of the demo', () => {
  it('is made where there is none, and emptied where the demo made it', () => {
    const folder = path.join(temporaryFolder(), 'a', 'b');
    expect(prepareFreshFolder(folder).ok).toBe(true);
    writeFileSync(path.join(folder, 'alt.pdf'), '');
    expect(prepareFreshFolder(folder).ok).toBe(true);
    expect(readdirSync(folder)).toHaveLength(1);
  });

  it('may be an empty one', () => {
    const folder = temporaryFolder();
    expect(prepareFreshFolder(folder).ok).toBe(true);
  });

  it('is never somebody else’s', () => {
    const folder = temporaryFolder();
    mkdirSync(path.join(folder, 'Fotos'));
    expect(prepareFreshFolder(folder)).toMatchObject({ ok: false });
    expect(readdirSync(folder)).toEqual(['Fotos']);
  });
});
