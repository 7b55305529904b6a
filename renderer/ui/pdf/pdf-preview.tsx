/** A PDF inside the window, as it will be printed: its pages below each other, page by page, larger and smaller. */
import { ChevronDown, ChevronUp, MoveHorizontal, ZoomIn, ZoomOut } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { OpenedPdf } from '../../lib/open-pdf.ts';
import { useText } from '../../lib/text.tsx';
import { useKeysText } from '../../lib/use-keys-text.ts';
import { IconButton } from '../button.tsx';
import { Notice } from '../notice.tsx';
import { isNear } from './page-column.ts';
import { PdfPage } from './pdf-page.tsx';
import { usePdf } from './use-pdf.ts';
import { useScrolledPages, type ScrolledPages } from './use-scrolled-pages.ts';

interface PdfPreviewProps {
  /** What the document is, for those who hear it. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The bytes never leave memory: no file is written for a preview. */
export function PdfPreview({ name, bytes }: PdfPreviewProps) {
  const { pdf: words } = useText();
  const reading = usePdf(bytes);
  if (reading.state === 'failed') return <Notice tone="wrong">{words.failed}</Notice>;
  if (reading.state === 'loading') return <p className="loading">{words.loading}</p>;
  return <Pages name={name} pdf={reading.pdf} />;
}

/** A column that scrolls must be reached and moved without a mouse (WCAG 2.1.1). */
const MOVED_BY_KEYS = { role: 'region', tabIndex: 0 } as const;

function Pages({ name, pdf }: { readonly name: string; readonly pdf: OpenedPdf }) {
  const frame = useRef<HTMLDivElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const column = useScrolledPages(pdf.sizes, scroller);
  useEffect(() => {
    const element = frame.current;
    if (element === null) return undefined;
    const onKeyDown = (event: KeyboardEvent): void => {
      const run = commandOf(event, column);
      if (run === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      run();
    };
    element.addEventListener('keydown', onKeyDown);
    return () => element.removeEventListener('keydown', onKeyDown);
  });
  return (
    <div ref={frame} className="pdf-preview">
      <Bar column={column} />
      <div ref={scroller} className="pdf-scroller" aria-label={name} {...MOVED_BY_KEYS}>
        {column.pages.map((place, page) => (
          <PdfPage
            // The pages of a document never change their order.
            key={`page.${page + 1}`}
            pdf={pdf}
            page={page}
            place={place}
            percent={column.percent}
            isNear={isNear(place, column.view.top, column.view.height)}
          />
        ))}
      </div>
    </div>
  );
}

/** With Ctrl or Alt a key belongs to the window, not to the document. */
function commandOf(event: KeyboardEvent, column: ScrolledPages): (() => void) | undefined {
  if (event.ctrlKey || event.metaKey || event.altKey) return undefined;
  switch (event.key) {
    case 'PageDown':
      return () => column.goTo(column.current + 1);
    case 'PageUp':
      return () => column.goTo(column.current - 1);
    case '+':
      return () => column.zoom(1);
    case '-':
      return () => column.zoom(-1);
    case '0':
      return column.fit;
    default:
      return undefined;
  }
}

function Bar({ column }: { readonly column: ScrolledPages }) {
  const { pdf: words } = useText();
  const keys = useKeysText();
  const { current, pages, percent } = column;
  return (
    <div className="pdf-bar" role="group" aria-label={words.bar}>
      <IconButton
        label={words.previousPage}
        keys={keys.write('PageUp')}
        isDisabled={current === 0}
        onPress={() => column.goTo(current - 1)}
      >
        <ChevronUp size={16} aria-hidden />
      </IconButton>
      <IconButton
        label={words.nextPage}
        keys={keys.write('PageDown')}
        isDisabled={current >= pages.length - 1}
        onPress={() => column.goTo(current + 1)}
      >
        <ChevronDown size={16} aria-hidden />
      </IconButton>
      <output>{words.page(current + 1, pages.length)}</output>
      <span className="pdf-bar-space" />
      <IconButton label={words.smaller} keys="-" onPress={() => column.zoom(-1)}>
        <ZoomOut size={16} aria-hidden />
      </IconButton>
      <output>{words.percent(percent)}</output>
      <IconButton label={words.larger} keys="+" onPress={() => column.zoom(1)}>
        <ZoomIn size={16} aria-hidden />
      </IconButton>
      <IconButton label={words.fit} keys="0" isDisabled={column.isFitted} onPress={column.fit}>
        <MoveHorizontal size={16} aria-hidden />
      </IconButton>
    </div>
  );
}
