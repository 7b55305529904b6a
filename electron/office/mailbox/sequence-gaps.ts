/** Finds the numbers that are missing from what gateways have sent, so that a lost bundle is noticed. */
import type { BundleTopic } from './bundle-topic.ts';

/** Bundles `first` to `last` of a gateway have never arrived; both ends missing. */
export interface SequenceGap {
  readonly gateway: string;
  readonly first: number;
  readonly last: number;
}

/**
 * Finds the gaps between the smallest and the greatest number of each gateway. The number goes on over reboots;
 * where an epoch starts again below the one before, each epoch stands for itself.
 */
export function findSequenceGaps(arrived: readonly BundleTopic[]): SequenceGap[] {
  const byGateway = Map.groupBy(arrived, ({ gateway }) => gateway);
  return [...byGateway].flatMap(([gateway, bundles]) =>
    runsOf(bundles).flatMap((numbers) => gapsBetween(gateway, numbers)),
  );
}

/** The numbers of a gateway, ascending, in as many runs as its counter started over. */
function runsOf(bundles: readonly BundleTopic[]): number[][] {
  const epochs = [...Map.groupBy(bundles, ({ epoch }) => epoch)]
    .toSorted(([a], [b]) => a.localeCompare(b, 'en', { numeric: true }))
    .map(([, ofEpoch]) => ofEpoch.map(({ seq }) => seq).toSorted((a, b) => a - b));
  const runs: number[][] = [];
  for (const numbers of epochs) {
    const before = runs.at(-1);
    const goesOn = before !== undefined && (numbers[0] ?? 0) > (before.at(-1) ?? 0);
    if (goesOn) before.push(...numbers);
    else runs.push(numbers);
  }
  return runs;
}

function gapsBetween(gateway: string, numbers: readonly number[]): SequenceGap[] {
  const gaps: SequenceGap[] = [];
  for (const [index, number] of numbers.entries()) {
    const before = numbers[index - 1];
    if (before !== undefined && number > before + 1)
      gaps.push({ gateway, first: before + 1, last: number - 1 });
  }
  return gaps;
}

/** The gap as the office reads it. */
export function describeGap({ gateway, first, last }: SequenceGap): string {
  return first === last
    ? `Gateway ${gateway}: Es fehlt Bündel ${first}.`
    : `Gateway ${gateway}: Es fehlen die Bündel ${first} bis ${last}.`;
}
