/** The main job as the window asks for it, without a window: demo, pull, draft, findings, final, documents. */
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, it, describe } from 'vitest';
import { FEWEST_UNITS, demoProperty } from '#office/demo/property.ts';
import { radiosOf } from '#office/demo/house-traffic.ts';
import { SeededRandom } from '#office/demo/seeded-random.ts';
import { CHANNEL_NAMES } from '#shared/contract/channel-names.ts';
import { contract } from '#shared/contract/contract.ts';
import { WindowOffice } from '../../unit/electron/office/services/window-office.ts';

/** On a busy machine, with a window still to be built. */
const STARTING_TAKES_AT_MOST_MS = 180_000;

let office: WindowOffice;
let runId = 0;

beforeAll(async () => {
  office = new WindowOffice();
  await office.create();
  await office.get('demo.load', {});
}, STARTING_TAKES_AT_MOST_MS);
afterAll(() => office.stop());

async function pullEnded(): Promise<unknown> {
  await expect
    .poll(() => office.told.some(({ type }) => type === 'pull.ended'), { timeout: 60_000 })
    .toBe(true);
  return office.told.findLast(({ type }) => type === 'pull.ended');
}

describe('the road of the window', () => {
  it('marks the demo, and refuses it where there is data already', async () => {
    expect(await office.get('vault.status', {})).toMatchObject({ session: { isDemo: true } });
    await expect(office.ask('demo.load', {})).resolves.toMatchObject({ error: { code: 'OFFICE_NOT_EMPTY' } });
  });

  it('pulls a year of telegrams with progress, and a second time only duplicates', async () => {
    await office.get('pull.start', {});
    await expect(office.ask('pull.start', {})).resolves.toMatchObject({ error: { code: 'PULL_RUNNING' } });
    expect(await pullEnded()).toMatchObject({
      result: { outcome: 'complete', duplicates: 0, undecodable: [], unknownMeters: 0 },
    });
    expect(office.told.some((event) => event.type === 'job.progressed' && event.job === 'pull')).toBe(true);
    const { last } = await office.get('pull.status', {});
    expect(last?.newTelegrams).toBeGreaterThan(1_000);

    office.told.length = 0;
    await office.get('pull.start', {});
    expect(await pullEnded()).toMatchObject({ result: { outcome: 'complete', newTelegrams: 0 } });
  });

  it('keeps what has arrived when a pull is cancelled', async () => {
    office.told.length = 0;
    await office.get('pull.start', {});
    await office.get('pull.cancel', {});
    expect(await office.get('pull.status', {})).toMatchObject({
      isRunning: false,
      last: { outcome: 'cancelled' },
    });
  });

  it('drafts a bill that closes to the cent, the same every time', async () => {
    const [property] = await office.get('properties.list', {});
    const periodId = property?.period?.id ?? 0;
    const run = await office.get('billing.draft', { periodId });
    expect(run.proof.billedCents).toBe(run.proof.invoicedCents);
    expect(run).toMatchObject({ stage: 'draft', version: 1, blockingCount: 0 });
    expect(run.findings).toContainEqual(
      expect.objectContaining({ code: 'ESTIMATED_VALUE', subject: { kind: 'unit', id: 3 } }),
    );
    const again = await office.get('billing.draft', { periodId });
    expect(again.bills).toEqual(run.bills);
    expect(await office.get('billing.list', {})).toHaveLength(1);
    runId = again.id;
  });

  it('explains every printed figure of every bill', async () => {
    const { bills } = await office.get('billing.get', { id: runId });
    for (const { billId } of bills) {
      const { sections } = await office.get('billing.bill', { id: runId, billId });
      const figures = sections.flatMap((section) => section.figures);
      expect(figures.length).toBeGreaterThan(5);
      for (const { figure, text } of figures) {
        const [step] = await office.get('billing.explain', { id: runId, figure });
        expect([figure, step?.figure, text !== '']).toEqual([figure, figure, true]);
      }
    }
  });

  it('is final only when every warning has its reason and somebody checked it, and then for good', async () => {
    await expect(office.ask('billing.check', { id: runId })).resolves.toMatchObject({
      error: { code: 'WARNINGS_OPEN' },
    });
    await expect(office.ask('billing.finalise', { id: runId, note: '' })).resolves.toMatchObject({
      error: { code: 'BILL_NOT_CHECKED' },
    });
    await expect(office.ask('billing.exportDocuments', { id: runId })).resolves.toMatchObject({
      error: { code: 'RUN_NOT_FINAL' },
    });
    const { findings } = await office.get('billing.get', { id: runId });
    for (const { key } of findings)
      await office.get('billing.acceptFinding', { id: runId, key, reason: 'geprüft' });
    expect(await office.get('billing.check', { id: runId })).toMatchObject({ stage: 'checked' });
    expect(await office.get('billing.finalise', { id: runId, note: '' })).toMatchObject({ stage: 'final' });
    await expect(office.ask('billing.finalise', { id: runId, note: '' })).resolves.toMatchObject({
      error: { code: 'BILL_FROZEN' },
    });
    expect((await office.get('overview.worklist', {})).due).toEqual([]);
  });

  it('starts a correction as the next version and leaves the final one alone', async () => {
    const { life: _life, ...final } = await office.get('billing.get', { id: runId });
    await expect(office.ask('billing.draft', { periodId: final.periodId })).resolves.toMatchObject({
      error: { code: 'BILL_FROZEN' },
    });
    const correction = await office.get('billing.correct', { id: runId, reason: 'Ablesefehler' });
    expect(correction).toMatchObject({ version: 2, stage: 'draft' });
    expect(await office.get('billing.get', { id: runId })).toMatchObject(final);
  });

  it('writes the documents into the folder the user chose, and shows the real PDF before', async () => {
    const folder = path.join(office.folder, 'Abrechnungen');
    mkdirSync(folder);
    office.desktop.answers.push(folder);
    const exported = await office.get('billing.exportDocuments', { id: runId });
    expect(exported).toMatchObject({
      folder,
      checkNumber: expect.stringMatching(/^[0-9A-F]{4}-[0-9A-F]{4}$/),
    });
    expect(readdirSync(folder)).toHaveLength(exported?.files ?? 0);
    expect(office.desktop.seen).toContain(folder);
    const { bills } = await office.get('billing.get', { id: runId });
    const { pdf } = await office.get('documents.preview', {
      runId,
      document: { kind: 'statement', billId: bills[0]?.billId ?? '' },
    });
    expect(Buffer.from(pdf).subarray(0, 5).toString()).toBe('%PDF-');
    expect(await office.get('billing.exportDocuments', { id: runId })).toBeNull();
  });

  it('finds a meter by the last four digits of its number', async () => {
    const [radio] = radiosOf(demoProperty(new SeededRandom('2025'), FEWEST_UNITS));
    const hits = await office.get('search.everything', { text: radio?.address.id.slice(-4) ?? '', limit: 5 });
    expect(hits[0]).toMatchObject({ title: radio?.address.id, subject: { kind: 'meter' } });
  });

  it('never let a meter key out: not in a reply, not in an event, not in a file beside the store', async () => {
    const asked = new Map<string, unknown>([
      ['history.of', { subject: { kind: 'meter', id: 1 } }],
      ['audit.list', { limit: 1000 }],
      ['search.everything', { text: 'e', limit: 100 }],
    ]);
    for (const channel of CHANNEL_NAMES) {
      if (channel.startsWith('vault.') || channel.startsWith('demo.')) continue;
      const args = asked.get(channel) ?? {};
      if (contract[channel].args.safeParse(args).success) await office.ask(channel, args);
    }
    const data = path.join(office.folder, 'data');
    const files = readdirSync(data, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(path.join(entry.parentPath, entry.name)).toString('latin1'));
    const events = office.told.map((event) => JSON.stringify(event));
    const everything = [...office.replies, ...events, ...files].join('\n').toUpperCase();
    const keys = radiosOf(demoProperty(new SeededRandom('2025'), FEWEST_UNITS)).map(({ key }) => key);
    expect(keys.length).toBeGreaterThan(30);
    for (const key of keys) {
      expect(everything.includes(key.toString('hex').toUpperCase())).toBe(false);
      expect(everything.includes(key.toString('base64').toUpperCase())).toBe(false);
    }
  });

  it('has a service behind every channel of the contract', async () => {
    for (const channel of CHANNEL_NAMES) {
      const reply = await office.ask(channel, { nobodyDeclaredThis: 1 } as never);
      expect([channel, reply.ok ? '' : reply.error.code]).toEqual([channel, 'ARGS_INVALID']);
    }
  });

  it('ends the demo by starting over', async () => {
    await office.get('demo.remove', {});
    expect(await office.get('vault.status', {})).toEqual({ state: 'empty' });
  });
});
