import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAuthenticationLayer, type AuthenticationLayer } from '#office/telegram/authentication-layer.ts';
import { macFits, openMode5, openMode7, startsWithCheckBytes } from '#office/telegram/payload-security.ts';
import { prepareKey } from '#office/telegram/prepared-key.ts';
import { readTransportLayer, type TransportLayer } from '#office/telegram/transport-layer.ts';
import { derivedKey, encodeMode5, encodeMode7, type SentMessage } from './encode.ts';

const meter = { manufacturer: 'ELS', id: '12345678', version: 0x33, deviceType: 3 };
const radioModule = { manufacturer: 'RAD', id: '11223344', version: 3, deviceType: 0x37 };
const key = Buffer.from('000102030405060708090A0B0C0D0E0F', 'hex');
const CI_AT = 10;
const AUTHENTICATION_AT = 13;

function message(records: Uint8Array, accessNo = 0x2a): SentMessage {
  return { address: meter, key, accessNo, records };
}

function transportAt(frame: Uint8Array, index: number): TransportLayer {
  const transport = readTransportLayer(frame, index);
  if (transport === null) throw new Error('no transport layer');
  return transport;
}

function layersOf(frame: Uint8Array): { authentication: AuthenticationLayer; transport: TransportLayer } {
  const authentication = readAuthenticationLayer(frame, AUTHENTICATION_AT);
  if (authentication === null) throw new Error('no authentication layer');
  return { authentication, transport: transportAt(frame, authentication.end) };
}

function changed(frame: Uint8Array, at: number): Uint8Array {
  const copy = Uint8Array.from(frame);
  copy[at] = (copy[at] ?? 0) ^ 0x01;
  return copy;
}

const RECORDS = Buffer.from('0C1427048502046D32371F1502FD170000', 'hex');

function open(frame: Uint8Array): Uint8Array | null {
  return openMode5(frame, transportAt(frame, CI_AT), prepareKey(key));
}

describe('mode 5', () => {
  it.each([
    ['with a short header', encodeMode5(message(RECORDS))],
    ['with a long header behind a radio module', encodeMode5(message(RECORDS), radioModule)],
  ])('opens %s', (_title, frame) => {
    const payload = openMode5(frame, transportAt(frame, CI_AT), prepareKey(key));
    expect(payload === null ? null : Buffer.from(payload).toString('hex').toUpperCase()).toBe(
      `2F2F${RECORDS.toString('hex').toUpperCase()}${'2F'.repeat(13)}`,
    );
  });

  it('opens one to fifteen blocks and leaves what follows as it is', () => {
    for (let blocks = 1; blocks <= 15; blocks++) {
      const records = new Uint8Array(16 * blocks - 2).fill(0x2f);
      records[records.length - 1] = blocks;
      const frame = Uint8Array.of(...encodeMode5(message(records)), 0xde, 0xad);
      const payload = openMode5(frame, transportAt(frame, CI_AT), prepareKey(key));
      expect(payload).toEqual(Uint8Array.of(0x2f, 0x2f, ...records, 0xde, 0xad));
    }
  });

  it('needs every byte of the address and the access number for its initialization vector', () => {
    const short = encodeMode5(message(RECORDS));
    const long = encodeMode5(message(RECORDS), radioModule);
    // Only the first two plain bytes are checked, so a changed byte shows in the block it was mixed into.
    for (let at = 2; at < 10; at++)
      expect(open(changed(short, at))?.[at - 2]).not.toBe(open(short)?.[at - 2]);
    for (let at = 11; at < 19; at++) {
      const original = open(long);
      const other = open(changed(long, at));
      expect(other === null || other.some((byte, index) => byte !== original?.[index])).toBe(true);
    }
    const accessAt = 11;
    expect(open(changed(short, accessAt))?.subarray(8, 16)).not.toEqual(open(short)?.subarray(8, 16));
    for (const at of [8, 9, 10, 11, 12, 13, 14, 15])
      expect(open(changed(short, accessAt))?.[at]).toBe((open(short)?.[at] ?? 0) ^ 1);
    // The radio module's own address is not part of it.
    for (let at = 2; at < 10; at++) expect(open(changed(long, at))).toEqual(open(long));
  });

  it('refuses a key whose first block does not begin with the check bytes', () => {
    const frame = encodeMode5(message(RECORDS));
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 16, maxLength: 16 }), (other) => {
        const payload = openMode5(frame, transportAt(frame, CI_AT), prepareKey(other));
        expect(payload === null || startsWithCheckBytes(payload, 0)).toBe(true);
      }),
    );
    expect(openMode5(changed(frame, 2), transportAt(frame, CI_AT), prepareKey(key))).toBeNull();
  });
});

describe('mode 7', () => {
  it('derives the keys of the example in CEN/TR 17167', () => {
    const counter = 0x0ab3;
    expect(Buffer.from(derivedKey(message(RECORDS), counter, 0)).toString('hex')).toBe(
      'eccf39d475d730b8284fdfdc1995d52f',
    );
    expect(Buffer.from(derivedKey(message(RECORDS), counter, 1)).toString('hex')).toBe(
      'c9cd19ff5a9aad5a6bbda13bd2c4c7ad',
    );
    const frame = encodeMode7(message(RECORDS), counter);
    const { authentication, transport } = layersOf(frame);
    expect(macFits(frame, authentication, transport, prepareKey(key))).toBe(true);
    const payload = openMode7(frame, authentication, transport, prepareKey(key));
    expect(payload?.subarray(2, 2 + RECORDS.length)).toEqual(Uint8Array.from(RECORDS));
  });

  it('opens messages of any length, counter and header made by another implementation', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 120 }),
        fc.nat(0xffff_ffff),
        fc.uint8Array({ minLength: 16, maxLength: 16 }),
        fc.boolean(),
        (records, counter, anyKey, isBehindRadioModule) => {
          const sent = { address: meter, key: anyKey, accessNo: 1, records };
          const frame = encodeMode7(sent, counter, isBehindRadioModule ? radioModule : meter);
          const { authentication, transport } = layersOf(frame);
          expect(authentication.messageCounter).toBe(counter);
          expect(macFits(frame, authentication, transport, prepareKey(anyKey))).toBe(true);
          const payload = openMode7(frame, authentication, transport, prepareKey(anyKey));
          expect(payload?.subarray(2, 2 + records.length)).toEqual(records);
        },
      ),
    );
  });

  it('notices any changed bit behind the authentication layer, in the counter, the control byte and the MAC', () => {
    const frame = encodeMode7(message(RECORDS), 0x0102_0304);
    const { authentication, transport } = layersOf(frame);
    const messageControlAt = authentication.counterAt - 1;
    for (let at = messageControlAt; at < frame.length; at++) {
      const broken = changed(frame, at);
      const layer =
        at < authentication.end
          ? (readAuthenticationLayer(broken, AUTHENTICATION_AT) ?? authentication)
          : authentication;
      expect(macFits(broken, layer, transport, prepareKey(key))).toBe(false);
    }
  });

  it('notices bytes added behind the encrypted blocks', () => {
    const frame = encodeMode7(message(RECORDS), 5);
    const { authentication, transport } = layersOf(frame);
    expect(macFits(Uint8Array.of(...frame, 0), authentication, transport, prepareKey(key))).toBe(false);
  });

  it('depends on the meter number of the header that names the meter', () => {
    const short = encodeMode7(message(RECORDS), 9);
    for (let at = 4; at < 8; at++) {
      const { authentication, transport } = layersOf(short);
      expect(macFits(changed(short, at), authentication, transport, prepareKey(key))).toBe(false);
    }
    const long = encodeMode7(message(RECORDS), 9, radioModule);
    for (let at = 2; at < 10; at++) {
      const { authentication, transport } = layersOf(long);
      expect(macFits(changed(long, at), authentication, transport, prepareKey(key))).toBe(true);
    }
  });

  it('compares exactly the bytes of the MAC that were sent', () => {
    const frame = encodeMode7(message(RECORDS), 9);
    const { authentication, transport } = layersOf(frame);
    for (const macLength of [2, 4, 8]) {
      const shorter = { ...authentication, macLength };
      expect(macFits(frame, shorter, transport, prepareKey(key))).toBe(true);
      for (let index = 0; index < 8; index++)
        expect(
          macFits(changed(frame, authentication.macAt + index), shorter, transport, prepareKey(key)),
        ).toBe(index >= macLength);
    }
  });
});
