/** Secrets from whoever runs a command: typed without echo on a terminal, one a line where the input is piped. */
import { createInterface, type Interface } from 'node:readline';
import { Writable } from 'node:stream';

/** Shows nothing of what is typed. */
class Blindfold extends Writable {
  override _write(_chunk: unknown, _encoding: string, done: () => void): void {
    done();
  }
}

/** As a shell reports that somebody pressed Ctrl-C. */
const INTERRUPTED = 130;

export class SecretInput {
  #lines: Interface | null = null;
  #answers: AsyncIterator<string> | null = null;

  /** The next secret; null when the input has ended. On a terminal it says what is wanted, on standard error. */
  async ask(what: string): Promise<string | null> {
    const { isTTY } = process.stdin;
    // Opened first: it is what ends the terminal's own echo.
    this.#answers ??= this.#open(isTTY)[Symbol.asyncIterator]();
    if (isTTY) process.stderr.write(`${what}: `);
    const answer = await this.#answers.next();
    if (isTTY) process.stderr.write('\n');
    return answer.done === true ? null : answer.value;
  }

  #open(isTTY: boolean): Interface {
    const lines = createInterface({
      input: process.stdin,
      output: new Blindfold(),
      terminal: isTTY,
      historySize: 0,
      crlfDelay: Number.POSITIVE_INFINITY,
    });
    lines.on('SIGINT', () => {
      lines.close();
      process.exit(INTERRUPTED);
    });
    this.#lines = lines;
    return lines;
  }

  /** Lets the process end although a terminal would still have answers. */
  close(): void {
    this.#lines?.close();
  }
}
