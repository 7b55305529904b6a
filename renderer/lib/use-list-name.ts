/** The name of the list at hand, by its page and tab: the same for every object of a kind. */
import { useSearch } from '@tanstack/react-router';
import { usePagePath } from './page-path.ts';

export function useListName(): string {
  const { tab } = useSearch({ from: '__root__' });
  const page = usePagePath().replaceAll(/\/\d+/g, '/$');
  return tab === undefined ? page : `${page} ${tab}`;
}
