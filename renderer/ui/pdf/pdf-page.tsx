/** One page of a PDF: its picture for the eye, its lines for the ear. Draws nothing while it is far from sight. */
import { useEffect, useRef, useState } from 'react';
import type { OpenedPdf, PageLine } from '../../lib/open-pdf.ts';
import { useText } from '../../lib/text.tsx';
import { Notice } from '../notice.tsx';
import { FULL_SIZE, type PlacedPage } from './page-column.ts';

interface PdfPageProps {
  readonly pdf: OpenedPdf;
  readonly page: number;
  readonly place: PlacedPage;
  /** The zoom in percent. */
  readonly percent: number;
  readonly isNear: boolean;
}

export function PdfPage({ pdf, page, place, percent, isNear }: PdfPageProps) {
  const { pdf: words } = useText();
  return (
    <section
      className="pdf-page"
      aria-label={words.page(page + 1, pdf.sizes.length)}
      style={{ width: place.width, height: place.height }}
    >
      {isNear ? <Drawn pdf={pdf} page={page} percent={percent} /> : null}
    </section>
  );
}

function Drawn({ pdf, page, percent }: Pick<PdfPageProps, 'pdf' | 'page' | 'percent'>) {
  const { pdf: words } = useText();
  const canvas = useRef<HTMLCanvasElement>(null);
  const [lines, setLines] = useState<readonly PageLine[]>([]);
  const [hasFailed, setHasFailed] = useState(false);
  useEffect(() => {
    const picture = canvas.current;
    if (picture === null) return undefined;
    const end = new AbortController();
    const fail = (): void => {
      if (!end.signal.aborted) setHasFailed(true);
    };
    pdf.draw(page, picture, (FULL_SIZE * percent) / 100, end.signal).catch(fail);
    return () => {
      end.abort();
      // Gives the picture's memory back at once, not when the element is collected.
      picture.width = 0;
      picture.height = 0;
    };
  }, [pdf, page, percent]);
  useEffect(() => {
    let isGone = false;
    pdf.linesOf(page).then(
      (read) => (isGone ? undefined : setLines(read)),
      () => (isGone ? undefined : setHasFailed(true)),
    );
    return () => {
      isGone = true;
    };
  }, [pdf, page]);
  return (
    <>
      {hasFailed ? <Notice tone="wrong">{words.pageFailed}</Notice> : null}
      <canvas ref={canvas} className="pdf-picture" aria-hidden />
      <div className="visually-hidden">
        {lines.map(({ number, text }) => (
          <p key={number}>{text}</p>
        ))}
      </div>
    </>
  );
}
