/** F6 moves the focus from pane to pane: sidebar, header, page, help. */

/** Focuses the next pane after the one that has the focus now, round and round. */
export function moveToNextPane(): void {
  const panes = [...document.querySelectorAll<HTMLElement>('[data-pane]')];
  const current = panes.findIndex((pane) => pane.contains(document.activeElement));
  const next = panes[(current + 1) % panes.length];
  const target =
    next?.querySelector<HTMLElement>('[tabindex="0"], a[href], button:not([disabled]), input') ?? next;
  target?.focus();
}
