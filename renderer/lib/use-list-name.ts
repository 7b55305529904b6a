/** The name of the list at hand, by its page and tab: the same for every object of a kind. */
import { useLocation, useSearch } from '@tanstack/react-router';

export function useListName(): string {
  const { pathname } = useLocation();
  const { tab } = useSearch({ from: '__root__' });
  const page = pathname.replaceAll(/\/\d+/g, '/$');
  return tab === undefined ? page : `${page} ${tab}`;
}
