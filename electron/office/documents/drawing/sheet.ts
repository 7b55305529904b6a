/** pdfkit behind the few verbs a document needs. The one module that makes a PDF file. */
import PdfFile from 'pdfkit';
import { PRINT_COLOURS } from '#shared/chart/print-colours.ts';
import type { PlainDate } from '#shared/model/plain-date.ts';
import { openFaces, type Faces, type Weight } from './faces.ts';
import { A4, MARGINS, type Orientation, type SheetSize } from './paper.ts';
import { completeMetadata } from './pdf-metadata.ts';
import { widthOf, type TypeStyle } from './type-styles.ts';

export type Tag = PDFKit.PDFStructureElement;

/** The structure types in use (ISO 32000-1, 14.8.4). */
export type TagType =
  | 'Document' | 'H1' | 'H2' | 'H3' | 'P' | 'L' | 'LI' | 'Lbl' | 'LBody'
  | 'Table' | 'TR' | 'TH' | 'TD' | 'Figure'; // prettier-ignore

export interface TagDetails {
  /** Which cells a header cell names. */
  readonly scope?: 'Column' | 'Row';
  /** What a figure shows, in words. */
  readonly alt?: string;
  /** Where a figure stands: left, top, right, bottom. */
  readonly bbox?: [number, number, number, number];
}

export interface FileDescription {
  readonly title: string;
  readonly author: string;
  readonly subject: string;
  /** Stands for the clock: the same document gives the same bytes. */
  readonly issuedOn: PlainDate;
}

export type Alignment = 'left' | 'right' | 'centre';

/** A4 sheets of one tagged file, PDF/A-3a and PDF/UA-1. Everything drawn must stand inside a tag or an artifact. */
export class Sheet {
  readonly faces: Faces = openFaces();
  readonly root: Tag;
  size: SheetSize = A4.portrait;
  readonly #document: PDFKit.PDFDocument;
  readonly #bytes: Promise<Uint8Array>;

  constructor(description: FileDescription) {
    this.#document = new PdfFile({
      pdfVersion: '1.7',
      subset: 'PDF/A-3a',
      tagged: true,
      lang: 'de-DE',
      displayTitle: true,
      autoFirstPage: false,
      bufferPages: true,
      // pdfkit would else open Helvetica, which no PDF/A may use; its types know no null
      font: null as unknown as string,
      info: {
        Title: description.title,
        Author: description.author,
        Subject: description.subject,
        Creator: 'Stichtag',
        Producer: 'Stichtag, pdfkit',
        CreationDate: new Date(`${description.issuedOn}T00:00:00Z`),
      },
    });
    for (const weight of ['regular', 'semibold'] as const satisfies Weight[]) {
      // a parsed face is a valid source, though the types only know files and bytes
      this.#document.registerFont(weight, this.faces[weight].font as unknown as Uint8Array);
    }
    this.#bytes = collectBytes(this.#document);
    this.root = this.#document.struct('Document');
    this.#document.addStructure(this.root);
  }

  addPage(orientation: Orientation): void {
    this.size = A4[orientation];
    this.#document.addPage({ size: 'A4', layout: orientation, margins: MARGINS });
  }

  /** Goes back over every page, in order, with its number and the count of pages. */
  forEachPage(visit: (page: number, pages: number) => void): void {
    const { count } = this.#document.bufferedPageRange();
    for (let index = 0; index < count; index += 1) {
      const page = this.#document.switchToPage(index) as unknown as SheetSize;
      this.size = { width: page.width, height: page.height };
      visit(index + 1, count);
    }
  }

  /** Adds an element that holds further elements; it must be closed. */
  open(parent: Tag, type: TagType): Tag {
    const element = this.#document.struct(type);
    parent.add(element);
    return element;
  }

  /** Adds an element and draws what it means. */
  tag(parent: Tag, type: TagType, draw: () => void, details: TagDetails = {}): void {
    parent.add(this.#document.struct(type, details, draw));
  }

  /** Draws what only decorates or repeats: a reader that speaks leaves it out. */
  artifact(kind: 'Layout' | 'Pagination', draw: () => void): void {
    this.#document.markContent('Artifact', { type: kind });
    draw();
    this.#document.endMarkedContent();
  }

  widthOf(text: string, style: TypeStyle): number {
    return widthOf(text, style, this.faces);
  }

  /**
   * Sets one line with its baseline at `y`. `x` is its left end, its right end or its middle. A space follows, so
   * that extracted text does not run the lines together.
   */
  print(text: string, x: number, y: number, style: TypeStyle, alignment: Alignment = 'left'): void {
    if (text === '') return;
    const width = this.widthOf(text, style);
    const left = alignment === 'left' ? x : alignment === 'right' ? x - width : x - width / 2;
    this.#document
      .font(style.weight, style.size)
      .fillColor(style.colour)
      .text(`${text} `, left, y, { lineBreak: false, baseline: 'alphabetic' });
  }

  line(fromX: number, fromY: number, toX: number, toY: number, colour: string, thickness = 0.5): void {
    this.#document.moveTo(fromX, fromY).lineTo(toX, toY).lineWidth(thickness).stroke(colour);
  }

  rule(left: number, right: number, y: number, colour: string = PRINT_COLOURS.rule, thickness = 0.5): void {
    this.line(left, y, right, y, colour, thickness);
  }

  fill(x: number, y: number, width: number, height: number, colour: string): void {
    this.#document.rect(x, y, width, height).fill(colour);
  }

  outline(x: number, y: number, width: number, height: number, colour: string, thickness = 0.75): void {
    this.#document.rect(x, y, width, height).lineWidth(thickness).stroke(colour);
  }

  /** Ends the file and hands over its bytes. */
  finish(): Promise<Uint8Array> {
    completeMetadata(this.#document);
    this.root.end();
    this.#document.end();
    return this.#bytes;
  }
}

async function collectBytes(document: PDFKit.PDFDocument): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of document) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks);
}
