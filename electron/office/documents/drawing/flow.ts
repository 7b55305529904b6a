/** The cursor that runs down the pages, starts new ones, and keeps what belongs together on one sheet. */
import { breakLines } from './line-breaker.ts';
import { MARGINS, type Orientation } from './paper.ts';
import type { Sheet } from './sheet.ts';
import { baselineIn, type TypeStyle } from './type-styles.ts';

/** A page used up to this share goes on with the next section. */
const NEARLY_EMPTY = 0.2;

/** The place where the next block goes, and the pages behind it. All measures are points from the top left corner. */
export class Flow {
  readonly sheet: Sheet;
  /** Where the next block begins, in points from the top. */
  y = 0;
  #orientation: Orientation = 'portrait';
  #hasPage = false;

  constructor(sheet: Sheet) {
    this.sheet = sheet;
  }

  get left(): number {
    return MARGINS.left;
  }

  get right(): number {
    return this.sheet.size.width - MARGINS.right;
  }

  get width(): number {
    return this.right - this.left;
  }

  get bottom(): number {
    return this.sheet.size.height - MARGINS.bottom;
  }

  get spaceLeft(): number {
    return this.bottom - this.y;
  }

  get isAtTop(): boolean {
    return this.y <= MARGINS.top;
  }

  /** The height of a page's text area. */
  get pageHeight(): number {
    return this.bottom - MARGINS.top;
  }

  startPage(orientation: Orientation = this.#orientation): void {
    this.#orientation = orientation;
    this.sheet.addPage(orientation);
    this.#hasPage = true;
    this.y = MARGINS.top;
  }

  /** Starts a new page, unless the last section has just begun one of the same orientation and left it nearly empty. */
  startSection(orientation: Orientation): void {
    const isNearlyEmpty = this.#hasPage && this.y < MARGINS.top + NEARLY_EMPTY * this.pageHeight;
    if (orientation !== this.#orientation || !isNearlyEmpty) this.startPage(orientation);
  }

  /** Starts a new page unless `height` fits on this one, or would fit on none. */
  need(height: number): void {
    if (height > this.spaceLeft && !this.isAtTop) this.startPage();
  }

  linesOf(text: string, style: TypeStyle, width: number = this.width): string[] {
    return breakLines(text, width, (piece) => this.sheet.widthOf(piece, style));
  }

  /** Sets lines from the cursor down, without asking for space; the cursor stands below them. */
  setLines(lines: readonly string[], style: TypeStyle, x: number = this.left): void {
    for (const line of lines) {
      this.sheet.print(line, x, baselineIn(this.y, style), style);
      this.y += style.leading;
    }
  }
}
