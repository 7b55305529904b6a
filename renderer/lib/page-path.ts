/** The path of the page that is shown. The address runs ahead of it while the next page is on its way. */
import { useMatches } from '@tanstack/react-router';

export function usePagePath(): string {
  return useMatches({ select: (matches) => matches.at(-1)?.pathname ?? '/' });
}
