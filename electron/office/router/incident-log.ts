/** Where bugs are written down: which channel, what kind of error, where in the code. Never what it was about. */
import { randomUUID } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, renameSync, statSync } from 'node:fs';
import path from 'node:path';

/** A bug as it may be written to disk: messages and values may name people and are left out. */
export interface Incident {
  readonly id: string;
  readonly at: string;
  readonly channel: string;
  readonly error: string;
  readonly where: readonly string[];
}

export interface IncidentLog {
  /** Writes the bug down and returns the id under which it can be found. */
  record(channel: string, error: unknown): string;
}

const LONGEST_TRACE = 12;
const LARGEST_LOG_BYTES = 1_000_000;

/** Reduces an error to its name and the code lines it came through. */
export function incidentOf(channel: string, error: unknown, at: Date): Incident {
  return {
    id: randomUUID().slice(0, 8),
    at: at.toISOString(),
    channel,
    error: error instanceof Error ? error.name : typeof error,
    where: error instanceof Error ? codeLinesOf(error) : [],
  };
}

function codeLinesOf(error: Error): string[] {
  // The message stands in front of the trace and may span lines that look like one: cut it off by its length.
  const stack = error.stack ?? '';
  const afterMessage = stack.indexOf(error.message) + error.message.length;
  return stack
    .slice(error.message === '' ? 0 : afterMessage)
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, LONGEST_TRACE)
    .map((line) => line.trim());
}

/** Appends to a file of JSON lines; at a megabyte the file is put aside and the one before it goes. */
export class FileIncidentLog implements IncidentLog {
  readonly #file: string;

  constructor(folder: string) {
    this.#file = path.join(folder, 'incidents.jsonl');
  }

  record(channel: string, error: unknown): string {
    const incident = incidentOf(channel, error, new Date());
    try {
      mkdirSync(path.dirname(this.#file), { recursive: true, mode: 0o700 });
      if (existsSync(this.#file) && statSync(this.#file).size > LARGEST_LOG_BYTES)
        renameSync(this.#file, `${this.#file}.1`);
      appendFileSync(this.#file, `${JSON.stringify(incident)}\n`, { mode: 0o600 });
    } catch {
      // A full disk must not turn one bug into two; the user still gets the id.
    }
    return incident.id;
  }
}
