/** Command-line tools that look at a result from outside, where the machine has them. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

function exists(tool: string): boolean {
  return spawnSync(tool, ['-v'], { stdio: 'ignore' }).error === undefined;
}

/** Whether tests with these tools must be skipped; throws where the environment promises the tools. */
export function lacks(...tools: string[]): boolean {
  const missing = tools.filter((tool) => !exists(tool));
  if (missing.length > 0 && process.env['STICHTAG_REQUIRE_TOOLS'] === '1')
    throw new Error(`these tests need ${missing.join(', ')}`);
  return missing.length > 0;
}

export interface ToolResult {
  readonly status: number | null;
  /** What the tool wrote, as bytes and as text together with its complaints. */
  readonly bytes: Uint8Array;
  readonly output: string;
}

/** Runs a tool over a file; `FILE` among the arguments stands for its path. */
export function run(tool: string, args: readonly string[], file: Uint8Array): ToolResult {
  const folder = mkdtempSync(join(tmpdir(), 'stichtag-documents-'));
  try {
    const path = join(folder, 'document');
    writeFileSync(path, file);
    const { status, stdout, stderr } = spawnSync(
      tool,
      args.map((argument) => (argument === 'FILE' ? path : argument)),
      { maxBuffer: 64 * 1024 * 1024 },
    );
    return { status, bytes: stdout, output: `${stdout.toString('utf8')}${stderr.toString('utf8')}` };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The text of a PDF, laid out as on paper; one entry a page. */
export function pagesOf(file: Uint8Array): string[] {
  return run('pdftotext', ['-layout', 'FILE', '-'], file).output.split('\f').slice(0, -1);
}

/** The text of a PDF in the order it is read, every stretch of white space as one space. */
export function textOf(file: Uint8Array): string {
  return run('pdftotext', ['-raw', 'FILE', '-'], file).output.replaceAll(/\s+/g, ' ');
}
