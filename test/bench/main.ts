/** Measures the rooms: `npm run bench [-- NAME …] [-- --json]`. Every row has a baseline of the same run. */
import { parseArgs } from 'node:util';
import type { BenchRow } from './bench-row.ts';

const { values, positionals } = parseArgs({
  options: { json: { type: 'boolean', default: false } },
  allowPositionals: true,
});

const BENCHMARKS: Readonly<
  Record<string, () => Promise<{ run: (report: (row: BenchRow) => void) => Promise<void> }>>
> = {
  telegrams: () => import('./telegrams.ts'),
  billing: () => import('./billing.ts'),
  store: () => import('./store.ts'),
  documents: () => import('./documents.ts'),
  pull: () => import('./pull.ts'),
  window: () => import('./window.ts'),
  meters: () => import('./meters.ts'),
};

const chosen = positionals.length > 0 ? positionals : Object.keys(BENCHMARKS);
const unknown = chosen.filter((name) => !(name in BENCHMARKS));
if (unknown.length > 0) {
  console.error(
    `Unbekannter Messlauf: ${unknown.join(', ')}. Es gibt: ${Object.keys(BENCHMARKS).join(', ')}.`,
  );
  process.exitCode = 2;
} else {
  for (const name of chosen) {
    const benchmark = await BENCHMARKS[name]?.();
    await benchmark?.run(
      values.json ? (row) => console.log(JSON.stringify(row)) : (row) => console.log(readable(row)),
    );
  }
}

function readable(row: BenchRow): string {
  return `${row.name.padEnd(44)} ${figure(row).padStart(24)}   ${row.ratio.toFixed(3)} × ${row.baseline}`;
}

function figure({ p95Ms, rate, unit }: BenchRow): string {
  if (p95Ms !== undefined) return `p95 ${written(p95Ms, 1)} ms`;
  return `${written(rate, rate < 100 ? 2 : 0)} ${unit}`;
}

function written(value: number, places: number): string {
  return value.toLocaleString('de-DE', { maximumFractionDigits: places });
}
