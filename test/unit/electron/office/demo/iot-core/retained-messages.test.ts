import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RetainedMessages } from '#office/demo/iot-core/retained-messages.ts';

function message(topic: string, text = 'x') {
  return { topic, payload: Buffer.from(text), qos: 1, retain: true };
}

/** Turns all pages and returns the topics. */
function topicsByPage(retained: RetainedMessages, pageSize: number): string[] {
  const topics: string[] = [];
  for (let token: string | null = null, isFirst = true; isFirst || token !== null; isFirst = false) {
    const page = retained.page(token, pageSize);
    if (page === null) throw new Error('the token was not accepted');
    topics.push(...page.messages.map(({ topic }) => topic));
    token = page.nextToken;
  }
  return topics;
}

describe('the retained messages', () => {
  it('keep the newest message of each exact topic, and an empty one clears it', () => {
    const retained = new RetainedMessages(Infinity);
    retained.retain(message('a/b', 'old'), 1);
    retained.retain(message('a/b', 'new'), 2);
    retained.retain(message('a', 'other'), 3);
    expect(retained.get('a/b')).toMatchObject({ payload: Buffer.from('new'), lastModifiedMs: 2 });
    retained.retain(message('a/b', ''), 4);
    expect(retained.get('a/b')).toBeNull();
    expect(retained.size).toBe(1);
  });

  it('turn new topics away at the account’s capacity, but not replacements and clears', () => {
    const retained = new RetainedMessages(1);
    retained.retain(message('a'), 1);
    expect(retained.hasRoomFor(message('b'))).toBe(false);
    expect(retained.hasRoomFor(message('a'))).toBe(true);
    expect(retained.hasRoomFor(message('b', ''))).toBe(true);
  });

  it('list every topic once on pages of any size', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.string({ minLength: 1, maxLength: 8, unit: 'binary' }), { maxLength: 30 }),
        fc.integer({ min: 1, max: 7 }),
        (topics, pageSize) => {
          const retained = new RetainedMessages(Infinity);
          for (const topic of topics) retained.retain(message(topic), 0);
          expect(topicsByPage(retained, pageSize)).toEqual(topics.toSorted());
        },
      ),
    );
  });

  it('go on after a topic that was cleared between two pages', () => {
    const retained = new RetainedMessages(Infinity);
    for (const topic of ['a', 'b', 'c']) retained.retain(message(topic), 0);
    const token = retained.page(null, 1)?.nextToken ?? '';
    retained.retain(message('a', ''), 1);
    expect(retained.page(token, 5)?.messages.map(({ topic }) => topic)).toEqual(['b', 'c']);
  });

  it('refuse a token nobody was given', () => {
    expect(new RetainedMessages(Infinity).page('no token!', 10)).toBeNull();
  });
});
