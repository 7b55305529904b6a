/** The words of the chosen language, for every component. */
import { createContext, useContext } from 'react';
import { de } from '#shared/text/de.ts';
import type { Dictionary } from '#shared/text/dictionary.ts';

const Words = createContext<Dictionary>(de);

export const TextProvider = Words.Provider;

/** The dictionary of the window's language. */
export function useText(): Dictionary {
  return useContext(Words);
}
