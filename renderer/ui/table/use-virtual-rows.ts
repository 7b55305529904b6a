/** Which rows are in the page: those in sight, a few around them, and always the one with the focus. */
import { defaultRangeExtractor, useVirtualizer, type Virtualizer } from '@tanstack/react-virtual';
import { useRef, type RefObject } from 'react';

const OVERSCAN = 8;

interface VirtualRows {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly ids: readonly string[];
  readonly rowHeight: number;
  /** Rows that stay at the top and at the bottom of the scroller. */
  readonly headRows: number;
  readonly footRows: number;
}

interface VirtualRowsControl {
  readonly virtualizer: Virtualizer<HTMLDivElement, Element>;
  /** The row that must stay in the page because it has the focus. */
  readonly keepRow: (row: number) => void;
}

export function useVirtualRows({
  scroller,
  ids,
  rowHeight,
  headRows,
  footRows,
}: VirtualRows): VirtualRowsControl {
  const kept = useRef(0);
  const virtualizer = useVirtualizer({
    count: ids.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => ids[index] ?? index,
    overscan: OVERSCAN,
    scrollMargin: rowHeight * headRows,
    scrollPaddingStart: rowHeight * headRows,
    scrollPaddingEnd: rowHeight * footRows,
    useFlushSync: false,
    rangeExtractor: (range) => {
      const indexes = defaultRangeExtractor(range);
      const row = kept.current;
      const isInside = row >= 0 && row < range.count;
      return isInside && !indexes.includes(row) ? [...indexes, row].toSorted((a, b) => a - b) : indexes;
    },
  });
  return {
    virtualizer,
    keepRow: (row) => {
      kept.current = row;
    },
  };
}
