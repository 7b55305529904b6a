/** An office behind its router, without a window: real vault, real store, a desktop that follows a script. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openOffice } from '#office/router/open-office.ts';
import type { Office } from '#office/router/serve-office.ts';
import { FileDeviceSecretStore } from '#office/vault/device-secret.ts';
import type { ArgsOf, ChannelName, ValueOf } from '#shared/contract/contract.ts';
import type { OfficeEvent } from '#shared/contract/events.ts';
import type { Reply } from '#shared/contract/failure.ts';
import { ScriptedDesktop } from '../../../../e2e/host/scripted-desktop.ts';

const ORIGIN = 'app://stichtag';

export const PASSPHRASE = 'Amsel Birke Clown Drossel';

export class WindowOffice {
  readonly folder: string;
  readonly desktop = new ScriptedDesktop();
  readonly told: OfficeEvent[] = [];
  /** Everything that came back over the router, as JSON. */
  readonly replies: string[] = [];
  /** The office's clock; tests move it. */
  now = new Date('2026-02-16T09:00:00Z');
  /** Lets the office look at its clock. */
  beat = (): void => {};
  #office: Office;

  /** Without a folder it begins empty; a folder prepared beforehand goes with it. */
  constructor(folder: string = mkdtempSync(path.join(tmpdir(), 'window-office-'))) {
    this.folder = folder;
    this.#office = this.#open();
  }

  #open(): Office {
    return openOffice({
      folder: path.join(this.folder, 'data'),
      trustedOrigin: ORIGIN,
      desktop: this.desktop,
      deviceSecrets: new FileDeviceSecretStore(path.join(this.folder, 'device')),
      tell: (event) => this.told.push(event),
      sessionChanged: () => {},
      clock: () => this.now,
      onBeat: (look) => (this.beat = look),
    });
  }

  async ask<Name extends ChannelName>(channel: Name, args: ArgsOf<Name>): Promise<Reply<ValueOf<Name>>> {
    const sender = { isOwnWindow: true, isTopFrame: true, origin: ORIGIN };
    const reply = await this.#office.router.handle(channel, args, sender);
    this.replies.push(JSON.stringify(reply));
    return reply as Reply<ValueOf<Name>>;
  }

  /** As `ask`, for what must succeed here. */
  async get<Name extends ChannelName>(channel: Name, args: ArgsOf<Name>): Promise<ValueOf<Name>> {
    const reply = await this.ask(channel, args);
    if (!reply.ok) throw new Error(`${channel}: ${reply.error.code} ${reply.error.message}`);
    return reply.value;
  }

  async create(): Promise<ValueOf<'vault.create'>> {
    return await this.get('vault.create', {
      operatorName: 'Messdienst Ilmtal',
      staffName: 'Anna Amsel',
      initials: 'AA',
      passphrase: PASSPHRASE,
    });
  }

  /** Ends the office and opens another one on the same folder, as after a restart. */
  async restart(): Promise<void> {
    await this.#office.close();
    this.#office = this.#open();
  }

  async stop(): Promise<void> {
    await this.#office.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
