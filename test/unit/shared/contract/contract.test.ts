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

function definitionOf(schema: z.core.$ZodType): z.core.$ZodTypes['_zod']['def'] {
  return (schema as z.ZodType).def as z.core.$ZodTypes['_zod']['def'];
}

const LEAVES = new Set(['string', 'number', 'boolean', 'null', 'literal', 'enum', 'custom']);

/** The schemas directly inside a schema; throws at a kind that could hide something. */
function partsOf({ path, schema }: Node): Node[] {
  const def = definitionOf(schema);
  if (def.type === 'object')
    return Object.entries(def.shape).map(([name, inner]) => ({ path: `${path}.${name}`, schema: inner }));
  if (def.type === 'array') return [{ path: `${path}[]`, schema: def.element }];
  if (def.type === 'record') return [{ path: `${path}{}`, schema: def.valueType }];
  if (def.type === 'union') return def.options.map((option) => ({ path, schema: option }));
  if (def.type === 'nullable' || def.type === 'optional') return [{ path, schema: def.innerType }];
  if (def.type === 'pipe') return [{ path, schema: def.in }];
  if (LEAVES.has(def.type)) return [];
  throw new Error(`${path}: a ${def.type} may carry anything across the border`);
}

function nodesOf(node: Node): Node[] {
  return [node, ...partsOf(node).flatMap(nodesOf)];
}

const nodesOfResults = channels.flatMap(([name, { value }]) => nodesOf({ path: name, schema: value }));
const nodesOfEvents = nodesOf({ path: 'event', schema: officeEvent });

describe('the contract', () => {
  it('names its channels noun.verb, and the bridge knows exactly these', () => {
    for (const [name] of channels) expect(name).toMatch(/^[a-z][A-Za-z]*\.[a-z][A-Za-z]*$/);
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
    // Keys that open nothing: a distribution key, the name of a finding, the public half of AWS credentials, a
    // passphrase nobody has taken. And the one way a meter's key comes back.
    const harmless =
      /\.(heatingBaseKey|accessKeyId|findings\[\]\.key)$|^vault\.suggestPassphrase\.passphrase$|^keys\.reveal\.key$/;
    const suspicious = [...nodesOfResults, ...nodesOfEvents].filter(
      ({ path, schema }) =>
        /key|schl(ü|ue)ssel|secret|passphrase|password|credential|recoverycode/i.test(
          path.replace(/^[^.]*\.[^.]*/, ''),
        ) &&
        // A yes or no, or a word of a fixed list, has no room for a secret.
        !['boolean', 'enum'].includes(definitionOf(schema).type),
    );
    expect(suspicious.map(({ path }) => path).filter((path) => !harmless.test(path))).toEqual([]);
  });

  it('returns no meter key except by the reveal, which asks for the passphrase and a reason', () => {
    const desk = nodesOfResults.map(({ path }) => path).filter((path) => path.startsWith('keys.'));
    expect(desk.length).toBeGreaterThan(20);
    expect(desk.filter((path) => path.endsWith('.key'))).toEqual(['keys.reveal.key']);
    const { args } = contract['keys.reveal'];
    expect(args.safeParse({ id: 1, reason: 'Umzug', passphrase: 'x' }).success).toBe(true);
    expect(args.safeParse({ id: 1, reason: ' ', passphrase: 'x' }).success).toBe(false);
    expect(args.safeParse({ id: 1, reason: 'Umzug' }).success).toBe(false);
  });
});
