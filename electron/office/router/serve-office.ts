/** Runs an office at the end of a message port: the transport of the utility process, and nothing but transport. */
import type { OfficeEvent } from '#shared/contract/events.ts';
import { succeed } from '#shared/model/result.ts';
import type { DeviceSecretStore } from '../vault/device-secret.ts';
import type { Desktop } from '../services/desktop.ts';
import type { Router } from './create-router.ts';
import { DesktopLine, KeychainDeviceSecrets, desktopOver } from './desktop-line.ts';
import { toOffice, type FromOffice, type LockCause } from './office-messages.ts';

/** The office's end of a line to the shell. */
export interface OfficePort {
  send(message: FromOffice): void;
  onMessage(listener: (message: unknown) => void): void;
}

/** What the office gets from the place it runs in. */
export interface OfficeSurroundings {
  readonly desktop: Desktop;
  readonly deviceSecrets: DeviceSecretStore;
  readonly tell: (event: OfficeEvent) => void;
  readonly sessionChanged: (session: { readonly isOpen: boolean; readonly idleLockMinutes: number }) => void;
}

/** An office that answers and can be locked. */
export interface Office {
  readonly router: Router;
  lock(because: LockCause | 'user'): void;
  /** Locks, ends running jobs and closes every file. */
  close(): Promise<void>;
}

/** Builds the office and answers every message until `close`. */
export function serveOffice(port: OfficePort, open: (surroundings: OfficeSurroundings) => Office): void {
  const line = new DesktopLine((id, question) => port.send({ type: 'desktopQuestion', id, question }));
  const office = open({
    desktop: desktopOver(line),
    deviceSecrets: new KeychainDeviceSecrets(line),
    tell: (event) => port.send({ type: 'event', event }),
    sessionChanged: (session) => port.send({ type: 'session', ...session }),
  });

  async function receive(data: unknown): Promise<void> {
    const message = toOffice.parse(data);
    switch (message.type) {
      case 'ask': {
        const { id, channel, payload, sender } = message;
        const reply = await office.router.handle(channel, payload, sender);
        port.send({
          type: 'reply',
          id,
          reply: reply.ok ? succeed(reply.value) : { ok: false, error: reply.error },
        });
        return;
      }
      case 'lock':
        office.lock(message.because);
        return;
      case 'desktopAnswer':
        line.receive(message.id, message.answer);
        return;
      case 'close':
        await office.close();
        port.send({ type: 'closed' });
    }
  }

  // A message that is not ours is a bug of the shell: the rejection ends the process and the shell restarts it.
  port.onMessage((message) => void receive(message));
  port.send({ type: 'ready' });
}
