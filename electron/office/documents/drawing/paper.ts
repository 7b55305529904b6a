/** The sheet: A4, its margins and the places DIN 5008 form B reserves, in points from the top left corner. */

/** Points of so many millimetres. */
export function mm(millimetres: number): number {
  return (millimetres * 72) / 25.4;
}

export type Orientation = 'portrait' | 'landscape';

export interface SheetSize {
  readonly width: number;
  readonly height: number;
}

export const A4: Record<Orientation, SheetSize> = {
  portrait: { width: mm(210), height: mm(297) },
  landscape: { width: mm(297), height: mm(210) },
};

/** Where running text may stand. The left margin leaves room for punched holes, the lower one for the footer. */
export const MARGINS = { left: mm(25), right: mm(20), top: mm(20), bottom: mm(20) } as const;

/** DIN 5008 form B: the letter head down to the subject, and the marks at the left edge. */
export const FORM_B = {
  addressField: { x: mm(25), returnLineBottom: mm(61.5), top: mm(62.7), width: mm(80), height: mm(27.3) },
  informationBlock: { x: mm(125), top: mm(50), width: mm(65) },
  subjectTop: mm(98.5),
  foldMarks: [mm(105), mm(210)],
  holeMark: mm(148.5),
} as const;
