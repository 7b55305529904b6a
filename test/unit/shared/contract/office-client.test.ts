import { describe, expect, expectTypeOf, it } from 'vitest';
import { CHANNEL_NAMES } from '#shared/contract/channel-names.ts';
import type { OfficeEvent } from '#shared/contract/events.ts';
import type { Reply } from '#shared/contract/failure.ts';
import { createOfficeClient, type OfficeClient } from '#shared/contract/office-client.ts';
import type { PropertySummary } from '#shared/contract/properties.ts';
import type { Unit } from '#shared/contract/units.ts';

function recordingClient() {
  const asked: { channel: string; args: unknown }[] = [];
  const listeners: ((event: OfficeEvent) => void)[] = [];
  const office = createOfficeClient(CHANNEL_NAMES, {
    ask: async (channel, args) => {
      asked.push({ channel, args });
      return { ok: true, value: null };
    },
    subscribe: (listener) => {
      listeners.push(listener);
      return () => listeners.splice(listeners.indexOf(listener), 1);
    },
  });
  return { office, asked, listeners };
}

describe('the office client', () => {
  it('asks the channel its function is named after', async () => {
    const { office, asked } = recordingClient();
    await office.vault.status();
    await office.units.list({ propertyId: 7 });
    expect(asked).toEqual([
      { channel: 'vault.status', args: {} },
      { channel: 'units.list', args: { propertyId: 7 } },
    ]);
  });

  it('is frozen at every level, so that nothing in the page can replace a function', () => {
    const { office } = recordingClient();
    expect(Object.isFrozen(office)).toBe(true);
    for (const desk of Object.values(office))
      expect(Object.isFrozen(desk) || typeof desk === 'function').toBe(true);
    expect(() => Object.assign(office.vault, { unlock: () => {} })).toThrow(TypeError);
  });

  it('stops calling back when the subscription is given up', () => {
    const { office, listeners } = recordingClient();
    const giveUp = office.subscribe(() => {});
    expect(listeners).toHaveLength(1);
    giveUp();
    expect(listeners).toHaveLength(0);
  });

  it('derives its types from the contract', () => {
    expectTypeOf<OfficeClient['properties']['list']>().toEqualTypeOf<
      () => Promise<Reply<PropertySummary[]>>
    >();
    expectTypeOf<OfficeClient['units']['list']>().toEqualTypeOf<
      (args?: { propertyId?: number | undefined }) => Promise<Reply<Unit[]>>
    >();
    expectTypeOf<Parameters<OfficeClient['properties']['get']>>().toEqualTypeOf<[args: { id: number }]>();
  });
});
