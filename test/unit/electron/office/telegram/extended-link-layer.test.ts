import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  decryptPayload,
  isExtendedLinkLayer,
  payloadChecksumFits,
  readExtendedLinkLayer,
} from '#office/telegram/extended-link-layer.ts';
import { prepareKey } from '#office/telegram/prepared-key.ts';
import { bitwiseCrc, encodeExtendedLink, frameOf, linkAddress } from './encode.ts';

const address = { manufacturer: 'KAM', id: '67676767', version: 48, deviceType: 4 };
const partner = { manufacturer: 'XYZ', id: '33445566', version: 10, deviceType: 0x31 };
const key = Buffer.from('A179C3082B9C3209FE9EFD88099C9ABF', 'hex');
const CI_AT = 10;
const CONTROL_AT = 11;

describe('the extended link layer', () => {
  it('comes in four forms, of which two carry a destination and two a session', () => {
    expect([0x8b, 0x8c, 0x8d, 0x8e, 0x8f, 0x90].map(isExtendedLinkLayer)).toEqual([
      false,
      true,
      true,
      true,
      true,
      false,
    ]);
    const tail = [0x78, 0x0f];
    const session = [1, 0, 0, 0, 0xaa, 0xbb];
    const forms = [
      { body: [0x8c, 0x20, 7, ...tail], end: 13, destination: null, sessionAt: null },
      { body: [0x8d, 0x20, 7, ...session, ...tail], end: 19, destination: null, sessionAt: 13 },
      {
        body: [0x8e, 0x20, 7, ...linkAddress(partner), ...tail],
        end: 21,
        destination: partner,
        sessionAt: null,
      },
      {
        body: [0x8f, 0x20, 7, ...linkAddress(partner), ...session, ...tail],
        end: 27,
        destination: partner,
        sessionAt: 21,
      },
    ];
    for (const { body, ...expected } of forms) {
      const layer = readExtendedLinkLayer(frameOf(address, body), CI_AT);
      expect(layer).toMatchObject({ ...expected, accessNo: 7, isEncrypted: false, controlAt: CONTROL_AT });
      // The layer needs at least the next CI byte.
      const cut = frameOf(address, body).subarray(0, expected.end);
      expect(readExtendedLinkLayer(cut, CI_AT)).toBeNull();
      expect(
        readExtendedLinkLayer(frameOf(address, body).subarray(0, expected.end + 1), CI_AT),
      ).not.toBeNull();
    }
  });

  it('is encrypted only when the top three bits of the session number say AES-CTR', () => {
    for (let encryption = 0; encryption < 8; encryption++) {
      const body = [0x8d, 0x20, 7, 0xff, 0xff, 0xff, (encryption << 5) | 0x1f, 0, 0, 0x78, 0x0f];
      expect(readExtendedLinkLayer(frameOf(address, body), CI_AT)?.isEncrypted).toBe(encryption === 1);
    }
  });

  it('has its payload checksum low byte first over everything behind it', () => {
    const payload = [0x78, 0x02, 0x06, 1, 2];
    const crc = bitwiseCrc(payload);
    const fits = (checksum: readonly number[]) => {
      const frame = frameOf(address, [0x8d, 0x20, 7, 0, 0, 0, 0, ...checksum, ...payload]);
      const layer = readExtendedLinkLayer(frame, CI_AT);
      return layer !== null && payloadChecksumFits(frame, layer);
    };
    expect(fits([crc & 255, crc >> 8])).toBe(true);
    expect(fits([crc >> 8, crc & 255])).toBe(false);
  });

  it('opens payloads of any length made by another implementation', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 100 }),
        fc.nat(2 ** 29 - 1),
        fc.nat(255),
        (records, session, accessNo) => {
          const frame = encodeExtendedLink({ address, key, accessNo, records }, session);
          const layer = readExtendedLinkLayer(frame, CI_AT);
          if (layer === null || layer.sessionAt === null) throw new Error('no session');
          const opened = decryptPayload(frame, layer, layer.sessionAt, prepareKey(key));
          expect(payloadChecksumFits(opened, layer)).toBe(true);
          expect([...opened.subarray(layer.end)]).toEqual([0x78, ...records]);
          expect([...opened.subarray(0, layer.end - 2)]).toEqual([...frame.subarray(0, layer.end - 2)]);
        },
      ),
    );
  });

  it('makes the counter block without the bits that repeaters change, and with every other bit', () => {
    const sent = encodeExtendedLink({ address, key, accessNo: 5, records: Uint8Array.of(2, 6, 1, 2) }, 77);
    const opensWith = (control: number) => {
      const frame = Uint8Array.from(sent);
      frame[CONTROL_AT] = control;
      const layer = readExtendedLinkLayer(frame, CI_AT);
      if (layer === null || layer.sessionAt === null) throw new Error('no session');
      return payloadChecksumFits(decryptPayload(frame, layer, layer.sessionAt, prepareKey(key)), layer);
    };
    for (const repeated of [0x20, 0x30, 0x22, 0x32]) expect(opensWith(repeated)).toBe(true);
    for (const bit of [0x01, 0x04, 0x08, 0x40, 0x80]) expect(opensWith(0x20 ^ bit)).toBe(false);
    expect(opensWith(0x00)).toBe(false);
  });

  it('depends on every byte of the sender and of the session number', () => {
    const sent = encodeExtendedLink({ address, key, accessNo: 5, records: Uint8Array.of(2, 6, 1, 2) }, 77);
    for (const at of [2, 3, 4, 5, 6, 7, 8, 9, 13, 14, 15]) {
      const frame = Uint8Array.from(sent);
      frame[at] = (frame[at] ?? 0) ^ 1;
      const layer = readExtendedLinkLayer(frame, CI_AT);
      if (layer === null || layer.sessionAt === null) throw new Error('no session');
      expect(payloadChecksumFits(decryptPayload(frame, layer, layer.sessionAt, prepareKey(key)), layer)).toBe(
        false,
      );
    }
  });
});
