import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  anchorAt,
  fitWidth,
  isNear,
  layPages,
  PAGE_GAP,
  pageInSight,
  scrollTopOf,
  scrollTopOfPage,
  zoomedBy,
} from '../../../../../renderer/ui/pdf/page-column.ts';

const A4 = { width: 595.28, height: 841.89 };
const LANDSCAPE = { width: 841.89, height: 595.28 };

const anySizes = fc.array(
  fc.record({ width: fc.integer({ min: 100, max: 2000 }), height: fc.integer({ min: 100, max: 2000 }) }),
  { minLength: 1, maxLength: 300 },
);
const anyZoom = fc.integer({ min: 25, max: 400 });

describe('the column of pages', () => {
  it('lays pages below each other with a gap, at 96 pixels an inch', () => {
    const [first, second] = layPages([A4, LANDSCAPE], 100);
    expect(first?.top).toBe(PAGE_GAP);
    expect(first?.width).toBeCloseTo(793.7, 1);
    expect(second?.top).toBeCloseTo(PAGE_GAP + 1122.52 + PAGE_GAP, 1);
    expect(second?.width).toBeCloseTo(1122.52, 1);
  });

  it('fits the widest page into the room, gaps at both sides left', () => {
    const percent = fitWidth([A4, LANDSCAPE], 900);
    const widest = Math.max(...layPages([A4, LANDSCAPE], percent).map(({ width }) => width));
    expect(widest).toBeLessThanOrEqual(900 - 2 * PAGE_GAP);
    expect(widest).toBeGreaterThan(900 - 2 * PAGE_GAP - 12);
  });

  it('neither blows a page up on a wide screen nor loses it in a narrow one', () => {
    expect(fitWidth([A4], 4000)).toBe(120);
    expect(fitWidth([A4], 0)).toBe(25);
  });

  it('goes through the zoom in steps and stops at both ends', () => {
    expect([zoomedBy(100, 1), zoomedBy(100, -1), zoomedBy(87, 1), zoomedBy(87, -1)]).toEqual([
      125, 75, 100, 75,
    ]);
    expect([zoomedBy(400, 1), zoomedBy(25, -1)]).toEqual([400, 25]);
  });

  it('keeps the place under the eye when the zoom changes', () => {
    fc.assert(
      fc.property(
        anySizes,
        anyZoom,
        anyZoom,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (sizes, a, b, at) => {
          const before = layPages(sizes, a);
          const last = before.at(-1);
          const anchor = anchorAt(before, at * ((last?.top ?? 0) + (last?.height ?? 0)));
          const after = anchorAt(layPages(sizes, b), scrollTopOf(layPages(sizes, b), anchor));
          // In a gap, which keeps its height, the neighbour may be as near.
          if (anchor.part >= 0 && anchor.part < 1) {
            expect(after.page).toBe(anchor.page);
            expect(after.part).toBeCloseTo(anchor.part, 6);
          }
        },
      ),
    );
  });

  it('draws what is in sight and a view around it, and no more of a long document', () => {
    fc.assert(
      fc.property(anySizes, anyZoom, fc.integer({ min: 200, max: 2000 }), (sizes, percent, viewPx) => {
        const pages = layPages(sizes, percent);
        const top = scrollTopOfPage(pages, Math.floor(sizes.length / 2));
        const current = pageInSight(pages, top, viewPx);
        expect(pages.slice(current, current + 1).every((page) => isNear(page, top, viewPx))).toBe(true);
        const near = pages.filter((page) => isNear(page, top, viewPx));
        const smallest = Math.min(...pages.map(({ height }) => height));
        expect(near.length).toBeLessThanOrEqual(Math.ceil((3 * viewPx) / (smallest + PAGE_GAP)) + 2);
      }),
    );
    const long = layPages(
      Array.from({ length: 200 }, () => A4),
      100,
    );
    expect(long.filter((page) => isNear(page, 60_000, 900)).length).toBeLessThan(6);
  });

  it('goes to the first and the last page when asked for one outside', () => {
    const pages = layPages([A4, A4, A4], 100);
    expect(scrollTopOfPage(pages, -1)).toBe(0);
    expect(scrollTopOfPage(pages, 9)).toBe(scrollTopOfPage(pages, 2));
    expect(pageInSight(pages, scrollTopOfPage(pages, 1), 800)).toBe(1);
  });
});
