/** Where the build put the code that reads PDFs; no other script may be started as a worker. */
import { default as address } from 'pdfjs-dist/build/pdf.worker.min.mjs?worker&url';

export const PDF_WORKER_URL: string = address;
