/** What the demo shows on a terminal: stages with their times, and tables whose columns line up. */
import { performance } from 'node:perf_hooks';

/** Where the lines go; the process's standard output, or a list in a test. */
export interface Output {
  write(text: string): void;
  readonly isTerminal: boolean;
}

/** A stage that has ended. */
export interface StageTime {
  readonly name: string;
  readonly seconds: number;
}

/** Announces the stages of the road, shows their progress, and keeps their times. */
export class Progress {
  readonly #output: Output;
  readonly times: StageTime[] = [];

  constructor(output: Output) {
    this.#output = output;
  }

  /** Runs one stage; `work` may say how far it is, and returns what it came to and a few words about it. */
  async stage<T>(name: string, work: (say: (text: string) => void) => Promise<[T, string]>): Promise<T> {
    const label = `  ${name.padEnd(34)}`;
    const started = performance.now();
    // Overwriting a line makes sense only where somebody watches it.
    const say = (text: string): void => {
      if (this.#output.isTerminal) this.#output.write(`\r\x1b[K${label} ${text}`);
    };
    say('…');
    const [result, summary] = await work(say);
    const seconds = (performance.now() - started) / 1000;
    this.times.push({ name, seconds });
    if (this.#output.isTerminal) this.#output.write('\r\x1b[K');
    this.#output.write(`${label} ${seconds.toFixed(1).replace('.', ',').padStart(5)} s   ${summary}\n`);
    return result;
  }
}

/** A column: its heading, and whether its cells are figures. */
export interface Column {
  readonly heading: string;
  readonly figures: boolean;
}

/** A table as text: figures right-aligned, a rule below the headings and above the last `footers` rows. */
export function textTable(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  footers = 0,
): string {
  const lines = [columns.map((column) => column.heading), ...rows];
  const widths = columns.map((_, index) => Math.max(...lines.map((line) => lengthOf(line[index] ?? ''))));
  const draw = (line: readonly string[]): string =>
    columns
      .map(({ figures }, index) => {
        const cell = line[index] ?? '';
        const blanks = ' '.repeat((widths[index] ?? 0) - lengthOf(cell));
        return figures ? blanks + cell : cell + blanks;
      })
      .join('  ')
      .trimEnd();
  const rule = widths.map((width) => '─'.repeat(width)).join('──');
  const drawn = lines.map(draw);
  drawn.splice(1, 0, rule);
  if (footers > 0) drawn.splice(-footers, 0, rule);
  return `${drawn.join('\n')}\n`;
}

/** Letters rather than code units: `Ł` and `ẞ` take one place each. */
function lengthOf(text: string): number {
  return Array.from(text).length;
}
