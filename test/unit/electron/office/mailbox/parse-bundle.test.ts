import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_BUNDLE_BYTES, parseBundle } from '#office/mailbox/parse-bundle.ts';

const ARRIVED_AT = new Date('2026-01-07T12:00:00Z');
const HEX = '2E44C5143500206102087A790020252A8C3F6726E5F9CB18148308340D6E1975439B75C884B72E236AF1AE4DBF8FAB';
const OTHER_HEX = HEX.replace('79', '80');

function parse(text: string | Uint8Array) {
  return parseBundle(typeof text === 'string' ? Buffer.from(text) : text, ARRIVED_AT);
}

/** What a payload was taken for and the telegrams in it, or the code of the failure. */
function summaryOf(text: string | Uint8Array): unknown {
  const parsed = parse(text);
  if (!parsed.ok) return parsed.error.code;
  const { format, telegrams, skippedRows } = parsed.value;
  return {
    format,
    skippedRows,
    telegrams: telegrams.map(({ receivedAt, rssi, bytes }) => [
      receivedAt.toISOString(),
      rssi,
      Buffer.from(bytes).toString('hex').toUpperCase(),
    ]),
  };
}

const BUNDLE = { v: 1, gw: 'muc-0a1b2c', epoch: 17, seq: 123456, sent: '2026-01-07T03:00:05Z', crc: false };

describe('our own format', () => {
  it('is read in its row form and in its object form, plain and packed', () => {
    const json = JSON.stringify({
      ...BUNDLE,
      info: { fw: '1.40', csq: -85, lost: 0 },
      t: [
        ['2026-01-07T02:10:02Z', -71, 'C1', HEX],
        { at: '2026-01-07T02:11:40Z', rssi: -80, hex: OTHER_HEX.toLowerCase() },
        { b64: Buffer.from(HEX, 'hex').toString('base64') },
      ],
    });
    const expected = {
      format: 'wmbus-bundle',
      skippedRows: 0,
      telegrams: [
        ['2026-01-07T02:10:02.000Z', -71, HEX],
        ['2026-01-07T02:11:40.000Z', -80, OTHER_HEX],
        ['2026-01-07T03:00:05.000Z', null, HEX],
      ],
    };
    expect(summaryOf(json)).toEqual(expected);
    expect(summaryOf(gzipSync(json))).toEqual(expected);
    expect(parse(json)).toMatchObject({
      value: { gateway: 'muc-0a1b2c', epoch: '17', seq: 123456, sentAt: new Date('2026-01-07T03:00:05Z') },
    });
  });

  it('falls back to the time of arrival where neither row nor bundle has one', () => {
    const json = JSON.stringify({ gw: 'a', seq: 1, t: [{ hex: HEX }] });
    expect(summaryOf(json)).toMatchObject({ telegrams: [[ARRIVED_AT.toISOString(), null, HEX]] });
  });

  it('skips rows without a telegram and counts them', () => {
    const rows = [
      ['x', -71, 'C1', HEX],
      ['x', -71, 'C1', 'no hex'],
      { hex: 'ABCD' },
      { b64: '***' },
      5,
      null,
    ];
    const json = JSON.stringify({ gw: 'a', seq: 1, t: rows });
    expect(summaryOf(json)).toMatchObject({ skippedRows: 5, telegrams: [[expect.any(String), -71, HEX]] });
  });

  it('may be empty: a gateway that heard nothing has still reported', () => {
    expect(summaryOf(JSON.stringify({ ...BUNDLE, t: [] }))).toMatchObject({ telegrams: [], skippedRows: 0 });
  });

  it.each([
    ['no gateway', { seq: 1, t: [] }],
    ['no number', { gw: 'a', t: [] }],
    ['a fractional number', { gw: 'a', seq: 1.5, t: [] }],
    ['a version to come', { ...BUNDLE, v: 2, t: [] }],
    ['nothing but garbage', { gw: 'a', seq: 1, t: [1, 2, 3] }],
  ])('is damaged with %s', (_what, bundle) => {
    expect(summaryOf(JSON.stringify(bundle))).toBe('DAMAGED');
  });

  it('is damaged when it breaks off', () => {
    expect(summaryOf(JSON.stringify({ ...BUNDLE, t: [[null, -71, 'C1', HEX]] }).slice(0, -3))).toBe(
      'DAMAGED',
    );
  });
});

describe('formats of others', () => {
  const arrived = ARRIVED_AT.toISOString();

  it('hex lines: any case, blanks and bars between bytes, comments between lines', () => {
    const lines = `# recorded in the cellar\n${HEX}\n\n  ${OTHER_HEX.toLowerCase().replaceAll(/(..)/g, '$1 ')}\nend\n`;
    expect(summaryOf(lines)).toEqual({
      format: 'hex-lines',
      skippedRows: 1,
      telegrams: [
        [arrived, null, HEX],
        [arrived, null, OTHER_HEX],
      ],
    });
  });

  it('logs of wmbusmeters: bars and underscores are ornament, the suffix is a replay time', () => {
    const log = [
      '# simulation',
      `telegram=|${HEX.slice(0, 30)}_${HEX.slice(30)}|+1234`,
      `telegram=|${OTHER_HEX}|466.472`,
      `{"media":"heat cost allocation","current_hca":12}`,
      `telegram=||+2`,
    ].join('\n');
    expect(summaryOf(log)).toEqual({
      format: 'telegram-log',
      skippedRows: 1,
      telegrams: [
        [arrived, null, HEX],
        [arrived, null, OTHER_HEX],
      ],
    });
  });

  it('rtl_wmbus lines: drops radio errors, reads a second telegram, takes no receiver level for dBm', () => {
    const lines = [
      `T1;1;1;2026-01-06 19:00:42.000;97;148;61200035;0x${HEX.toLowerCase()}`,
      `T1;0;1;2026-01-06 19:00:43.000;97;148;61200035;0x${HEX}`,
      `C1;1;1;2026-01-06 19:00:44.500;97;148;61200035;0x${HEX};0x${OTHER_HEX}`,
    ].join('\n');
    expect(summaryOf(lines)).toEqual({
      format: 'rtl-wmbus',
      skippedRows: 1,
      telegrams: [
        ['2026-01-06T19:00:42.000Z', null, HEX],
        ['2026-01-06T19:00:44.500Z', null, HEX],
        ['2026-01-06T19:00:44.500Z', null, OTHER_HEX],
      ],
    });
  });

  it('ESPHome: an object a line, one object, or an array of them', () => {
    const first = { address: '61200035', mode: 'T', rssi: -71, frame: HEX };
    const second = { hex: OTHER_HEX, rssi_dbm: '-80', time: '2026-01-06T19:00:42+01:00' };
    const telegrams = [
      [arrived, -71, HEX],
      ['2026-01-06T18:00:42.000Z', -80, OTHER_HEX],
    ];
    const expected = { format: 'esphome-json', skippedRows: 0, telegrams };
    expect(summaryOf(`${JSON.stringify(first)}\n${JSON.stringify(second)}`)).toEqual(expected);
    expect(summaryOf(JSON.stringify([first, second], null, 2))).toEqual(expected);
    expect(summaryOf(JSON.stringify(first, null, 2))).toMatchObject({ telegrams: telegrams.slice(0, 1) });
  });

  it.each([
    [';', ['Zeitstempel', 'Gerät', 'RSSI', 'Rohdaten'], ['2026-01-06 19:00:42', 'a', '-71', HEX]],
    [',', ['time', 'model', 'data', 'rssi'], ['2026-01-06T19:00:42Z', '"a ""b"", c"', HEX, '-71']],
    ['\t', ['telegram', 'rssi_dbm', 'received_at'], [HEX, '-71', '2026-01-06T19:00:42Z']],
  ])('CSV with %s: finds the columns by their names', (delimiter, header, row) => {
    const text = `\uFEFF${header.join(delimiter)}\r\n${row.join(delimiter)}\r\n`;
    expect(summaryOf(text)).toEqual({
      format: 'csv',
      skippedRows: 0,
      telegrams: [['2026-01-06T19:00:42.000Z', -71, HEX]],
    });
  });

  it('Elvaco 4001: a wired answer gets the link layer its long header stands for', () => {
    const answer = '08147268710405AC484103470000000C1480769604046DBA092E1A';
    const row = `00000161;05047168;2025-12-17 00:00:00;00;${answer}`;
    const frame = '2208AC486871040541037268710405AC484103470000000C1480769604046DBA092E1A';
    const expected = {
      format: 'elvaco-4001',
      skippedRows: 0,
      telegrams: [['2025-12-17T00:00:00.000Z', null, frame]],
    };
    expect(Buffer.from(frame, 'hex')).toHaveLength(0x22 + 1);
    expect(summaryOf(row)).toEqual(expected);
    const header = 'serial-number;device-identification;created;value-data-count;mbus-raw-value';
    expect(summaryOf(`${header}\n${row}`)).toEqual(expected);
    const radio = `00000161;61200035;2025-12-17 00:00:00;00;${HEX.slice(2)}`;
    expect(summaryOf(radio)).toMatchObject({ telegrams: [[expect.any(String), null, HEX]] });
  });

  it.each([
    [
      'MUC XML',
      '<?xml version="1.0"?>\n<interface MESSAGE_TYPE="1"><muc MUC_ID="9872f" VERSION="1f6"></muc></interface>',
    ],
    ['MUC JSON', '{"muc":{"meter":[]}}'],
    [
      'JSON of wmbusmeters',
      '{"_":"telegram","media":"heat cost allocation","meter":"qcaloric","current_hca":12}',
    ],
    ['older JSON of wmbusmeters', '{"media":"heat cost allocation","meter":"qcaloric","current_hca":12}'],
  ])('%s: decoded data, no telegrams', (_what, text) => {
    expect(summaryOf(text)).toBe('DECODED_ONLY');
  });
});

function keyOf(digit: string): string {
  return digit.repeat(32);
}

describe('lines as long as keys', () => {
  it('are refused, for telegrams are stored as they came and keys never may be', () => {
    for (const text of [
      keyOf('A'),
      `${keyOf('1')}\n${keyOf('2')}\n${keyOf('3').slice(2)}`,
      `# delivery\n${keyOf('7')}`,
    ])
      expect(parseBundle(Buffer.from(text), ARRIVED_AT)).toMatchObject({ error: { code: 'PERHAPS_KEYS' } });
  });

  it('are taken among telegrams that are longer', () => {
    expect(parseBundle(Buffer.from(`${HEX}\n${OTHER_HEX}\n${keyOf('1')}`), ARRIVED_AT)).toMatchObject({
      ok: true,
    });
  });
});

describe('whatever comes in', () => {
  it.each(['', '   \n', 'hello', '<html></html>', '{}', '[]', '{"gw":"a"}', 'ABCD', '\u0000\u0001', '﻿'])(
    'has no known format when it is none: %j',
    (text) => {
      expect(summaryOf(text)).toBe('UNKNOWN_FORMAT');
    },
  );

  it('is refused when it is larger than any bundle, packed or unpacked', () => {
    expect(summaryOf(new Uint8Array(MAX_BUNDLE_BYTES + 1))).toBe('TOO_LARGE');
    const bomb = gzipSync(Buffer.alloc(MAX_BUNDLE_BYTES + 1));
    expect(bomb.byteLength).toBeLessThan(100_000);
    expect(summaryOf(bomb)).toBe('TOO_LARGE');
  });

  it('is damaged when it is gzip that breaks off or decays', () => {
    const packed = gzipSync(JSON.stringify({ ...BUNDLE, t: [] }));
    expect(summaryOf(packed.subarray(0, -5))).toBe('DAMAGED');
    expect(summaryOf(Buffer.from([0x1f, 0x8b, 1, 2, 3]))).toBe('DAMAGED');
  });

  const fragments = fc.constantFrom(
    HEX,
    '{',
    '}',
    '[',
    ']',
    '"t":[',
    '"gw":"a",',
    '"seq":1,',
    '"frame":"',
    '"hex":"2E',
    'telegram=|',
    ';0x',
    '\n',
    'T1;1;1;',
    'time;hex\n',
    'time,rssi,hex\n',
    '00000161;05047168;2025-12-17 00:00:00;00;',
    ';',
    ',',
    '|',
    '"',
    '\\',
    '<muc>',
    '#',
    ' ',
    '2026-01-07T02:10:02Z',
    '-71',
    '\u0000',
    'é',
  );

  it('has one of the declared outcomes, for any bytes and any mixture of formats', () => {
    const payloads = fc.oneof(
      fc.uint8Array({ maxLength: 200 }),
      fc.array(fragments, { maxLength: 20 }).map((parts) => Buffer.from(parts.join(''))),
      fc.json().map((json) => Buffer.from(json)),
      fc.uint8Array({ maxLength: 60 }).map((bytes) => gzipSync(bytes)),
      fc.uint8Array({ maxLength: 60 }).map((bytes) => Buffer.concat([Buffer.from([0x1f, 0x8b]), bytes])),
    );
    fc.assert(
      fc.property(payloads, (payload) => {
        const parsed = parse(payload);
        if (!parsed.ok) {
          expect(['UNKNOWN_FORMAT', 'DECODED_ONLY', 'DAMAGED', 'TOO_LARGE']).toContain(parsed.error.code);
          return;
        }
        for (const { receivedAt, bytes } of parsed.value.telegrams) {
          expect(Number.isNaN(receivedAt.getTime())).toBe(false);
          expect(bytes.byteLength).toBeGreaterThan(10);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('reads long nonsense in the time of its length', () => {
    for (const unit of [' ', '#\n', '"t":', 'ab ', '{', '<', 'telegram=', 'T1;1;', '\n', ';']) {
      const started = performance.now();
      parse(unit.repeat(1_000_000 / unit.length));
      expect(performance.now() - started).toBeLessThan(2_000);
    }
  });
});
