/** The window's baseline: the same rows as a plain HTML table in the same browser, without an office behind it. */
import type { BrowserContext, Page } from 'playwright-core';

export type PlainRows = readonly (readonly string[])[];

/** The rows of each list, by its name. */
export type PlainLists = Readonly<Record<string, PlainRows>>;

/** The keys the page listens to, outside its fields. */
export const SHOW_LIST = 'o';
export const SHOW_SEARCH = 's';

const MOST_HITS = 12;

/** Opens the page in a window of the same size; `O` shows all rows of the list at hand, `S` a search over all lists. */
export async function openPlainPage(context: BrowserContext, lists: PlainLists): Promise<Page> {
  const page = await context.newPage();
  await page.setContent(
    '<style>body{font:14px sans-serif}td{padding:6px;border:1px solid #ccc}</style><main></main>',
  );
  await page.evaluate(live, { lists, showList: SHOW_LIST, showSearch: SHOW_SEARCH, mostHits: MOST_HITS });
  return page;
}

/** Lays a list ready for the next `O`, on an empty page. */
export async function layReady(page: Page, list: string): Promise<void> {
  await page.evaluate((name) => {
    const main = document.querySelector('main');
    main?.replaceChildren();
    main?.setAttribute('data-list', name);
  }, list);
}

interface Life {
  readonly lists: PlainLists;
  readonly showList: string;
  readonly showSearch: string;
  readonly mostHits: number;
}

/** Runs in the page. */
function live({ lists, showList, showSearch, mostHits }: Life): void {
  const main = document.querySelector('main') ?? document.body;
  const [filter, cell, body] = [
    document.createElement('input'),
    document.createElement('input'),
    document.createElement('tbody'),
  ];
  filter.id = 'filter';
  cell.id = 'cell';
  let rows: PlainRows = [];
  let most = 0;
  const show = (): void => {
    const found = rows.filter((row) => row.some((text) => text.includes(filter.value))).slice(0, most);
    body.replaceChildren(
      ...found.map((row) => {
        const line = document.createElement('tr');
        line.append(...row.map((text) => Object.assign(document.createElement('td'), { textContent: text })));
        return line;
      }),
    );
    body.dataset['rows'] = String(found.length);
  };
  filter.addEventListener('input', show);
  const open = (wanted: PlainRows, limit: number): void => {
    [rows, most] = [wanted, limit];
    filter.value = '';
    show();
    const table = document.createElement('table');
    table.append(body);
    main.replaceChildren(filter, cell, table);
  };
  addEventListener('keydown', ({ key, target }) => {
    if (target instanceof HTMLInputElement) return;
    if (key === showList) open(lists[main.dataset['list'] ?? ''] ?? [], Number.POSITIVE_INFINITY);
    if (key === showSearch) open(Object.values(lists).flat(), mostHits);
  });
}
