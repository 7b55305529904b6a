/** The part of an outcome that every telegram has, filled layer by layer, and the failure that may end it. */
import { linkAddressAt } from './meter-address.ts';
import type { LinkFrame } from './link-layer.ts';
import { adviseOn } from './telegram-advice.ts';
import type {
  TelegramEnvelope,
  TelegramErrorCode,
  TelegramLayer,
  TelegramOutcome,
  TelegramSecurity,
} from './telegram-outcome.ts';

/** An envelope while it is being filled; once it is part of an outcome it changes no more. */
export type OpenEnvelope = { -readonly [Property in keyof TelegramEnvelope]: TelegramEnvelope[Property] };

const UNSECURED: TelegramSecurity = { mode: 'none', isAlreadyDecrypted: false };

/** Manufacturer and address of the sender stand here in every frame. */
const LINK_ADDRESS_AT = 2;
const LINK_ADDRESS_END = 10;

/** Starts with the sender, as far as the frame is long enough to name one. */
export function startEnvelope(link: LinkFrame): OpenEnvelope {
  const sender = link.bytes.length < LINK_ADDRESS_END ? null : linkAddressAt(link.bytes, LINK_ADDRESS_AT);
  return {
    frameFormat: link.format,
    sender,
    meter: sender,
    ci: null,
    application: null,
    accessNo: null,
    status: null,
    security: UNSECURED,
    messageCounter: null,
    hasAuthenticationLayer: false,
    extendedLinkDestination: null,
    proprietary: null,
  };
}

/** Ends a telegram with an error. The address named is the one whose keys count at that layer. */
export function failTelegram(
  envelope: OpenEnvelope,
  code: TelegramErrorCode,
  layer: TelegramLayer,
  details: { readonly offset?: number; readonly mode?: number } = {},
): TelegramOutcome {
  const keyAddress = layer === 'extended link' ? envelope.sender : envelope.meter;
  const offset = details.offset ?? null;
  const message = adviseOn(code, {
    layer,
    keyAddress,
    mode: details.mode ?? null,
    offset,
    proprietary: envelope.proprietary,
  });
  return { ...envelope, result: 'error', code, layer, keyAddress, offset, message, verifiedBy: 'none' };
}
