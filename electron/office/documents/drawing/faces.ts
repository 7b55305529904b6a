/** The two faces of every document, parsed once per process; the shape of each word is worked out once and kept. */
import { readFileSync } from 'node:fs';
import { create, type Font, type GlyphRun } from 'fontkit';

export type Weight = 'regular' | 'semibold';

/** A parsed face and how wide words set in it are. */
export interface Face {
  /** What pdfkit embeds. Its `layout` answers from memory for words it has seen before. */
  readonly font: Font;
  /** The width of a text in thousandths of the type size, kerning included. */
  widthOf(text: string): number;
  /** Drops all words from memory: after a document whose text is a secret. */
  forgetWords(): void;
  hasGlyph(codePoint: number): boolean;
}

export type Faces = Readonly<Record<Weight, Face>>;

const FILES: Record<Weight, string> = {
  regular: 'SourceSans3-Regular.ttf',
  semibold: 'SourceSans3-Semibold.ttf',
};
const FOLDER = new URL('../../../../resources/fonts/', import.meta.url);

/** Enough for the words of some thousand statements; a name list that goes beyond starts the memory afresh. */
const REMEMBERED_WORDS = 20_000;

/** Does the work for a text once. Forgets everything when full: cheaper than an order, and hot words return at once. */
function remember<T>(known: Map<string, T>, work: (text: string) => T): (text: string) => T {
  return (text) => {
    let result = known.get(text);
    if (result === undefined) {
      if (known.size >= REMEMBERED_WORDS) known.clear();
      result = work(text);
      known.set(text, result);
    }
    return result;
  };
}

/** pdfkit scales the positions of a run in place, so everyone gets copies of them. */
function copyOf(run: GlyphRun): GlyphRun {
  return {
    glyphs: run.glyphs,
    positions: run.positions.map((position) => ({ ...position })),
    advanceWidth: run.advanceWidth,
  } as GlyphRun;
}

/** pdfkit shapes a line word by word, each with the space behind it; measuring must cut at the same places. */
function wordsOf(text: string): string[] {
  return text.match(/[^ \t]*[ \t]|[^ \t]+$/g) ?? [];
}

/** Whether a character stands for itself and not for another one, as the micro sign does for the letter mu. */
function isOwnCharacter(codePoint: number): boolean {
  const character = String.fromCodePoint(codePoint);
  return character.normalize('NFKC') === character;
}

/**
 * Makes every glyph under its own code point before anything else can: fontkit keeps the first one made, and a glyph
 * first met as a part of another (the dotless i of í) would stay without text in every later document.
 */
function introduceGlyphs(font: Font): void {
  const standIns: number[] = [];
  for (const codePoint of font.characterSet) {
    if (isOwnCharacter(codePoint)) font.glyphForCodePoint(codePoint);
    else standIns.push(codePoint);
  }
  for (const codePoint of standIns) font.glyphForCodePoint(codePoint);
}

function openFace(file: string): Face {
  const font = create(readFileSync(new URL(file, FOLDER)));
  if (!('layout' in font)) throw new Error(`${file} must hold a single face`);
  introduceGlyphs(font);
  const plainLayout = font.layout.bind(font);
  const shapes = new Map<string, GlyphRun>();
  const widths = new Map<string, number>();
  const shape = remember(shapes, (word) => plainLayout(word));
  font.layout = (text, features, ...rest) =>
    features === undefined ? copyOf(shape(text)) : plainLayout(text, features, ...rest);
  const thousandths = 1000 / font.unitsPerEm;
  return {
    font,
    widthOf: remember(widths, (text) =>
      wordsOf(text).reduce((width, word) => width + shape(word).advanceWidth * thousandths, 0),
    ),
    forgetWords: () => {
      shapes.clear();
      widths.clear();
    },
    hasGlyph: (codePoint) => font.hasGlyphForCodePoint(codePoint),
  };
}

let opened: Faces | undefined;

/** The faces of this process; the first call reads and parses their files. */
export function openFaces(): Faces {
  opened ??= { regular: openFace(FILES.regular), semibold: openFace(FILES.semibold) };
  return opened;
}
