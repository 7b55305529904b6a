import { describe, expect, it } from 'vitest';
import { isBundleTopic, parseBundleTopic } from '#office/mailbox/bundle-topic.ts';

describe('a bundle’s topic', () => {
  it('says gateway, epoch and number', () => {
    const expected = { gateway: 'muc-0a1b2c', epoch: '17', seq: 123456 };
    expect(parseBundleTopic('wmbus/v1/muc-0a1b2c/b/20261122/17-123456')).toEqual(expected);
  });

  it('may have an epoch with hyphens, such as an installation’s id', () => {
    const topic = 'wmbus/v1/gw/b/20261122/0f8fad5b-d9cb-469f-a165-70867728950e-7';
    const expected = { gateway: 'gw', epoch: '0f8fad5b-d9cb-469f-a165-70867728950e', seq: 7 };
    expect(parseBundleTopic(topic)).toEqual(expected);
  });

  it.each([
    'wmbus/v1/gw/status',
    'wmbus/v1/gw/b/20261122/123456',
    'wmbus/v1/gw/b/2026112/1-2',
    'wmbus/v1/gw/b/20261122/1-2/3',
    'wmbus/v2/gw/b/20261122/1-2',
    'wmbus/v1//b/20261122/1-2',
    '/home/office/bundle.json',
    '',
  ])('is not %j', (name) => {
    expect(parseBundleTopic(name)).toBeNull();
  });

  it('is told from status messages and foreign topics even when it does not follow the pattern', () => {
    expect(isBundleTopic('wmbus/v1/gw/b/anything')).toBe(true);
    expect(isBundleTopic('wmbus/v1/gw/b/')).toBe(false);
    expect(isBundleTopic('wmbus/v1/gw/status')).toBe(false);
    expect(isBundleTopic('other/wmbus/v1/gw/b/x')).toBe(false);
  });
});
