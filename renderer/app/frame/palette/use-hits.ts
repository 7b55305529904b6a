/** Objects the office finds for what is typed; the last answer stays until the next one is there. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { SearchHit } from '#shared/contract/search.ts';
import { answerKey, demand } from '../../../lib/answers.ts';

const MOST_HITS = 12;

interface Hits {
  readonly hits: readonly SearchHit[];
  readonly isSearching: boolean;
}

export function useHits(typed: string): Hits {
  const args = { text: typed.trim(), limit: MOST_HITS };
  const isWanted = args.text !== '';
  const { data, isFetching } = useQuery({
    queryKey: answerKey('search.everything', args),
    queryFn: () => demand('search.everything', args),
    enabled: isWanted,
    placeholderData: keepPreviousData,
    gcTime: 0,
  });
  return { hits: isWanted ? (data ?? []) : [], isSearching: isFetching };
}
