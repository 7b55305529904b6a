/** What is wrong with how a page lies in the window, as a person would see it: measured, not looked at. */
import type { Page } from 'playwright-core';

/** One line a fault: something beside the window, cut off without a sign, or lying over its neighbour. */
export async function layoutFaults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const faults: string[] = [];
    const report = (fault: string, { className, tagName, textContent }: Element): unknown =>
      faults.push(`${fault}: ${className || tagName} "${(textContent ?? '').trim().slice(0, 30)}"`);
    for (const pane of document.querySelectorAll('html, main, .tab-panel, .dialog-body'))
      if (pane.scrollWidth > pane.clientWidth) report('scrolls sideways', pane);

    for (const element of document.querySelectorAll('.header *, .status-line *, .sidebar *, main *')) {
      if (element.closest('.table-scroll, .table-scroller, svg') || element.children.length > 0) continue;
      const box = element.getBoundingClientRect();
      if (box.width <= 1 || box.height <= 1) continue;
      if (box.left < -1 || box.right > innerWidth + 1) report('beside the window', element);
      for (let around = element.parentElement; around; around = around.parentElement) {
        const { overflowX, textOverflow, clipPath } = getComputedStyle(around);
        if (clipPath !== 'none') break;
        if (overflowX !== 'hidden' || textOverflow === 'ellipsis') continue;
        if (box.right > around.getBoundingClientRect().right + 1) report('cut off', element);
      }
    }

    for (const words of document.querySelectorAll('main svg text')) {
      const [box, picture] = [words, words.closest('svg') ?? words].map((part) =>
        part.getBoundingClientRect(),
      );
      if (box && picture && (box.left < picture.left - 1 || box.right > picture.right + 1))
        report('cut off in its picture', words);
    }

    const inHeader = [...document.querySelectorAll('.header > *')]
      .map((element) => ({ element, box: element.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 1 && box.height > 1);
    for (const [index, { element, box }] of inHeader.entries()) {
      const next = inHeader[index + 1];
      if (next && box.right > next.box.left + 1) report('under its neighbour', element);
    }
    const property = document.querySelector('.header-property');
    if (property && property.getBoundingClientRect().width < 64)
      faults.push('no room for the property’s name');
    return faults;
  });
}

/** Whether the focused element can be seen: nothing fixed lies over its middle. In words what does, or null. */
export async function hiderOfFocus(page: Page): Promise<string | null> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body || element.matches('main, [role=tabpanel], [role=grid]'))
      return null;
    const field = element.matches('input.visually-hidden, .check input, .radio input')
      ? (element.closest('label') ?? element)
      : element;
    const { left, top, width, height } = field.getBoundingClientRect();
    const found = document.elementFromPoint(left + width / 2, top + height / 2);
    if (found && (field.contains(found) || found.contains(field))) return null;
    return `${field.className} "${(field.textContent ?? '').slice(0, 30)}" behind ${found?.className ?? 'the edge'}`;
  });
}
