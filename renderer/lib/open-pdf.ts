/**
 * Opens a PDF to be looked at: its pages' sizes, their pictures, their text. The reader (pdf.js) is loaded when the
 * first PDF is opened. It runs no script of a PDF, fetches nothing, and needs neither `eval` nor WebAssembly.
 */
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';
import { PDF_WORKER_URL } from './pdf-worker.ts';

/** In points, 72 to the inch. */
export interface PageSize {
  readonly width: number;
  readonly height: number;
}

export interface PageLine {
  readonly number: number;
  readonly text: string;
}

/** Pages count from 0. */
export interface OpenedPdf {
  readonly sizes: readonly PageSize[];
  /** Draws a page as large as `cssPerPoint` says, as sharp as the screen is. Ends early when `signal` says so. */
  draw(page: number, canvas: HTMLCanvasElement, cssPerPoint: number, signal: AbortSignal): Promise<void>;
  /** The lines of a page in reading order. */
  linesOf(page: number): Promise<readonly PageLine[]>;
  /** Ends the worker; what the document held is free afterwards. */
  close(): void;
}

/** A page of A4 at 400 % on a screen of double density has more; then it is drawn a little less sharp. */
const MOST_PIXELS = 24_000_000;

/** Reads the document in a worker; rejects when the bytes are no PDF. `bytes` stay the caller's. */
export async function openPdf(bytes: Uint8Array): Promise<OpenedPdf> {
  const { getDocument, GlobalWorkerOptions, VerbosityLevel } = await import('pdfjs-dist');
  GlobalWorkerOptions.workerSrc = PDF_WORKER_URL;
  const reading = getDocument({
    data: bytes.slice(),
    // All faces of our documents are embedded, and no picture in them needs a decoder of its own.
    useSystemFonts: false,
    useWasm: false,
    disableWorkerRendering: true,
    stopAtErrors: true,
    verbosity: VerbosityLevel.ERRORS,
  });
  const close = (): void => void reading.destroy();
  try {
    const document = await reading.promise;
    return pagesOf(document, await sizesOf(document), close);
  } catch (error) {
    close();
    throw error;
  }
}

async function sizesOf(document: PDFDocumentProxy): Promise<PageSize[]> {
  const numbers = Array.from({ length: document.numPages }, (_, index) => index + 1);
  return await Promise.all(
    numbers.map(async (number) => {
      const { width, height } = (await document.getPage(number)).getViewport({ scale: 1 });
      return { width, height };
    }),
  );
}

function pagesOf(document: PDFDocumentProxy, sizes: readonly PageSize[], close: () => void): OpenedPdf {
  return {
    sizes,
    async draw(page, canvas, cssPerPoint, signal) {
      const proxy = await document.getPage(page + 1);
      if (!signal.aborted) await drawPage(proxy, canvas, cssPerPoint, signal);
    },
    async linesOf(page) {
      const { items } = await (await document.getPage(page + 1)).getTextContent();
      return items
        .map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : ''))
        .join('')
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map((text, index) => ({ number: index + 1, text }));
    },
    close,
  };
}

async function drawPage(
  page: PDFPageProxy,
  canvas: HTMLCanvasElement,
  cssPerPoint: number,
  signal: AbortSignal,
): Promise<void> {
  const { width, height } = page.getViewport({ scale: cssPerPoint });
  const scale =
    cssPerPoint * Math.min(window.devicePixelRatio, Math.sqrt(MOST_PIXELS / Math.max(1, width * height)));
  const viewport = page.getViewport({ scale });
  canvas.width = Math.round(viewport.width);
  canvas.height = Math.round(viewport.height);
  const drawing = page.render({ canvas, viewport });
  signal.addEventListener('abort', () => drawing.cancel());
  try {
    await drawing.promise;
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    page.cleanup();
  }
}
