/** Going on to what an answer brought: at once for whoever still waits there, by a message for whoever has moved on. */
import { useLocation, useRouter } from '@tanstack/react-router';
import type { PageAddress } from './address.ts';
import { useText } from './text.tsx';
import { useToasts } from './toasts.ts';

interface Standing {
  readonly pathname: string;
  readonly search: PageAddress;
}

/** The page, and whether the form that asked is open on it. */
function standingOf({ pathname, search }: Standing): string {
  return search.create === true ? `${pathname} create` : pathname;
}

/**
 * `go` leads to the result; it hears whether the user still stands where he asked, and may then replace that page.
 * Anyone else stays, reads `news` and goes by himself. Returns whether it led on. Call it from the answer of what the
 * same render asked.
 */
export function useGoOn(): (go: (isHere: boolean) => void, news: string) => boolean {
  const text = useText();
  const { say } = useToasts();
  const router = useRouter();
  const asked = useLocation({ select: standingOf });
  return (go, news) => {
    const isHere = standingOf(router.state.location) === asked;
    if (isHere) go(true);
    else say(news, { label: text.common.show, run: () => go(false) });
    return isHere;
  };
}
