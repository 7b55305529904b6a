/** From what a document says to its file, by way of the question whether it can be printed at all. */
import { succeed, type Result } from '#shared/model/result.ts';
import { drawDocument } from './drawing/draw-document.ts';
import { openFaces } from './drawing/faces.ts';
import type { PrintedDocument } from './model/printed-document.ts';
import { printable, type NotPrintable } from './model/printable.ts';

/** The bytes of the document, or which character at which place the faces do not have. */
export async function renderDocument(document: PrintedDocument): Promise<Result<Uint8Array, NotPrintable>> {
  const { regular, semibold } = openFaces();
  const checked = printable(
    document,
    (codePoint) => regular.hasGlyph(codePoint) && semibold.hasGlyph(codePoint),
  );
  return checked.ok ? succeed(await drawDocument(checked.value)) : checked;
}
