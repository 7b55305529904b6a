/** The demo's command line. */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { fail, succeed, type Result } from '#shared/model/result.ts';
import { FEWEST_UNITS } from './property.ts';

export interface DemoOptions {
  readonly seed: string;
  readonly units: number;
  /** Where store, wire capture and PDFs go; absolute. */
  readonly folder: string;
}

/** More than any property has; a typing error should not run for an hour. */
const MOST_UNITS = 5_000;

const USAGE = `Aufruf: npm run demo [-- --seed TEXT] [--units ANZAHL] [--out ORDNER]
  --seed   gleicher Text, gleiche Liegenschaft, gleiche Beträge (sonst 2025)
  --units  Zahl der Nutzeinheiten, ${FEWEST_UNITS} bis ${MOST_UNITS} (sonst ${FEWEST_UNITS})
  --out    Ordner für Speicher und PDFs (sonst out/demo)`;

/** Reads the arguments; a wrong one is answered with a sentence and the usage. */
export function readDemoOptions(args: string[]): Result<DemoOptions, string> {
  try {
    const { values } = parseArgs({
      args,
      options: {
        seed: { type: 'string', default: '2025' },
        units: { type: 'string', default: String(FEWEST_UNITS) },
        out: { type: 'string', default: path.join('out', 'demo') },
      },
    });
    const units = /^\d{1,6}$/.test(values.units) ? Number(values.units) : 0;
    if (units < FEWEST_UNITS || units > MOST_UNITS)
      return fail(
        `Die Zahl der Nutzeinheiten muss zwischen ${FEWEST_UNITS} und ${MOST_UNITS} liegen.\n${USAGE}`,
      );
    return succeed({ seed: values.seed, units, folder: path.resolve(values.out) });
  } catch {
    return fail(`Diesen Aufruf versteht die Vorführung nicht.\n${USAGE}`);
  }
}
