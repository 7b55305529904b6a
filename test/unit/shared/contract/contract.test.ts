import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import type { Channel } from '#shared/contract/channel.ts';
import { CHANNEL_NAMES } from '#shared/contract/channel-names.ts';
import { contract } from '#shared/contract/contract.ts';
import { officeEvent } from '#shared/contract/events.ts';

const channels: [string, Channel][] = Object.entries(contract);

interface Node {
  readonly path: string;
  readonly schema: z.core.$ZodType;
}

/** Every schema inside a schema, with its path; throws at a kind of schema that could hide something. */
function* nodesOf({ path, schema }: Node): Generator<Node> {
  yield { path, schema };
  const { def } = (schema as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case 'object':
      for (const [name, inner] of Object.entries(def.shape))
        yield* nodesOf({ path: `${path}.${name}`, schema: inner });
      return;
    case 'array':
      yield* nodesOf({ path: `${path}[]`, schema: def.element });
      return;
    case 'record':
      yield* nodesOf({ path: `${path}{}`, schema: def.valueType });
      return;
    case 'union':
      for (const option of def.options) yield* nodesOf({ path, schema: option });
      return;
    case 'nullable':
    case 'optional':
      yield* nodesOf({ path, schema: def.innerType });
      return;
    case 'pipe':
      yield* nodesOf({ path, schema: def.in });
      return;
    case 'string':
    case 'number':
    case 'boolean':
    case 'null':
    case 'literal':
    case 'enum':
    case 'custom':
      return;
    default:
      throw new Error(`${path}: a ${def.type} may carry anything across the border`);
  }
}

const nodesOfResults = channels.flatMap(([name, { value }]) => [...nodesOf({ path: name, schema: value })]);
const nodesOfEvents = [...nodesOf({ path: 'event', schema: officeEvent })];

describe('the contract', () => {
  it('names its channels noun.verb, and the bridge knows exactly these', () => {
    for (const [name] of channels) expect(name).toMatch(/^[a-z]+\.[a-z][A-Za-z]*$/);
    expect([...CHANNEL_NAMES].toSorted()).toEqual(channels.map(([name]) => name).toSorted());
  });

  it('answers a locked office only about the vault and the look of the window', () => {
    for (const [name, channel] of channels)
      expect([name, channel.answersLocked]).toEqual([name, /^(vault|appearance)\./.test(name)]);
  });

  it('lets no argument object pass that carries a field nobody declared', () => {
    for (const [name, { args }] of channels) {
      const parsed = args.safeParse({ nobodyDeclaredThis: 1 });
      expect([name, parsed.success]).toEqual([name, false]);
    }
  });

  it('returns no secret: no result and no event has a place for a key, a passphrase or credentials', () => {
    // Keys that open nothing: a distribution key, the public half of AWS credentials, a passphrase nobody has taken.
    const harmless = /\.(heatingBaseKey|accessKeyId)$|^vault\.suggestPassphrase\.passphrase$/;
    const suspicious = [...nodesOfResults, ...nodesOfEvents].filter(
      ({ path, schema }) =>
        /key|schl(ü|ue)ssel|secret|passphrase|password|credential|recoverycode/i.test(
          path.replace(/^[^.]*\.[^.]*/, ''),
        ) && (schema as z.core.$ZodTypes)._zod.def.type !== 'boolean',
    );
    expect(suspicious.map(({ path }) => path).filter((path) => !harmless.test(path))).toEqual([]);
  });
});
