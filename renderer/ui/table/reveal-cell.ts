/** Scrolls sideways until a cell is not hidden behind the fixed first column, the fixed menu or the edge. */
export function revealColumn(scroller: HTMLElement, cell: HTMLElement, isFirst: boolean): void {
  if (isFirst) return;
  const view = scroller.getBoundingClientRect();
  const box = cell.getBoundingClientRect();
  const left = view.left + fixedWidth(scroller, '.table-title');
  const right = view.left + scroller.clientWidth - fixedWidth(scroller, '.table-menu-cell');
  if (box.left < left) scroller.scrollLeft -= left - box.left;
  else if (box.right > right) scroller.scrollLeft += Math.min(box.right - right, box.left - left);
}

/** The width of a column while it stays in place; a narrow table lets its first column scroll with the others. */
function fixedWidth(scroller: HTMLElement, selector: string): number {
  const cell = scroller.querySelector<HTMLElement>(selector);
  if (!cell || getComputedStyle(cell).position !== 'sticky') return 0;
  return cell.getBoundingClientRect().width;
}
