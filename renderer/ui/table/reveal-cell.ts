/** Scrolls sideways until a cell is not hidden behind the fixed first column or the edge. */
export function revealColumn(scroller: HTMLElement, cell: HTMLElement, isFirst: boolean): void {
  if (isFirst) return;
  const view = scroller.getBoundingClientRect();
  const box = cell.getBoundingClientRect();
  const fixed = scroller.querySelector<HTMLElement>('.table-title')?.getBoundingClientRect().width ?? 0;
  const left = view.left + fixed;
  const right = view.left + scroller.clientWidth;
  if (box.left < left) scroller.scrollLeft -= left - box.left;
  else if (box.right > right) scroller.scrollLeft += Math.min(box.right - right, box.left - left);
}
