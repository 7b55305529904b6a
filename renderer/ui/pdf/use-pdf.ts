/** A PDF opened for as long as a component shows it: closed, and its memory free, when it goes or shows another. */
import { useEffect, useState } from 'react';
import { openPdf, type OpenedPdf } from '../../lib/open-pdf.ts';

export type Reading =
  | { readonly state: 'loading' }
  | { readonly state: 'open'; readonly pdf: OpenedPdf }
  | { readonly state: 'failed' };

const LOADING: Reading = { state: 'loading' };

export function usePdf(bytes: Uint8Array): Reading {
  const [reading, setReading] = useState<{ readonly of: Uint8Array; readonly result: Reading }>();
  useEffect(() => {
    let isGone = false;
    let opened: OpenedPdf | undefined;
    const show = (result: Reading): void => {
      if (!isGone) setReading({ of: bytes, result });
    };
    const open = async (): Promise<void> => {
      try {
        opened = await openPdf(bytes);
        if (isGone) opened.close();
        else show({ state: 'open', pdf: opened });
      } catch {
        show({ state: 'failed' });
      }
    };
    void open();
    return () => {
      isGone = true;
      opened?.close();
    };
  }, [bytes]);
  return reading?.of === bytes ? reading.result : LOADING;
}
