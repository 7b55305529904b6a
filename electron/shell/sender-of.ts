/** Reads from an IPC event who asked. What it cannot tell counts against the sender. */
import type { IpcMainInvokeEvent } from 'electron';
import { UNKNOWN_SENDER, type Sender } from '#office/router/sender.ts';

/** `ownWebContentsId` is the page of the window we made; null while there is none. */
export function senderOf(
  event: Pick<IpcMainInvokeEvent, 'senderFrame' | 'sender'>,
  ownWebContentsId: number | null,
): Sender {
  const frame = event.senderFrame;
  // Null when the frame navigated or was destroyed before the message arrived.
  if (frame === null || ownWebContentsId === null) return UNKNOWN_SENDER;
  return {
    isOwnWindow: event.sender.id === ownWebContentsId,
    isTopFrame: frame.parent === null,
    origin: originOf(frame.url),
  };
}

function originOf(url: string): string {
  if (!URL.canParse(url)) return '';
  const { protocol, host } = new URL(url);
  return host === '' ? '' : `${protocol}//${host}`;
}
