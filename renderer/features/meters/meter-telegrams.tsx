/** The telegrams of a meter as they came; a click decodes one field by field in the office. */
import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { TelegramSummary } from '#shared/contract/meters.ts';
import type { MeterId } from '#shared/model/meter.ts';
import type { Dictionary } from '#shared/text/dictionary.ts';
import { demand } from '../../lib/answers.ts';
import { useText } from '../../lib/text.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import type { Column } from '../../ui/table/column.ts';
import { DataTable } from '../../ui/table/data-table.tsx';
import { PLAIN_VIEW } from '../../ui/table/table-view.ts';
import { TelegramDialog } from './telegram-dialog.tsx';

const AT_ONCE = 200;

/** The telegrams read so far, the newest first, and the way to older ones. */
function useTelegrams(id: MeterId) {
  return useInfiniteQuery({
    queryKey: ['meters.telegrams', { id }],
    initialPageParam: undefined as number | undefined,
    queryFn: ({ pageParam }) =>
      demand('meters.telegrams', {
        id,
        limit: AT_ONCE,
        ...(pageParam === undefined ? {} : { before: pageParam }),
      }),
    getNextPageParam: (page) => {
      const oldest = page.at(-1)?.receivedAt;
      return oldest === undefined || page.length < AT_ONCE ? undefined : Date.parse(oldest);
    },
  });
}

/** What became of a telegram, in words. */
function writeOutcome(outcome: string | null, { meters: words }: Dictionary): string {
  if (outcome === null) return words.waiting;
  return new Map<string, string>(Object.entries(words.outcomes)).get(outcome) ?? outcome;
}

function telegramColumns(words: Dictionary): readonly Column<TelegramSummary>[] {
  const { meters } = words;
  return [
    {
      id: 'received',
      title: meters.receivedAt,
      kind: 'moment',
      value: (telegram) => telegram.receivedAt,
      width: 150,
    },
    {
      id: 'gateway',
      title: meters.gateway,
      kind: 'text',
      value: (telegram) => telegram.gateway ?? '',
      width: 130,
    },
    {
      id: 'rssi',
      title: meters.rssi,
      unit: 'dBm',
      kind: 'decimal',
      places: 0,
      value: (telegram) => telegram.rssiDbm,
      width: 110,
    },
    {
      id: 'outcome',
      title: meters.outcome,
      kind: 'text',
      value: (telegram) => writeOutcome(telegram.outcome, words),
      width: 200,
    },
    {
      id: 'verified',
      title: meters.verified,
      kind: 'text',
      value: (telegram) => (telegram.verifiedBy === null ? '' : meters.verifiedBy[telegram.verifiedBy]),
      width: 180,
    },
  ];
}

export function MeterTelegrams({ id }: { readonly id: MeterId }) {
  const text = useText();
  const words = text.meters;
  const [view, setView] = useState(PLAIN_VIEW);
  const [opened, setOpened] = useState<TelegramSummary | null>(null);
  const columns = useMemo(() => telegramColumns(text), [text]);
  const { data, hasNextPage, fetchNextPage, isFetchingNextPage } = useTelegrams(id);
  const rows = useMemo(() => data?.pages.flat() ?? [], [data]);
  if (data === undefined) return <p className="loading">{text.common.loading}</p>;
  return (
    <>
      <DataTable
        label={words.tabs.telegrams}
        rows={rows}
        columns={columns}
        rowId={(telegram) => String(telegram.id)}
        view={view}
        onView={setView}
        onOpen={setOpened}
        actions={
          hasNextPage ? (
            <Button onPress={() => void fetchNextPage()} isDisabled={isFetchingNextPage}>
              {words.older}
            </Button>
          ) : undefined
        }
        empty={<EmptyState sentence={words.telegramsEmpty} />}
      />
      {opened === null ? null : <TelegramDialog telegram={opened} onClose={() => setOpened(null)} />}
    </>
  );
}
