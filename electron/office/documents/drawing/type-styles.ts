/** The few sizes of type a document is set in. */
import { PRINT_COLOURS } from '#shared/chart/print-colours.ts';
import type { Faces, Weight } from './faces.ts';

export interface TypeStyle {
  readonly weight: Weight;
  /** Points. */
  readonly size: number;
  /** The height of a line, in points. */
  readonly leading: number;
  readonly colour: string;
}

const { ink, mutedInk, accent } = PRINT_COLOURS;

export const TYPE = {
  sender: { weight: 'semibold', size: 15, leading: 19, colour: accent },
  subject: { weight: 'semibold', size: 15, leading: 19, colour: ink },
  heading: { weight: 'semibold', size: 12.5, leading: 17, colour: accent },
  subheading: { weight: 'semibold', size: 10.5, leading: 14, colour: ink },
  body: { weight: 'regular', size: 10, leading: 14, colour: ink },
  strong: { weight: 'semibold', size: 10, leading: 14, colour: ink },
  address: { weight: 'regular', size: 10.5, leading: 12.9, colour: ink },
  label: { weight: 'regular', size: 8.5, leading: 11.5, colour: mutedInk },
  detail: { weight: 'regular', size: 9, leading: 12, colour: ink },
  small: { weight: 'regular', size: 9, leading: 12, colour: mutedInk },
  returnLine: { weight: 'regular', size: 7, leading: 8.5, colour: mutedInk },
  footer: { weight: 'regular', size: 8, leading: 10.5, colour: mutedInk },
  result: { weight: 'semibold', size: 17, leading: 22, colour: ink },
} as const satisfies Record<string, TypeStyle>;

/** Height of a capital in Source Sans 3, as a share of the type size: what centres a line in its leading. */
const CAP_HEIGHT = 0.66;

/** The baseline of a line whose box begins at `top`: its capitals stand in the middle of the leading. */
export function baselineIn(top: number, style: TypeStyle): number {
  return top + (style.leading + CAP_HEIGHT * style.size) / 2;
}

/** The width of a text set in a style, in points. */
export function widthOf(text: string, style: TypeStyle, faces: Faces): number {
  return (faces[style.weight].widthOf(text) * style.size) / 1000;
}
