/** The look in use, for the few components that must know it beyond the style sheet. */
import { createContext, useContext } from 'react';
import type { Appearance } from '#shared/contract/settings.ts';
import { DEFAULT_LOOK } from './look.ts';

interface LookControl {
  readonly look: Appearance;
  readonly language: 'de' | 'en';
  readonly change: (part: Partial<Appearance>) => void;
}

const Look = createContext<LookControl>({ look: DEFAULT_LOOK, language: 'de', change: () => undefined });

export const LookProvider = Look.Provider;

export function useLook(): LookControl {
  return useContext(Look);
}

/** How much larger than usual words are written; what is drawn in pixels around words grows with them. */
export function useZoom(): number {
  return useContext(Look).look.zoomPercent / 100;
}

/** Height of a table row in pixels; the style sheet's `--row` says the same. */
export function useRowHeight(): number {
  const { look } = useLook();
  return (look.density === 'compact' ? 30 : 36) * useZoom();
}
