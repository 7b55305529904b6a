/** The findings of several runs as the lines of one list. Pure. */
import type { BillingRun, Finding } from '#shared/contract/billing.ts';

export interface ReviewLine {
  readonly key: string;
  readonly run: BillingRun;
  readonly finding: Finding;
}

function weight({ finding }: ReviewLine): number {
  if (finding.severity === 'blocks') return 0;
  return finding.acceptedBecause === null ? 1 : 2;
}

/** What blocks first, then what is open, then what was accepted. */
export function reviewLines(runs: readonly BillingRun[]): ReviewLine[] {
  const lines = runs.flatMap((run) =>
    run.findings.map((finding) => ({ key: `${run.id}.${finding.key}`, run, finding })),
  );
  return lines.toSorted((a, b) => weight(a) - weight(b));
}

/** Whether staff still have to do something about it. */
export function isOpen({ finding }: ReviewLine): boolean {
  return finding.severity === 'blocks' || finding.acceptedBecause === null;
}

/** The next open line after the one with this key, round and round; undefined when none is open. */
export function nextOpen(
  lines: readonly ReviewLine[],
  key: string | null,
  step: 1 | -1,
): ReviewLine | undefined {
  const open = lines.filter(isOpen);
  const at = open.findIndex((line) => line.key === key);
  if (at < 0) return step === 1 ? open[0] : open.at(-1);
  return open[(at + step + open.length) % open.length];
}

/** The open line to go on with once this one is answered; undefined when it was the last. */
export function nextAfterAnswer(lines: readonly ReviewLine[], key: string): ReviewLine | undefined {
  const next = nextOpen(lines, key, 1);
  return next?.key === key ? undefined : next;
}
