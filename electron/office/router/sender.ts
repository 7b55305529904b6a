/** Who asks, and whether to listen: only the top frame of a window we made, showing a page of ours. */

/** What the transport knows of the asking frame; anything it cannot tell must be given as untrusted. */
export interface Sender {
  readonly isOwnWindow: boolean;
  readonly isTopFrame: boolean;
  /** The origin of the frame's page; empty when there is none, as for `about:blank`. */
  readonly origin: string;
}

/** A sender that nothing is known of, so that doubt ends in refusal. */
export const UNKNOWN_SENDER: Sender = { isOwnWindow: false, isTopFrame: false, origin: '' };

/** `trustedOrigin` is written as the browser writes it: scheme, host and port, nothing else. */
export function isTrusted(sender: Sender, trustedOrigin: string): boolean {
  return trustedOrigin !== '' && sender.isOwnWindow && sender.isTopFrame && sender.origin === trustedOrigin;
}
