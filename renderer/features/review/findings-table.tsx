/** The review list of one or several runs: weight, finding, rule, remedy, and the reason why it was accepted. */
import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import type { BillingRun } from '#shared/contract/billing.ts';
import type { Dictionary } from '#shared/text/dictionary.ts';
import { formatPeriod } from '#shared/text/format.ts';
import { useKeysText } from '../../lib/use-keys-text.ts';
import { useShortcuts } from '../../lib/use-shortcuts.ts';
import { useText } from '../../lib/text.tsx';
import { useAddressedView } from '../../lib/use-addressed-view.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import type { Column } from '../../ui/table/column.ts';
import { DataTable } from '../../ui/table/data-table.tsx';
import { FindingDialog } from './finding-dialog.tsx';
import { isOpen, nextAfterAnswer, nextOpen, reviewLines, type ReviewLine } from './review-lines.ts';

function findingColumns(
  { review: words, billing }: Dictionary,
  hasSeveralRuns: boolean,
): readonly Column<ReviewLine>[] {
  const runColumns: readonly Column<ReviewLine>[] = [
    {
      id: 'property',
      title: billing.property,
      kind: 'text',
      value: ({ run }) => run.propertyName,
      width: 180,
    },
    {
      id: 'from',
      title: billing.period,
      kind: 'day',
      value: ({ run }) => run.period.from,
      show: ({ run }) => formatPeriod(run.period),
      width: 190,
    },
  ];
  return [
    {
      id: 'severity',
      title: words.severity,
      kind: 'text',
      value: ({ finding }) => words.severities[finding.severity],
      show: ({ finding }) => (
        <StatusMark
          shape={finding.severity === 'blocks' ? 'square' : 'triangle'}
          tone={finding.severity === 'blocks' ? 'wrong' : 'check'}
        >
          {words.severities[finding.severity]}
        </StatusMark>
      ),
      width: 120,
    },
    {
      id: 'message',
      title: words.message,
      kind: 'text',
      value: ({ finding }) => finding.message,
      width: 420,
    },
    ...(hasSeveralRuns ? runColumns : []),
    {
      id: 'paragraph',
      title: words.paragraph,
      kind: 'text',
      value: ({ finding }) => finding.paragraph,
      width: 160,
    },
    { id: 'cure', title: words.cure, kind: 'text', value: ({ finding }) => finding.cure, width: 260 },
    {
      id: 'state',
      title: words.state,
      kind: 'text',
      value: (line) => (isOpen(line) ? words.states.open : words.states.accepted),
      width: 110,
    },
    {
      id: 'answer',
      title: words.answer,
      kind: 'text',
      value: ({ finding }) => finding.acceptedBecause,
      width: 240,
    },
  ];
}

export function FindingsTable({ runs }: { readonly runs: readonly BillingRun[] }) {
  const text = useText();
  const words = text.review;
  const keys = useKeysText();
  const navigate = useNavigate();
  const [view, setView] = useAddressedView();
  const [shownKey, setShownKey] = useState<string | null>(null);
  const lines = useMemo(() => reviewLines(runs), [runs]);
  const columns = useMemo(() => findingColumns(text, runs.length !== 1), [text, runs.length]);
  const shown = lines.find(({ key }) => key === shownKey);
  const step = (direction: 1 | -1): void => setShownKey(nextOpen(lines, shownKey, direction)?.key ?? null);
  useShortcuts({ nextFinding: () => step(1), previousFinding: () => step(-1) });
  return (
    <>
      <DataTable
        label={text.frame.pages.review}
        rows={lines}
        columns={columns}
        rowId={({ key }) => key}
        view={view}
        onView={setView}
        onOpen={({ key }) => setShownKey(key)}
        commands={(line) => [
          {
            id: 'finding',
            commands: [
              { id: 'open', label: text.common.show, run: () => setShownKey(line.key), keys: 'Enter' },
              { id: 'next', label: words.next, run: () => step(1), keys: keys.of('nextFinding') },
            ],
          },
        ]}
        actions={
          lines.some(isOpen) ? (
            <Button variant="primary" onPress={() => step(1)}>
              {words.next} <kbd>{keys.of('nextFinding')}</kbd>
            </Button>
          ) : undefined
        }
        empty={
          runs.length > 0 ? (
            <EmptyState sentence={words.none} />
          ) : (
            <EmptyState
              sentence={words.empty}
              action={
                <Button onPress={() => void navigate({ to: '/billing' })}>
                  {text.properties.openBilling}
                </Button>
              }
            />
          )
        }
      />
      {shown ? (
        <FindingDialog
          key={shown.key}
          line={shown}
          onStep={step}
          onAnswered={() =>
            setShownKey((now) => (now === shown.key ? (nextAfterAnswer(lines, now)?.key ?? null) : now))
          }
          onClose={() => setShownKey(null)}
        />
      ) : null}
    </>
  );
}
