/** Colours on paper, named by what they mean. All text colours keep 4.5:1 on white, all shapes 3:1, also in grey. */

export const PRINT_COLOURS = {
  ink: '#1f1d1a',
  mutedInk: '#5c5751',
  accent: '#0f4c5c',
  hairline: '#d8d3cc',
  rule: '#8a847c',
  panel: '#f4f2ee',
  paper: '#ffffff',
  heat: '#b8481a',
  hotWater: '#2462a0',
  base: '#7d776f',
} as const;

export type PrintColour = keyof typeof PRINT_COLOURS;
