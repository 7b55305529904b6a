/** Words of the preview of a PDF inside the window. */
import type { Dictionary } from '../dictionary.ts';

export const pdf: Dictionary['pdf'] = {
  show: 'View PDF',
  loading: 'Preparing the document …',
  failed: 'The document cannot be shown. Please save it and open the file.',
  pageFailed: 'This page cannot be shown. Please save the document and open the file.',
  bar: 'Pages and size',
  page: (page, pages) => `Page ${page} of ${pages}`,
  previousPage: 'Previous page',
  nextPage: 'Next page',
  percent: (percent) => `${percent} %`,
  smaller: 'Smaller',
  larger: 'Larger',
  fit: 'Fitting size',
};
