/** What the cloud answered when it was asked whether the way is open, and what it was not asked. */
import type { PullTest } from '#shared/contract/pull.ts';
import type { Dictionary } from '#shared/text/dictionary.ts';
import { formatDecimal } from '#shared/text/format.ts';
import { formatMoment } from '../../lib/moment.ts';
import { useText } from '../../lib/text.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import { Facts } from './facts.tsx';

/** So little comes from the way there and back. */
const RIGHT_WITHIN_SECONDS = 30;

export function TestSheet({ test, at }: { readonly test: PullTest; readonly at: string }) {
  const { pull: words } = useText();
  const { account, clockAheadSeconds } = test;
  return (
    <div className="test-sheet">
      <StatusMark shape="full" tone="good">
        {words.connected(formatMoment(at))}
      </StatusMark>
      <Facts
        isDense
        facts={[
          [words.gateways, formatDecimal(test.gateways, 0)],
          [words.lying, formatDecimal(test.bundles, 0)],
          [words.newest, test.newestBundleAt === null ? words.noData : formatMoment(test.newestBundleAt)],
          ...(account === null ? [] : [[words.account, account] as const]),
          ...(clockAheadSeconds === null ? [] : [[words.clock, clockOf(clockAheadSeconds, words)] as const]),
        ]}
      />
      <p className="muted">{account === null ? words.notAsked.account : words.notAsked.name}</p>
    </div>
  );
}

function clockOf(aheadSeconds: number, words: Dictionary['pull']): string {
  if (Math.abs(aheadSeconds) <= RIGHT_WITHIN_SECONDS) return words.clockRight;
  return aheadSeconds > 0 ? words.clockAhead(aheadSeconds) : words.clockBehind(-aheadSeconds);
}
