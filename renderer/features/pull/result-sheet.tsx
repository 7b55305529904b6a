/** What a pull brought: figures, what could not be read and why, gaps, and bundles that need an eye. */
import type { ReactNode } from 'react';
import type { PullResult } from '#shared/contract/pull.ts';
import { formatDecimal } from '#shared/text/format.ts';
import { formatMoment } from '../../lib/moment.ts';
import { useText } from '../../lib/text.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Facts } from './facts.tsx';
import { StatusMark, type StatusShape, type StatusTone } from '../../ui/status-mark.tsx';

type Figure = readonly [name: string, count: number];

const MARKS: Record<PullResult['outcome'], readonly [StatusShape, StatusTone]> = {
  complete: ['full', 'good'],
  cancelled: ['half', 'late'],
  failed: ['square', 'wrong'],
};

export function ResultSheet({ result }: { readonly result: PullResult }) {
  const words = useText().pull;
  const [shape, tone] = MARKS[result.outcome];
  const always: readonly Figure[] = [
    [words.bundles, result.bundles],
    [words.newTelegrams, result.newTelegrams],
    [words.duplicates, result.duplicates],
    [words.readings, result.readings],
    [words.unknownMeters, result.unknownMeters],
  ];
  const sometimes: readonly Figure[] = [
    [words.quarantined, result.quarantined],
    [words.unreadable, result.unreadable],
    [words.left, result.left],
    [words.cleared, result.cleared],
    [words.dropped, result.dropped],
  ];
  const hasFailedAtOnce = result.outcome === 'failed' && always.every(([, count]) => count === 0);
  const figures = [...always, ...sometimes.filter(([, count]) => count > 0)];
  return (
    <>
      <StatusMark shape={shape} tone={tone}>
        {words.outcome[result.outcome]} · {formatMoment(result.endedAt)}
      </StatusMark>
      {result.message === null ? null : <Notice tone="wrong">{result.message}</Notice>}
      {hasFailedAtOnce ? null : (
        <Facts isDense facts={figures.map(([name, count]) => [name, formatDecimal(count, 0)])} />
      )}
      <SheetTable
        titles={[words.undecodable, words.count]}
        rows={result.undecodable.map(({ reason, message, count }) => ({
          id: reason,
          cells: [message, formatDecimal(count, 0)],
        }))}
        lastIsFigure
      />
      <SheetTable
        titles={[words.gaps]}
        rows={result.gaps.map(({ gateway, first, last }) => ({
          id: `${gateway}/${first}`,
          cells: [words.gap(gateway, formatDecimal(first, 0), formatDecimal(last, 0))],
        }))}
      />
      <SheetTable
        titles={[words.bundle, words.reason]}
        caption={words.problems}
        rows={result.problems.map(({ name, message }) => ({ id: name, cells: [name, message] }))}
      />
    </>
  );
}

interface SheetTableProps {
  readonly titles: readonly [string, ...string[]];
  /** Spoken name; the first title when left out. */
  readonly caption?: string;
  readonly rows: readonly { readonly id: string; readonly cells: readonly string[] }[];
  readonly lastIsFigure?: boolean;
}

/** A small table of its own; nothing at all without rows. */
function SheetTable({ titles, caption, rows, lastIsFigure = false }: SheetTableProps): ReactNode {
  if (rows.length === 0) return null;
  const shapeOf = (index: number): { readonly className?: string } =>
    lastIsFigure && index === titles.length - 1 ? { className: 'figure' } : {};
  return (
    <div className="table-scroller">
      <table className="plain-table">
        <caption className="visually-hidden">{caption ?? titles[0]}</caption>
        <thead>
          <tr>
            {titles.map((title, index) => (
              <th key={title} scope="col" {...shapeOf(index)}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, cells }) => (
            <tr key={id}>
              {cells.map((cell, index) => (
                <td key={titles[index]} {...shapeOf(index)}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
