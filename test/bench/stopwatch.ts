/** Times what a user waits for, inside the page: from an input event until what it leads to is painted. */
import type { Page } from 'playwright-core';

const LONGEST_MS = 60_000;

/** What must be on the page. */
export interface Sight {
  readonly selector: string;
  /** Something matching must contain this. */
  readonly text?: string;
  /** The field matching must hold another value than this. */
  readonly otherThan?: string;
}

/** Milliseconds from the next such event, by the browser's own stamp, until the sight is painted. */
export async function timeToPaint(
  page: Page,
  event: 'keydown' | 'input',
  sight: Sight,
  act: () => Promise<void>,
): Promise<number> {
  await page.evaluate(armStopwatch, { event, sight, longestMs: LONGEST_MS });
  await act();
  return page.evaluate(() => (globalThis as unknown as { span: Promise<number> }).span);
}

interface Arming {
  readonly event: string;
  readonly sight: Sight;
  readonly longestMs: number;
}

/** Runs in the page. A message posted while a frame is drawn arrives after it: that is when the user sees it. */
function armStopwatch({ event, sight, longestMs }: Arming): void {
  const isSeen = (): boolean =>
    [...document.querySelectorAll(sight.selector)].some(
      (element) =>
        (sight.text === undefined || element.textContent.includes(sight.text)) &&
        (sight.otherThan === undefined || (element as HTMLInputElement).value !== sight.otherThan),
    );
  const span = new Promise<number>((resolve, reject) => {
    setTimeout(() => reject(new Error(`never painted: ${sight.selector}`)), longestMs);
    const begin = ({ timeStamp }: Event): void => {
      const { port1, port2 } = new MessageChannel();
      port1.addEventListener('message', () => resolve(performance.now() - timeStamp));
      port1.start();
      const look = (): void => {
        if (isSeen()) port2.postMessage(null);
        else requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    };
    addEventListener(event, begin, { capture: true, once: true });
  });
  Object.assign(globalThis, { span });
}

/** The value that 95 of 100 do not exceed. */
export function percentile95(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.ceil(values.length * 0.95) - 1] ?? Number.NaN;
}
