import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { APP_ORIGIN } from '../../electron/shell/app-files.ts';
import { answerAppRequest } from '../../electron/shell/serve-app-files.ts';
import { serveWindow, type ServedWindow } from '../e2e/host/serve-window.ts';

const SECRET = 'SECRET-OF-THE-DISK';
let root = '';
let served: ServedWindow;

function folder(): string {
  return path.join(root, 'window');
}

beforeAll(async () => {
  root = mkdtempSync(path.join(tmpdir(), 'protocol-'));
  mkdirSync(path.join(root, 'window', 'assets'), { recursive: true });
  writeFileSync(path.join(root, 'secret.js'), SECRET);
  writeFileSync(path.join(root, 'window', 'index.html'), '<!doctype html><title>Stichtag</title>');
  writeFileSync(path.join(root, 'window', 'assets', 'main.js'), '1');
  writeFileSync(path.join(root, 'window', '.hidden.js'), SECRET);
  writeFileSync(path.join(root, 'window', 'notes.txt'), SECRET);
  writeFileSync(path.join(root, 'window', 'main.js.map'), SECRET);
  served = await serveWindow(path.join(root, 'window'));
});
afterAll(async () => {
  await served.stop();
  rmSync(root, { recursive: true });
});

const ATTACKS = [
  '/../secret.js',
  '/assets/../../secret.js',
  '/%2e%2e/secret.js',
  '/%2e%2e%2fsecret.js',
  '/..%2fsecret.js',
  '/.%2e/secret.js',
  '/%252e%252e/secret.js',
  '/..%5csecret.js',
  '/..\\secret.js',
  '/assets/..;/../secret.js',
  '/%00/../secret.js',
  '/index.html%00.js',
  '/%c0%ae%c0%ae/secret.js',
  '//secret.js',
  '/./../secret.js',
  '/.hidden.js',
  '/notes.txt',
  '/main.js.map',
  '/C:/Windows/win.ini',
  '/file:/etc/passwd',
  '/assets',
  '/assets/',
  '/assets/missing.js',
];

describe('app://stichtag', () => {
  it.each(ATTACKS)('gives nothing away at %s', async (address) => {
    const answer = await answerAppRequest(folder(), APP_ORIGIN, {
      method: 'GET',
      url: `${APP_ORIGIN}${address}`,
    });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.body).toHaveLength(0);
  });

  it.each([
    ['POST', `${APP_ORIGIN}/index.html`, 405],
    ['GET', 'app://elsewhere/index.html', 403],
    ['GET', 'app://stichtag.example/index.html', 403],
    ['GET', 'app://stichtag:80/index.html', 403],
    ['GET', 'app://user@stichtag/index.html', 403],
    ['GET', 'https://stichtag/index.html', 403],
    ['GET', 'file:///index.html', 403],
    ['GET', 'not an address', 400],
  ])('answers %s %s with %i', async (method, url, status) => {
    await expect(answerAppRequest(folder(), APP_ORIGIN, { method, url })).resolves.toMatchObject({ status });
  });

  it('sends the strict headers with every answer, refusals included', async () => {
    for (const url of ['/', '/assets/main.js', '/missing.js', '/../secret.js']) {
      const { headers } = await answerAppRequest(folder(), APP_ORIGIN, {
        method: 'GET',
        url: `${APP_ORIGIN}${url}`,
      });
      expect(headers['Content-Security-Policy']).toContain("default-src 'none'");
      expect(headers['Content-Security-Policy']).not.toMatch(/unsafe|\*|https?:/);
      expect(headers['X-Content-Type-Options']).toBe('nosniff');
    }
  });
});

/** A request as no browser would send it: the path goes out as it stands. */
async function ask(raw: {
  readonly path: string;
  readonly method?: string;
  readonly host?: string;
}): Promise<{ readonly status: number; readonly body: string }> {
  const { hostname, port } = new URL(served.origin);
  return await new Promise((resolve, reject) => {
    const asking = request(
      {
        hostname,
        port,
        path: raw.path,
        method: raw.method ?? 'GET',
        headers: raw.host ? { host: raw.host } : {},
      },
      (answer) => {
        let body = '';
        answer.on('data', (chunk: Buffer) => (body += chunk.toString()));
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body }));
      },
    );
    asking.on('error', reject).end();
  });
}

describe('the loopback host of the browser tests', () => {
  it('serves the window to itself', async () => {
    await expect(ask({ path: '/' })).resolves.toMatchObject({ status: 200 });
  });

  it.each(ATTACKS.filter((address) => !address.includes('\\')))(
    'gives nothing away at %s',
    async (address) => {
      const { status, body } = await ask({ path: address });
      expect(status).toBeGreaterThanOrEqual(400);
      expect(body).not.toContain(SECRET);
    },
  );

  it.each(['evil.example', 'localhost', '127.0.0.1', '127.0.0.1:1', ''])(
    'misdirects a request whose Host is "%s"',
    async (host) => {
      await expect(ask({ path: '/', host: host || ' ' })).resolves.toMatchObject({ status: 421, body: '' });
    },
  );

  it('takes no message: it serves files and nothing else', async () => {
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'])
      await expect(ask({ path: '/index.html', method })).resolves.toMatchObject({ status: 405 });
  });
});
