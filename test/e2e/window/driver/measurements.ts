/** Times that tests measure on the way, kept beside the pictures for whoever wants to know. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const MEASUREMENTS = path.join(import.meta.dirname, '..', '..', '..', '..', 'out', 'measurements');

export function writeMeasurement(name: string, values: Readonly<Record<string, number>>): void {
  mkdirSync(MEASUREMENTS, { recursive: true });
  writeFileSync(path.join(MEASUREMENTS, `${name}.json`), `${JSON.stringify(values)}\n`);
}
