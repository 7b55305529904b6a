/** An address as people type it, a line each, and as letters carry it. Pure. */

const MOST_LINES = 6;

export function readAddress(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .slice(0, MOST_LINES);
}

export function typedAddress(lines: readonly string[]): string {
  return lines.join('\n');
}
