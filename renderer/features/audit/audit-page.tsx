/** The audit log: every change, and the check of its chain. */
import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { AuditCheck, AuditEntry } from '#shared/contract/audit.ts';
import type { Dictionary } from '#shared/text/dictionary.ts';
import { formatDecimal } from '#shared/text/format.ts';
import { demand } from '../../lib/answers.ts';
import { formatMoment } from '../../lib/moment.ts';
import { useText } from '../../lib/text.tsx';
import { useAction } from '../../lib/use-action.ts';
import { useAddressedView } from '../../lib/use-addressed-view.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import type { Column } from '../../ui/table/column.ts';
import { DataTable } from '../../ui/table/data-table.tsx';

const ENTRIES_AT_ONCE = 1000;

function auditColumns({ audit: words }: Dictionary): readonly Column<AuditEntry>[] {
  return [
    { id: 'seq', title: words.seq, kind: 'decimal', places: 0, value: (entry) => entry.seq, width: 80 },
    { id: 'at', title: words.at, kind: 'moment', value: (entry) => entry.at, width: 150 },
    { id: 'who', title: words.who, kind: 'text', value: (entry) => entry.initials, width: 90 },
    { id: 'action', title: words.action, kind: 'text', value: (entry) => entry.action, width: 220 },
    { id: 'subject', title: words.subject, kind: 'text', value: (entry) => entry.subjectName, width: 200 },
    {
      id: 'details',
      title: words.details,
      kind: 'text',
      value: (entry) => entry.details.join(' · '),
      width: 420,
    },
    { id: 'reason', title: words.reason, kind: 'text', value: (entry) => entry.reason, width: 180 },
  ];
}

/** The entries read so far, the newest first, and the way to older ones. */
function useAuditEntries() {
  return useInfiniteQuery({
    queryKey: ['audit.list', 'pages'],
    initialPageParam: undefined as number | undefined,
    queryFn: ({ pageParam }) =>
      demand('audit.list', {
        limit: ENTRIES_AT_ONCE,
        ...(pageParam === undefined ? {} : { before: pageParam }),
      }),
    getNextPageParam: ({ entries }) => {
      const oldest = entries.at(-1)?.seq;
      return oldest === undefined || oldest <= 1 ? undefined : oldest;
    },
  });
}

export function AuditPage() {
  const text = useText();
  const words = text.audit;
  const [view, setView] = useAddressedView();
  const [check, setCheck] = useState<AuditCheck | null>(null);
  const { data, hasNextPage, fetchNextPage, isFetchingNextPage } = useAuditEntries();
  const verify = useAction('audit.verify', { onDone: setCheck });
  const columns = useMemo(() => auditColumns(text), [text]);
  const rows = useMemo(() => data?.pages.flatMap(({ entries }) => entries) ?? [], [data]);
  const total = data?.pages[0]?.total ?? 0;
  return (
    <Page
      title={text.frame.pages.audit}
      actions={
        <Button variant="primary" onPress={() => void verify.run({})} isPending={verify.isRunning}>
          {verify.isRunning ? words.verifying : words.verify}
        </Button>
      }
      isFilled
    >
      {check === null ? null : <CheckNotice check={check} />}
      {data === undefined ? (
        <p className="loading">{text.common.loading}</p>
      ) : (
        <DataTable
          label={text.frame.pages.audit}
          rows={rows}
          columns={columns}
          rowId={(entry) => String(entry.seq)}
          view={view}
          onView={setView}
          actions={
            hasNextPage ? (
              <>
                <span className="muted">
                  {words.shown(formatDecimal(rows.length, 0), formatDecimal(total, 0))}
                </span>
                <Button onPress={() => void fetchNextPage()} isDisabled={isFetchingNextPage}>
                  {words.older}
                </Button>
              </>
            ) : undefined
          }
          empty={<EmptyState sentence={words.empty} />}
        />
      )}
    </Page>
  );
}

function CheckNotice({ check }: { readonly check: AuditCheck }) {
  const { audit: words } = useText();
  if (check.firstBreak !== null)
    return (
      <Notice tone="wrong">
        {words.broken(formatDecimal(check.firstBreak.seq, 0), check.firstBreak.message)}
      </Notice>
    );
  return (
    <Notice tone="good">
      <p>{words.holds(check.entries, formatMoment(check.checkedAt))}</p>
      <p className="muted">{words.head(check.head)}</p>
    </Notice>
  );
}
