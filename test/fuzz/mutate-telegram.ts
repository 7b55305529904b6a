/** Changes real telegrams at random, the same way for the same seed: the fuzzer's hand. */

/** A telegram from the corpus with the key it was sent under; null for one sent in clear. */
export interface Seed {
  readonly id: string;
  readonly telegram: Uint8Array;
  readonly key: Uint8Array | null;
}

export interface Mutant {
  readonly telegram: Uint8Array;
  /** Keys the decoder gets: the right one, a wrong one, both or none. */
  readonly keys: readonly Uint8Array[];
  /** What was done to it, for the report. */
  readonly kind: string;
}

/** A small generator of numbers that look random (Mulberry32): seeded, so that every failure can be repeated. */
export function randomNumbers(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

type Random = (below: number) => number;

function flipBits(telegram: Uint8Array, random: Random): Uint8Array {
  const changed = Uint8Array.from(telegram);
  for (let flips = 1 + random(4); flips > 0 && changed.length > 0; flips--) {
    const at = random(changed.length);
    changed[at] = (changed[at] ?? 0) ^ (1 << random(8));
  }
  return changed;
}

function replaceBytes(telegram: Uint8Array, random: Random): Uint8Array {
  const changed = Uint8Array.from(telegram);
  const from = random(changed.length + 1);
  for (let at = from; at < Math.min(from + 1 + random(8), changed.length); at++) changed[at] = random(256);
  return changed;
}

function truncate(telegram: Uint8Array, random: Random): Uint8Array {
  return telegram.slice(0, random(telegram.length + 1));
}

/** Cut off and with a length byte that hides it. */
function shorten(telegram: Uint8Array, random: Random): Uint8Array {
  const cut = truncate(telegram, random);
  if (cut.length > 0) cut[0] = cut.length - 1;
  return cut;
}

function changeLength(telegram: Uint8Array, random: Random): Uint8Array {
  const changed = Uint8Array.from(telegram);
  changed[0] = random(256);
  return changed;
}

function append(telegram: Uint8Array, random: Random): Uint8Array {
  const extra = Array.from({ length: 1 + random(20) }, () => random(256));
  const longer = Uint8Array.of(...telegram, ...extra);
  if (random(2) === 0) longer[0] = (longer.length - 1) & 255;
  return longer;
}

/** The head of one telegram and the tail of another, with a fitting length byte. */
function splice(telegram: Uint8Array, other: Uint8Array, random: Random): Uint8Array {
  const head = telegram.subarray(0, random(telegram.length + 1));
  const joined = Uint8Array.of(...head, ...other.subarray(random(other.length + 1))).slice(0, 256);
  if (joined.length > 0) joined[0] = joined.length - 1;
  return joined;
}

function noise(random: Random): Uint8Array {
  const bytes = Uint8Array.from({ length: random(256) }, () => random(256));
  if (bytes.length > 0) bytes[0] = bytes.length - 1;
  return bytes;
}

const KINDS = [
  'unchanged',
  'bits',
  'bytes',
  'truncated',
  'shortened',
  'length byte',
  'appended',
  'spliced',
  'noise',
] as const;

function change(
  kind: (typeof KINDS)[number],
  telegram: Uint8Array,
  other: Uint8Array,
  random: Random,
): Uint8Array {
  const changes = {
    unchanged: () => telegram,
    bits: () => flipBits(telegram, random),
    bytes: () => replaceBytes(telegram, random),
    truncated: () => truncate(telegram, random),
    shortened: () => shorten(telegram, random),
    'length byte': () => changeLength(telegram, random),
    appended: () => append(telegram, random),
    spliced: () => splice(telegram, other, random),
    noise: () => noise(random),
  };
  return changes[kind]();
}

/** The next mutant of the corpus: one telegram, one kind of change, a choice of keys. */
export function mutate(corpus: readonly Seed[], random: Random): Mutant {
  const seed = corpus[random(corpus.length)];
  const other = corpus[random(corpus.length)];
  if (seed === undefined || other === undefined) throw new RangeError('an empty corpus cannot be mutated');
  const kind = KINDS[random(KINDS.length)] ?? 'unchanged';
  const telegram = change(kind, seed.telegram, other.telegram, random);
  const wrongKey = Uint8Array.from({ length: 16 }, () => random(256));
  const own = seed.key === null ? [] : [seed.key];
  const choices = [own, own, [wrongKey], [wrongKey, ...own], []];
  return { telegram, keys: choices[random(choices.length)] ?? [], kind };
}
