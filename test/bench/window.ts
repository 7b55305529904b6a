/** What waiting feels like in a grown office: lists, Ctrl+K and keys, at rest and during a pull, beside a plain table. */
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Locator, Page } from 'playwright-core';
import { dataFolderAt } from '#office/services/data-folder.ts';
import { FileDeviceSecretStore } from '#office/vault/device-secret.ts';
import { startHost, type Host } from '../e2e/host/start-host.ts';
import type { BenchRow } from './bench-row.ts';
import { layReady, openPlainPage, SHOW_LIST, SHOW_SEARCH, type PlainLists } from './plain-page.ts';
import type { PullServerReady } from './pull-server.ts';
import { percentile95, timeToPaint } from './stopwatch.ts';
import { growOffice, PASSPHRASE } from './window-office.ts';

/** The lists, by the channel that fills each. */
const CHANNELS = {
  Liegenschaften: 'properties.list',
  Nutzeinheiten: 'units.list',
  Messgeräte: 'meters.list',
  Personen: 'people.list',
  Mietverhältnisse: 'tenancies.list',
} as const;
const LISTS = Object.keys(CHANNELS);
const UNITS_LIST = 'Nutzeinheiten';
const PALETTE = 'Strg+K, Suchwort, Treffer';
const FILTER_KEY = 'Taste im Filter der Nutzeinheiten';
const CELL_KEY = 'Taste in einer Zelle';
const ROUNDS = 12;
const KEYS_A_ROUND = 8;
const BUNDLES_A_PULL = 500;
const PLAIN_COLUMNS = 7;
const PLAIN = 'einfache HTML-Tabelle derselben Zeilen';
const AT_REST = 'dasselbe ohne Abruf';

/** Milliseconds by what was done. */
type Samples = Map<string, number[]>;
/** Runs a measurement and keeps its figure if it counts. */
type Keep = (name: string, measure: () => Promise<number>) => Promise<void>;

export async function run(report: (row: BenchRow) => void): Promise<void> {
  const host = await startHost();
  const server = fork(join(import.meta.dirname, 'pull-server.ts'), ['1']);
  try {
    const [cloud] = (await once(server, 'message')) as [PullServerReady];
    await growOffice(
      dataFolderAt(host.dataFolder).office,
      new FileDeviceSecretStore(join(host.folder, 'device')),
    );
    await unlock(host);
    await trustCloud(host, cloud);
    const plainPage = await openPlainPage(host.context, await listsAsTexts(host));

    const [plain, idle, pulling] = [new Map(), new Map(), new Map()] as [Samples, Samples, Samples];
    for (let round = 0; round < ROUNDS; round += 1) {
      await plainRound(plainPage, keepAll(plain));
      await windowRound(host.page, keepAll(idle));
    }
    const pull = new SteadyPull(host, server);
    while ((pulling.get(CELL_KEY)?.length ?? 0) < ROUNDS * KEYS_A_ROUND || countOf(pulling) < ROUNDS)
      await windowRound(host.page, keepDuring(pull, pulling));
    await pull.stop();
    reportRows(report, { plain, idle, pulling });
  } finally {
    await stop(server);
    await host.stop();
  }
}

/** How many samples the rarest measurement has. */
function countOf(samples: Samples): number {
  return Math.min(...[...LISTS, PALETTE].map((name) => samples.get(name)?.length ?? 0));
}

function note(samples: Samples, name: string, ms: number): void {
  samples.set(name, [...(samples.get(name) ?? []), ms]);
}

function keepAll(samples: Samples): Keep {
  return async (name, measure) => note(samples, name, await measure());
}

/** Keeps what began and ended within one pull. */
function keepDuring(pull: SteadyPull, samples: Samples): Keep {
  return async (name, measure) => {
    const before = await pull.running();
    const ms = await measure();
    if (pull.isStillRunning(before)) note(samples, name, ms);
  };
}

function reportRows(
  report: (row: BenchRow) => void,
  { plain, idle, pulling }: Readonly<Record<'plain' | 'idle' | 'pulling', Samples>>,
): void {
  const row = (
    name: string,
    own: readonly number[] = [],
    baseline: string,
    other: readonly number[] = [],
  ) => {
    const p95Ms = percentile95(own);
    const seconds = p95Ms / 1000;
    report({
      name,
      n: own.length,
      seconds,
      rate: 1 / seconds,
      unit: 'mal/s',
      p95Ms,
      baseline,
      ratio: percentile95(other) / p95Ms,
    });
  };
  for (const name of [...LISTS, PALETTE, FILTER_KEY, CELL_KEY]) {
    const title = LISTS.includes(name) ? `${name} öffnen` : name;
    row(`${title}, ruhend`, idle.get(name), PLAIN, plain.get(name));
    row(`${title}, beim Abruf`, pulling.get(name), AT_REST, idle.get(name));
  }
}

async function unlock({ page }: Host): Promise<void> {
  await page.reload();
  await page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Start', exact: true }).waitFor({ timeout: 60_000 });
}

/** The office trusts the embedded cloud as it would a company's own root: by the system's certificates. */
async function trustCloud(host: Host, { ca, credentials, ...cloud }: PullServerReady): Promise<void> {
  const file = join(host.folder, 'cloud.pem');
  writeFileSync(file, ca);
  process.env['SSL_CERT_FILE'] = file;
  const { region, endpoint } = cloud;
  await ask(host, 'pull.saveSource', { region, endpoint, access: { kind: 'keys', ...credentials } });
}

async function ask(host: Host, channel: string, args: unknown): Promise<unknown> {
  const sender = { isOwnWindow: true, isTopFrame: true, origin: host.origin };
  const reply = await host.office.router.handle(channel, args, sender);
  if (!reply.ok) throw new Error(`${channel}: ${reply.error.message}`);
  return reply.value;
}

/** What the office answers to each list, as texts. */
async function listsAsTexts(host: Host): Promise<PlainLists> {
  const lists = Object.entries(CHANNELS).map(async ([name, channel]) => {
    const rows = (await ask(host, channel, {})) as readonly Readonly<Record<string, unknown>>[];
    return [name, rows.map((row) => Object.values(row).slice(0, PLAIN_COLUMNS).map(String))] as const;
  });
  return Object.fromEntries(await Promise.all(lists));
}

/** Every list once for the first time, then the command box and keys. */
async function windowRound(page: Page, keep: Keep): Promise<void> {
  await page.bringToFront();
  await page.goto(new URL('/index.html#/', page.url()).href);
  await page.reload();
  await linkTo(page, 'Start').waitFor();
  for (const name of LISTS) {
    await linkTo(page, name).focus();
    const sight = { selector: `[role=grid][aria-label="${name}"] [data-cell="0:0"]` };
    await keep(name, () => timeToPaint(page, 'keydown', sight, () => page.keyboard.press('Enter')));
    await page.locator(sight.selector).waitFor();
  }
  await keep(PALETTE, () => timePalette(page));
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });

  await linkTo(page, UNITS_LIST).press('Enter');
  const grid = `[role=grid][aria-label="${UNITS_LIST}"]`;
  await page.locator(`${grid} [data-cell="0:0"]`).focus();
  await page.keyboard.press('Control+f');
  await page.locator('[data-filter]:focus').waitFor();
  for (let key = 0; key < KEYS_A_ROUND; key += 1) {
    const rows = (await page.locator(grid).getAttribute('aria-rowcount')) ?? '';
    const sight = { selector: `${grid}:not([aria-rowcount="${rows}"])` };
    const press = () => page.keyboard.press(key % 2 === 0 ? '7' : 'Backspace');
    await keep(FILTER_KEY, () => timeToPaint(page, 'keydown', sight, press));
  }
  await page.keyboard.press('ArrowDown');
  await page.locator(`${grid} [data-row="0"] [data-editable][data-numeric]`).first().click();
  await page.keyboard.press('F2');
  await typeKeys(page, '.cell-input', keep);
  await page.keyboard.press('Escape');
}

function linkTo(page: Page, name: string): Locator {
  return page.getByRole('navigation').getByRole('link', { name, exact: true });
}

/** The same on the plain page. */
async function plainRound(page: Page, keep: Keep): Promise<void> {
  await page.bringToFront();
  await page.locator('body').click({ position: { x: 1, y: 1 } });
  const last = { selector: 'tr:last-child' };
  for (const name of [...LISTS, UNITS_LIST]) {
    await layReady(page, name);
    await keep(name, () => timeToPaint(page, 'keydown', last, () => page.keyboard.press(SHOW_LIST)));
  }
  await page.locator('#filter').focus();
  for (let key = 0; key < KEYS_A_ROUND; key += 1) {
    const rows = (await page.locator('tbody').getAttribute('data-rows')) ?? '';
    const sight = { selector: `tbody:not([data-rows="${rows}"])` };
    const press = () => page.keyboard.press(key % 2 === 0 ? '7' : 'Backspace');
    await keep(FILTER_KEY, () => timeToPaint(page, 'keydown', sight, press));
  }
  await page.locator('#cell').focus();
  await typeKeys(page, '#cell', keep);
  await layReady(page, '');
  await keep(PALETTE, async () => {
    const open = await timeToPaint(page, 'keydown', { selector: '#filter' }, () =>
      page.keyboard.press(SHOW_SEARCH),
    );
    await page.locator('#filter').focus();
    const hits = { selector: 'tr', text: 'WE 0321' };
    return open + (await timeToPaint(page, 'input', hits, () => page.keyboard.insertText('0321')));
  });
}

/** From Ctrl+K to the field, and from the word to the hits; what lies between is the user's own time. */
async function timePalette(page: Page): Promise<number> {
  const open = await timeToPaint(page, 'keydown', { selector: '.palette-input:focus' }, () =>
    page.keyboard.press('Control+k'),
  );
  const hits = { selector: '[role=menuitem]', text: 'WE 0321' };
  return open + (await timeToPaint(page, 'input', hits, () => page.keyboard.insertText('0321')));
}

/** Types into a field that has the focus. */
async function typeKeys(page: Page, field: string, keep: Keep): Promise<void> {
  for (let key = 0; key < KEYS_A_ROUND; key += 1) {
    const otherThan = await page.locator(field).inputValue();
    await keep(CELL_KEY, () =>
      timeToPaint(page, 'keydown', { selector: field, otherThan }, () => page.keyboard.press('4')),
    );
  }
}

/** Pulls that follow each other, each with new bundles, as long as somebody measures. */
class SteadyPull {
  readonly #host: Host;
  readonly #server: ChildProcess;
  readonly #ended: Promise<void>;
  #isWanted = true;
  /** Counts pulls; a pull that runs has an odd number. */
  #phase = 0;

  constructor(host: Host, server: ChildProcess) {
    this.#host = host;
    this.#server = server;
    this.#ended = this.#pullOn();
  }

  /** Waits for a running pull and names it. */
  async running(): Promise<number> {
    while (this.#phase % 2 === 0) await pause(20);
    return this.#phase;
  }

  isStillRunning(phase: number): boolean {
    return this.#phase === phase;
  }

  async stop(): Promise<void> {
    this.#isWanted = false;
    await this.#ended;
  }

  async #pullOn(): Promise<void> {
    while (this.#isWanted) {
      this.#server.send(BUNDLES_A_PULL);
      await once(this.#server, 'message');
      await ask(this.#host, 'pull.start', {});
      this.#phase += 1;
      while (await this.#isPulling()) await pause(20);
      this.#phase += 1;
    }
  }

  async #isPulling(): Promise<boolean> {
    const { isRunning } = (await ask(this.#host, 'pull.status', {})) as { readonly isRunning: boolean };
    return isRunning;
  }
}

async function stop(server: ChildProcess): Promise<void> {
  if (!server.connected) return;
  const exited = once(server, 'exit');
  server.disconnect();
  await exited;
}
