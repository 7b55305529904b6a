/** The words of the window in English. Legal terms keep the German word in brackets. */
import type { Dictionary } from './dictionary.ts';
import { common } from './en/common.ts';
import { table } from './en/table.ts';

export const en: Dictionary = { common, table };
