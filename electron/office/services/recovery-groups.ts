/** The proof that somebody has read the recovery sheet: two of its groups, asked back. */
import { randomInt } from 'node:crypto';

/** The groups of a code as it is printed. */
export function groupsOf(code: string): string[] {
  return code.split('-');
}

/** Two different groups to ask for, counted from 1, in the order of the sheet. */
export function drawGroups(groupCount: number): [number, number] {
  const first = randomInt(groupCount);
  const second = (first + 1 + randomInt(groupCount - 1)) % groupCount;
  return first < second ? [first + 1, second + 1] : [second + 1, first + 1];
}

/** Whether the typed groups are the asked ones; case and the look-alikes O, I and L do not matter. */
export function areGroups(typed: readonly string[], code: string, asked: readonly number[]): boolean {
  const groups = groupsOf(code);
  return (
    typed.length === asked.length &&
    asked.every((number, index) => normalise(typed[index] ?? '') === groups[number - 1])
  );
}

function normalise(group: string): string {
  return group.trim().toUpperCase().replaceAll('O', '0').replaceAll(/[IL]/g, '1');
}
