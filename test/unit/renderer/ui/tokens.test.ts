import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const css = readFileSync(
  path.join(import.meta.dirname, '..', '..', '..', '..', 'renderer', 'ui', 'tokens.css'),
  'utf8',
);
const TOKEN = /--([a-z-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g;
const tokens = new Map(
  [...css.matchAll(TOKEN)].map(([, name = '', light = '', dark = '']) => [name, { light, dark }]),
);

/** Relative luminance, WCAG 2.2. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.040_45 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].toSorted((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

function contrastOf(front: string, back: string, theme: 'light' | 'dark'): number {
  return contrast(tokens.get(front)?.[theme] ?? '', tokens.get(back)?.[theme] ?? '');
}

const GROUNDS = ['paper', 'canvas', 'panel', 'raised', 'selection', 'accent-soft', 'draft-soft'] as const;
const THEMES = ['light', 'dark'] as const;

describe.each(THEMES)('the %s colours', (theme) => {
  it.each(GROUNDS.flatMap((ground) => ['ink', 'accent'].map((front) => [front, ground] as const)))(
    'keep %s readable on %s',
    (front, ground) => expect(contrastOf(front, ground, theme)).toBeGreaterThanOrEqual(4.5),
  );

  it.each(['paper', 'canvas', 'panel', 'raised'])('keep muted words and states readable on %s', (ground) => {
    for (const front of ['muted', 'wrong', 'late', 'good', 'check'])
      expect(contrastOf(front, ground, theme)).toBeGreaterThanOrEqual(4.5);
  });

  it('keep words readable on messages and buttons', () => {
    for (const ground of ['wrong-soft', 'check-soft', 'good-soft'])
      expect(contrastOf('ink', ground, theme)).toBeGreaterThanOrEqual(4.5);
    expect(contrastOf('on-accent', 'accent', theme)).toBeGreaterThanOrEqual(4.5);
    expect(contrastOf('on-accent', 'accent-hover', theme)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(['edge', 'focus', 'heat', 'hot-water', 'cold-water', 'base-share', 'carbon'])(
    'keep the shape of %s visible',
    (shape) => {
      for (const ground of ['paper', 'canvas', 'raised'])
        expect(contrastOf(shape, ground, theme)).toBeGreaterThanOrEqual(3);
    },
  );
});

describe('the style sheets', () => {
  it('name colours in one file only', () => {
    const others = ['base', 'controls', 'overlays', 'table/table'].map((name) =>
      readFileSync(
        path.join(import.meta.dirname, '..', '..', '..', '..', 'renderer', 'ui', `${name}.css`),
        'utf8',
      ),
    );
    for (const sheet of others) expect(sheet).not.toMatch(/#[0-9a-f]{3,8}\b|rgb\(|hsl\(/i);
  });
});
