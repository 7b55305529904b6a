import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { DesktopQuestion, FromOffice, ToOffice } from '#office/router/office-messages.ts';
import type { Sender } from '#office/router/sender.ts';
import type { OfficeEvent } from '#shared/contract/events.ts';
import { OfficeLink, type OfficeProcess } from '../../../../electron/shell/office-link.ts';

const sender: Sender = { isOwnWindow: true, isTopFrame: true, origin: 'app://stichtag' };

/** An office process as the shell sees it. */
class FakeOffice implements OfficeProcess {
  readonly received: ToOffice[] = [];
  wasKilled = false;
  #onMessage: (message: unknown) => void = () => {};
  #onExit: () => void = () => {};

  send(message: ToOffice): void {
    this.received.push(structuredClone(message));
  }
  onMessage(listener: (message: unknown) => void): void {
    this.#onMessage = listener;
  }
  onExit(listener: () => void): void {
    this.#onExit = listener;
  }
  kill(): boolean {
    this.wasKilled = true;
    return true;
  }
  say(message: FromOffice): void {
    this.#onMessage(message);
  }
  crash(): void {
    this.#onExit();
  }
}

function setUp(answerDesktop: (question: DesktopQuestion) => Promise<unknown> = async () => null) {
  const offices: FakeOffice[] = [];
  const told: OfficeEvent[] = [];
  const link = new OfficeLink({
    start() {
      const office = new FakeOffice();
      offices.push(office);
      return office;
    },
    answerDesktop,
    tellWindow: (event) => told.push(event),
  });
  const newest = (): FakeOffice => offices.at(-1) ?? new FakeOffice();
  return { link, offices, told, newest };
}

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('the line to the office process', () => {
  it('brings each answer to whoever asked, in whatever order they come', async () => {
    const { link, newest } = setUp();
    const first = link.ask('vault.status', {}, sender);
    const second = link.ask('people.list', {}, sender);
    newest().say({ type: 'reply', id: 2, reply: { ok: true, value: 'second' } });
    newest().say({ type: 'reply', id: 1, reply: { ok: true, value: 'first' } });
    await expect(first).resolves.toEqual({ ok: true, value: 'first' });
    await expect(second).resolves.toEqual({ ok: true, value: 'second' });
  });

  it('answers every open question when the office crashes, and locks and tells the window', async () => {
    const { link, newest, offices, told } = setUp();
    newest().say({ type: 'session', isOpen: true, idleLockMinutes: 9 });
    const asked = link.ask('people.list', {}, sender);
    newest().crash();
    await expect(asked).resolves.toMatchObject({ ok: false, error: { code: 'OFFICE_STOPPED' } });
    expect(link.session.isOpen).toBe(false);
    expect(told).toEqual([
      { type: 'vault.locked', because: 'officeStopped' },
      expect.objectContaining({ type: 'office.crashed', restarted: true }),
    ]);
    await vi.runAllTimersAsync();
    expect(offices).toHaveLength(2);
    const again = link.ask('vault.status', {}, sender);
    newest().say({ type: 'reply', id: 2, reply: { ok: true, value: 'alive' } });
    await expect(again).resolves.toEqual({ ok: true, value: 'alive' });
  });

  it('gives up after the fourth crash in a row and says so', async () => {
    const { link, newest, offices, told } = setUp();
    for (let crash = 0; crash < 4; crash += 1) {
      newest().crash();
      await vi.advanceTimersByTimeAsync(6_000);
    }
    expect(offices).toHaveLength(4);
    expect(told.at(-1)).toMatchObject({ type: 'office.crashed', restarted: false });
    await expect(link.ask('vault.status', {}, sender)).resolves.toMatchObject({
      error: { code: 'OFFICE_STOPPED' },
    });
  });

  it('puts the office’s questions to the desktop and returns the answers', async () => {
    const { newest } = setUp(async (question) => (question.kind === 'chooseFolder' ? '/backups' : null));
    newest().say({ type: 'desktopQuestion', id: 5, question: { kind: 'chooseFolder', title: 'Wohin?' } });
    await vi.runAllTimersAsync();
    expect(newest().received).toEqual([{ type: 'desktopAnswer', id: 5, answer: '/backups' }]);
  });

  it('lets the office close its files before it ends the process', async () => {
    const { link, newest, told } = setUp();
    const office = newest();
    const closed = link.close();
    expect(office.received).toEqual([{ type: 'close' }]);
    expect(office.wasKilled).toBe(false);
    office.say({ type: 'closed' });
    await closed;
    expect(office.wasKilled).toBe(true);
    office.crash();
    expect(told).toEqual([]);
  });

  it('ends an office that does not close within five seconds', async () => {
    const { link, newest } = setUp();
    const closed = link.close();
    await vi.advanceTimersByTimeAsync(5_000);
    await closed;
    expect(newest().wasKilled).toBe(true);
  });

  it('refuses a message that is none of the protocol', () => {
    const { newest } = setUp();
    expect(() => newest().say({ type: 'eval', code: '1' } as unknown as FromOffice)).toThrow();
  });

  it('answers a payload that no message can carry instead of waiting for ever', async () => {
    const { link } = setUp();
    await expect(link.ask('vault.status', { call: () => 1 }, sender)).resolves.toMatchObject({
      error: { code: 'ARGS_INVALID' },
    });
  });
});
