/** Tools of the system that some tests look through. Where they are required, their absence is a failure. */
import { spawnSync } from 'node:child_process';

/** Whether a program can be started; throws when the run requires all tools and this one is missing. */
export function hasTool(name: string): boolean {
  const found = spawnSync(name, ['-v']).error === undefined;
  if (!found && process.env['STICHTAG_REQUIRE_TOOLS'] === '1')
    throw new Error(`${name} is missing, and this run requires all tools`);
  return found;
}
