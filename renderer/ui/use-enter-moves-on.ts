/** Enter goes to the next field, as capture masks of the trade do; Ctrl+Enter sends the form. A setting of the office. */
import { useEffect, type RefObject } from 'react';
import { useAnswer } from '../lib/answers.ts';

const FIELDS = 'input:not([type="submit"]):not([disabled]), button[aria-haspopup]:not([disabled])';

/** The field after one, in reading order; undefined after the last. */
function fieldAfter(form: HTMLElement, field: Element): HTMLElement | undefined {
  const fields = [...form.querySelectorAll<HTMLElement>(FIELDS)].filter((candidate) =>
    candidate.checkVisibility(),
  );
  return fields[fields.findIndex((candidate) => candidate === field) + 1];
}

/** Listens in the form while it is on the page. */
export function useEnterMovesOn(form: RefObject<HTMLFormElement | null>): void {
  const { data: settings } = useAnswer('settings.get', {});
  const isWanted = settings?.entry.enterMovesOn ?? false;
  useEffect(() => {
    const element = form.current;
    if (!element) return undefined;
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== 'Enter' || event.defaultPrevented) return;
      if (event.ctrlKey || event.metaKey) {
        event.preventDefault();
        element.requestSubmit();
        return;
      }
      if (!isWanted || !(event.target instanceof HTMLInputElement) || event.target.ariaExpanded === 'true')
        return;
      const next = fieldAfter(element, event.target);
      if (!next) return;
      event.preventDefault();
      next.focus();
    };
    element.addEventListener('keydown', onKeyDown);
    return () => element.removeEventListener('keydown', onKeyDown);
  }, [form, isWanted]);
}
