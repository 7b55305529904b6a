/** The words of the window in German, the source language: one part a desk. */
import { common } from './de/common.ts';
import { table } from './de/table.ts';

export const de = { common, table };
