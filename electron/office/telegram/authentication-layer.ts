/** The authentication and fragmentation layer, CI 90: message counter and MAC (EN 13757-7 § 6, OMS Vol. 2 § 6). */
import { byteAt, uint16At, uint32At } from './bytes.ts';

export interface AuthenticationLayer {
  readonly isFragment: boolean;
  /** The counter that makes every message's keys fresh; null when the layer carries none. */
  readonly messageCounter: number | null;
  /** Where the counter stands. */
  readonly counterAt: number;
  /** Position and length of the MAC; length 0 when the layer carries none. */
  readonly macAt: number;
  readonly macLength: number;
  /** What stands in front of the message when the MAC is computed: MCL, counter and message length. */
  readonly macPrefix: Uint8Array;
  /** Where the next layer's CI byte stands; the MAC covers everything from there on. */
  readonly end: number;
}

export const AUTHENTICATION_LAYER = 0x90;

const MORE_FRAGMENTS = 1 << 14;
const FRAGMENT_NUMBER = 0xff;
const HAS_CONTROL = 1 << 13;
const HAS_MESSAGE_LENGTH = 1 << 12;
const HAS_COUNTER = 1 << 11;
const HAS_MAC = 1 << 10;
const HAS_KEY_INFORMATION = 1 << 9;
/** Bytes of the CMAC for each authentication type of the low nibble of MCL. */
const MAC_LENGTHS: ReadonlyMap<number, number> = new Map([
  [3, 2],
  [4, 4],
  [5, 8],
  [6, 12],
  [7, 16],
]);

/** Reads the layer whose CI byte stands at `index`; null when its fields do not fit into its length. */
export function readAuthenticationLayer(frame: Uint8Array, index: number): AuthenticationLayer | null {
  const end = index + 2 + byteAt(frame, index + 1);
  const fields = uint16At(frame, index + 2);
  let at = index + 4;
  if (end >= frame.length || at > end) return null;

  const controlAt = at;
  if (fields & HAS_CONTROL) at += 1;
  if (fields & HAS_KEY_INFORMATION) at += 2;
  const counterAt = at;
  if (fields & HAS_COUNTER) at += 4;
  const macAt = at;
  const macLength = fields & HAS_MAC ? macLengthOf(fields & HAS_CONTROL ? byteAt(frame, controlAt) : 0) : 0;
  if (macLength === null) return null;
  at += macLength;
  const lengthAt = at;
  if (fields & HAS_MESSAGE_LENGTH) at += 2;
  if (at > end) return null;

  return {
    isFragment: (fields & MORE_FRAGMENTS) !== 0 || (fields & FRAGMENT_NUMBER) > 1,
    messageCounter: fields & HAS_COUNTER ? uint32At(frame, counterAt) : null,
    counterAt,
    macAt,
    macLength,
    macPrefix: Uint8Array.of(
      ...frame.subarray(controlAt, controlAt + (fields & HAS_CONTROL ? 1 : 0)),
      ...frame.subarray(counterAt, macAt),
      ...frame.subarray(lengthAt, at),
    ),
    end,
  };
}

function macLengthOf(messageControl: number): number | null {
  return MAC_LENGTHS.get(messageControl & 15) ?? null;
}
