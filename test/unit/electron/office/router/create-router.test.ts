import { describe, expect, it } from 'vitest';
import { createRouter, type Router } from '#office/router/create-router.ts';
import { incidentOf, type IncidentLog } from '#office/router/incident-log.ts';
import { UNKNOWN_SENDER, type Sender } from '#office/router/sender.ts';
import type { Handlers } from '#shared/contract/handler.ts';
import { fail, succeed } from '#shared/model/result.ts';

const ORIGIN = 'app://stichtag';
const window: Sender = { isOwnWindow: true, isTopFrame: true, origin: ORIGIN };

class RecordingLog implements IncidentLog {
  readonly lines: string[] = [];
  record(channel: string, error: unknown): string {
    const incident = incidentOf(channel, error, new Date('2026-01-05T08:00:00Z'));
    this.lines.push(JSON.stringify(incident));
    return incident.id;
  }
}

function routerWith(handlers: Handlers, isOpen = true): { router: Router; log: RecordingLog } {
  const log = new RecordingLog();
  return { router: createRouter(handlers, { trustedOrigin: ORIGIN, isOpen: () => isOpen, log }), log };
}

const emptyVault: Handlers = { 'vault.status': () => succeed({ state: 'empty' }) };

describe('the router', () => {
  it('answers the window with what the handler returned', async () => {
    const { router } = routerWith(emptyVault);
    await expect(router.handle('vault.status', {}, window)).resolves.toEqual(succeed({ state: 'empty' }));
  });

  it.each([
    ['nobody knows', UNKNOWN_SENDER],
    ['of another window', { ...window, isOwnWindow: false }],
    ['in a sub-frame', { ...window, isTopFrame: false }],
    ['from about:blank', { ...window, origin: '' }],
    ['with an opaque origin', { ...window, origin: 'null' }],
    ['of a neighbouring origin', { ...window, origin: 'app://stichtag.example' }],
  ])('refuses a sender %s', async (_, sender) => {
    let asked = 0;
    const { router } = routerWith({
      'vault.status': () => {
        asked += 1;
        return succeed({ state: 'empty' });
      },
    });
    await expect(router.handle('vault.status', {}, sender)).resolves.toMatchObject({
      ok: false,
      error: { code: 'SENDER_REFUSED' },
    });
    expect(asked).toBe(0);
  });

  it.each(['', 'vault', 'vault.open', 'toString', '__proto__', 'constructor', 'units.list'])(
    'refuses the channel "%s", which does not exist or has no handler',
    async (channel) => {
      const { router } = routerWith(emptyVault);
      await expect(router.handle(channel, {}, window)).resolves.toMatchObject({
        error: { code: 'CHANNEL_UNKNOWN' },
      });
    },
  );

  it('names the field of an argument that does not fit, and never its content', async () => {
    const { router } = routerWith({ 'units.list': () => succeed([]) });
    const reply = await router.handle('units.list', { propertyId: 'Becker' }, window);
    expect(reply).toEqual(
      fail({ code: 'ARGS_INVALID', message: 'Diese Angabe passt hier nicht.', field: 'propertyId' }),
    );
  });

  it('answers nothing but the vault and the look while locked', async () => {
    const { router } = routerWith({ ...emptyVault, 'people.list': () => succeed([]) }, false);
    await expect(router.handle('people.list', {}, window)).resolves.toMatchObject({
      error: { code: 'OFFICE_LOCKED' },
    });
    await expect(router.handle('vault.status', {}, window)).resolves.toMatchObject({ ok: true });
  });

  it('does not say to a locked window whether its arguments would have fitted', async () => {
    const { router } = routerWith({ 'units.list': () => succeed([]) }, false);
    await expect(router.handle('units.list', { propertyId: 'x' }, window)).resolves.toMatchObject({
      error: { code: 'OFFICE_LOCKED' },
    });
  });

  it('reduces a bug to a number and a sentence, and logs it without its message', async () => {
    const { router, log } = routerWith({
      'people.list': () => {
        throw new Error('no person named Timo Becker\n    at secret place (Becker.ts)');
      },
    });
    const reply = await router.handle('people.list', {}, window);
    expect(reply).toMatchObject({ ok: false, error: { code: 'INTERNAL' } });
    expect(JSON.stringify(reply)).not.toContain('Becker');
    expect(log.lines).toHaveLength(1);
    expect(log.lines[0]).not.toContain('Becker');
    expect(log.lines[0]).toContain('create-router.test.ts');
  });

  it('treats an answer that breaks the contract as a bug: nothing undeclared leaves the office', async () => {
    const leaking = { state: 'empty', masterKey: 'f00d' } as unknown as { state: 'empty' };
    const { router, log } = routerWith({ 'vault.status': () => succeed(leaking) });
    const reply = await router.handle('vault.status', {}, window);
    expect(reply).toMatchObject({ error: { code: 'INTERNAL' } });
    expect(JSON.stringify([reply, log.lines])).not.toContain('f00d');
  });

  it('passes on an expected failure with its code, sentence and field, and nothing else of it', async () => {
    const failure = {
      code: 'NO_SUCH_PERSON',
      message: 'Diese Person gibt es nicht mehr.',
      field: 'id',
      row: 7,
    };
    const { router } = routerWith({ 'people.get': () => fail(failure) });
    await expect(router.handle('people.get', { id: 1 }, window)).resolves.toEqual(
      fail({ code: 'NO_SUCH_PERSON', message: 'Diese Person gibt es nicht mehr.', field: 'id' }),
    );
  });
});
