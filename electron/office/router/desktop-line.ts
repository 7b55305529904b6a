/** The office's line to the desktop: questions go out as messages, answers come back by their number. */
import type { DeviceSecretStore } from '../vault/device-secret.ts';
import { vaultFailure, type VaultFailure } from '../vault/failures.ts';
import type { Desktop } from '../services/desktop.ts';
import { succeed, type Result } from '#shared/model/result.ts';
import { desktopAnswers, type DesktopAnswer, type DesktopQuestion } from './office-messages.ts';

type Send = (id: number, question: DesktopQuestion) => void;

/** Numbers questions and hands each answer to whoever asked. */
export class DesktopLine {
  readonly #send: Send;
  readonly #waiting = new Map<number, (answer: unknown) => void>();
  #lastId = 0;

  constructor(send: Send) {
    this.#send = send;
  }

  /** Rejects when the desktop answers with something else than was asked for. */
  async ask<Kind extends DesktopQuestion['kind']>(
    question: Extract<DesktopQuestion, { readonly kind: Kind }> & { readonly kind: Kind },
  ): Promise<DesktopAnswer<Kind>> {
    const id = (this.#lastId += 1);
    const answer = new Promise<unknown>((resolve) => this.#waiting.set(id, resolve));
    this.#send(id, question);
    return desktopAnswers[question.kind].parse(await answer) as DesktopAnswer<Kind>;
  }

  /** Delivers an answer; one that nobody waits for is ignored. */
  receive(id: number, answer: unknown): void {
    this.#waiting.get(id)?.(answer);
    this.#waiting.delete(id);
  }
}

/** The desktop's dialogs, at the other end of the line. */
export function desktopOver(line: DesktopLine): Desktop {
  return {
    chooseFolder: (title) => line.ask({ kind: 'chooseFolder', title }),
    chooseFile: (title, extensions) => line.ask({ kind: 'chooseFile', title, extensions: [...extensions] }),
    chooseNewFile: (title, suggestedName) => line.ask({ kind: 'chooseNewFile', title, suggestedName }),
    async showFolder(folder) {
      await line.ask({ kind: 'showFolder', folder });
    },
  };
}

/** The device secret in the operating system's keychain, at the other end of the line. */
export class KeychainDeviceSecrets implements DeviceSecretStore {
  readonly #line: DesktopLine;

  constructor(line: DesktopLine) {
    this.#line = line;
  }

  async load(vaultId: string): Promise<Result<Buffer, VaultFailure>> {
    const secret = await this.#line.ask({ kind: 'loadDeviceSecret', vaultId });
    if (secret === null) return vaultFailure('DEVICE_SECRET_MISSING');
    if (secret === 'unavailable') return vaultFailure('DEVICE_SECRET_UNAVAILABLE');
    return succeed(Buffer.from(secret.buffer, secret.byteOffset, secret.byteLength));
  }

  async save(vaultId: string, secret: Buffer): Promise<Result<void, VaultFailure>> {
    // A copy: a Buffer is a view into a pool, and a message carries the whole pool.
    const copy = Uint8Array.from(secret);
    const outcome = await this.#line.ask({ kind: 'saveDeviceSecret', vaultId, secret: copy });
    copy.fill(0);
    return outcome === 'saved' ? succeed(undefined) : vaultFailure('DEVICE_SECRET_UNAVAILABLE');
  }
}
