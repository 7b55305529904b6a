import { describe, expect, it } from 'vitest';
import { readAuthenticationLayer } from '#office/telegram/authentication-layer.ts';

const CONTROL = 0x2000;
const LENGTH = 0x1000;
const COUNTER = 0x0800;
const MAC = 0x0400;
const KEY_INFORMATION = 0x0200;
const MORE_FRAGMENTS = 0x4000;

/** A layer whose fields hold 1, 2, 3 … so that every position can be told; a CI byte follows. */
function layer(fields: number, macLength: number, messageControl = 0x25): Uint8Array {
  const content: number[] = [];
  const push = (length: number) => {
    for (let index = 0; index < length; index++) content.push(content.length + 1);
  };
  if (fields & CONTROL) content.push(messageControl);
  if (fields & KEY_INFORMATION) push(2);
  if (fields & COUNTER) push(4);
  if (fields & MAC) push(macLength);
  if (fields & LENGTH) push(2);
  return Uint8Array.of(0x90, 2 + content.length, fields & 255, fields >> 8, ...content, 0x7a);
}

describe('the authentication layer', () => {
  it('reads control, counter and MAC of the usual form', () => {
    expect(readAuthenticationLayer(layer(CONTROL | COUNTER | MAC, 8), 0)).toEqual({
      isFragment: false,
      messageCounter: 0x05040302,
      counterAt: 5,
      macAt: 9,
      macLength: 8,
      macPrefix: Uint8Array.of(0x25, 2, 3, 4, 5),
      end: 17,
    });
  });

  it('reads the counter as an unsigned number', () => {
    const bytes = layer(CONTROL | COUNTER, 0);
    bytes.fill(0xff, 5, 9);
    expect(readAuthenticationLayer(bytes, 0)?.messageCounter).toBe(0xffff_ffff);
  });

  it.each([
    [3, 2],
    [4, 4],
    [5, 8],
    [6, 12],
    [7, 16],
  ])('knows that authentication type %i has a MAC of %i bytes', (type, length) => {
    const read = readAuthenticationLayer(layer(CONTROL | COUNTER | MAC, length, 0x20 | type), 0);
    expect(read).toMatchObject({ macLength: length, end: 9 + length });
  });

  it.each([0, 1, 2, 8, 9, 15])('refuses authentication type %i', (type) => {
    expect(readAuthenticationLayer(layer(CONTROL | COUNTER | MAC, 8, 0x20 | type), 0)).toBeNull();
  });

  it('passes over key information and takes the message length into the MAC', () => {
    const read = readAuthenticationLayer(
      layer(CONTROL | KEY_INFORMATION | COUNTER | MAC | LENGTH, 4, 0x24),
      0,
    );
    expect(read).toMatchObject({ counterAt: 7, macAt: 11, macLength: 4, end: 17 });
    expect(read?.macPrefix).toEqual(Uint8Array.of(0x24, 4, 5, 6, 7, 12, 13));
  });

  it('has neither counter nor MAC when the fields say so', () => {
    const read = readAuthenticationLayer(layer(CONTROL, 0), 0);
    expect(read).toMatchObject({ messageCounter: null, macLength: 0, end: 5 });
    expect(read?.macPrefix).toEqual(Uint8Array.of(0x25));
  });

  it('without a control byte has no MAC that could be checked', () => {
    expect(readAuthenticationLayer(layer(COUNTER | MAC, 8), 0)).toBeNull();
    const read = readAuthenticationLayer(layer(COUNTER, 0), 0);
    expect(read).toMatchObject({ messageCounter: 0x04030201, macLength: 0, end: 8 });
    expect(read?.macPrefix).toEqual(Uint8Array.of(1, 2, 3, 4));
  });

  it('may hold nothing but its fields', () => {
    expect(readAuthenticationLayer(Uint8Array.of(0x90, 2, 0, 0, 0x7a), 0)).toMatchObject({ end: 4 });
  });

  it('goes on where its length says, whatever stands between', () => {
    const bytes = Uint8Array.of(0x90, 6, 0x00, 0x08, 1, 0, 0, 0, 0x7a);
    expect(readAuthenticationLayer(bytes, 0)?.end).toBe(8);
    const longer = Uint8Array.of(0x90, 8, 0x00, 0x08, 1, 0, 0, 0, 99, 99, 0x7a);
    expect(readAuthenticationLayer(longer, 0)).toMatchObject({ messageCounter: 1, end: 10 });
  });

  it('refuses a length that its fields or the frame do not allow', () => {
    const whole = layer(CONTROL | COUNTER | MAC, 8);
    expect(readAuthenticationLayer(whole.subarray(0, -1), 0)).toBeNull();
    for (const length of [0, 1, 2, 6, 14]) {
      const bytes = Uint8Array.from(whole);
      bytes[1] = length;
      expect(readAuthenticationLayer(bytes, 0)).toBeNull();
    }
    const exact = Uint8Array.from(whole);
    exact[1] = 15;
    expect(readAuthenticationLayer(exact, 0)).not.toBeNull();
  });

  it('recognises fragments by the flag and by a later fragment number', () => {
    expect(readAuthenticationLayer(layer(CONTROL | MORE_FRAGMENTS, 0), 0)?.isFragment).toBe(true);
    expect(readAuthenticationLayer(layer(CONTROL | 1, 0), 0)?.isFragment).toBe(false);
    expect(readAuthenticationLayer(layer(CONTROL | 2, 0), 0)?.isFragment).toBe(true);
  });
});
