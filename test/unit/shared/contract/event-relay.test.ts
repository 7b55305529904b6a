import { describe, expect, it } from 'vitest';
import { createEventRelay } from '#shared/contract/event-relay.ts';
import type { OfficeEvent } from '#shared/contract/events.ts';

const changed: OfficeEvent = { type: 'data.changed', what: ['units'] };
const crashed: OfficeEvent = { type: 'office.crashed', restarted: true, message: 'Bitte entsperren.' };

describe('the relay of events', () => {
  it('keeps what comes before the page listens, and gives it to the first listener once', () => {
    const relay = createEventRelay();
    relay.deliver(crashed);
    const first: OfficeEvent[] = [];
    const second: OfficeEvent[] = [];
    relay.subscribe((event) => first.push(event));
    relay.subscribe((event) => second.push(event));
    relay.deliver(changed);
    expect(first).toEqual([crashed, changed]);
    expect(second).toEqual([changed]);
  });

  it('calls nobody after the subscription ended', () => {
    const relay = createEventRelay();
    const heard: OfficeEvent[] = [];
    relay.subscribe((event) => heard.push(event))();
    relay.deliver(changed);
    expect(heard).toEqual([]);
  });

  it('keeps no more than a handful', () => {
    const relay = createEventRelay();
    for (let count = 0; count < 100; count += 1) relay.deliver(changed);
    const heard: OfficeEvent[] = [];
    relay.subscribe((event) => heard.push(event));
    expect(heard).toHaveLength(20);
  });
});
