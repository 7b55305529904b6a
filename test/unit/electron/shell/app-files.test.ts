import fc from 'fast-check';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { APP_ORIGIN, resolveAppFile } from '../../../../electron/shell/app-files.ts';

const get = (url: string) => resolveAppFile('GET', url, APP_ORIGIN);

describe('the files of the window', () => {
  it.each([
    ['app://stichtag/', 'index.html', 'text/html; charset=utf-8'],
    ['app://stichtag', 'index.html', 'text/html; charset=utf-8'],
    ['app://stichtag/index.html#/units?sort=name', 'index.html', 'text/html; charset=utf-8'],
    ['app://stichtag/assets/main-B3x_1.js', 'assets/main-B3x_1.js', 'text/javascript; charset=utf-8'],
    ['app://stichtag/assets/SourceSans3-Regular.ttf', 'assets/SourceSans3-Regular.ttf', 'font/ttf'],
  ])('%s is %s', (url, relativePath, mimeType) => {
    expect(get(url)).toEqual({ status: 200, relativePath, mimeType });
  });

  it('are read only', () => {
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS', 'get'])
      expect(resolveAppFile(method, 'app://stichtag/index.html', APP_ORIGIN)).toEqual({ status: 405 });
    expect(resolveAppFile('HEAD', 'app://stichtag/index.html', APP_ORIGIN)).toMatchObject({ status: 200 });
  });

  it('never lie outside the folder, whatever the address', () => {
    const piece = fc.constantFrom(
      '..',
      '.',
      '%2e%2e',
      '%2E',
      '/',
      '\\',
      '%2f',
      '%5c',
      '%00',
      '\0',
      'a',
      'b.js',
      '~',
      ':',
      '?',
      '#',
      ';',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const file = get(`app://stichtag/${pieces.join('')}`);
        if (file.status !== 200) return;
        const root = path.join(path.sep, 'root');
        const resolved = path.join(root, file.relativePath);
        expect(resolved.startsWith(root + path.sep)).toBe(true);
        expect(file.relativePath).not.toMatch(/(^|\/)\.|[\\%\0]/);
      }),
      { numRuns: 5_000 },
    );
  });
});
