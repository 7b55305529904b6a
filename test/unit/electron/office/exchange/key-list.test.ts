import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseKeyList, type KeyList } from '#office/exchange/key-list.ts';

const KEY = '000102030405060708090a0b0c0d0e0f';

function read(text: string): KeyList {
  const list = parseKeyList(text);
  if (!list.ok) throw new Error(list.error.message);
  return list.value;
}

describe('a key list', () => {
  it('is read by its header, whatever the order, the separator and the other columns', () => {
    for (const text of [
      `id;key;manufacturer\n00123456;${KEY};efe`,
      `Room,KEY,Manufacturer,ID\nBad,${KEY},EFE,00123456\n`,
      `\uFEFFid\tkey\tmanufacturer\r\n00123456\t${KEY}\tEFE\r\n\r\n`,
    ])
      expect(read(text).keys).toEqual([
        { line: 2, manufacturer: 'EFE', id: '00123456', key: Buffer.from(KEY, 'hex') },
      ]);
  });

  it('takes keys as people write them, with blanks, dashes, colons and 0x', () => {
    const spelled = ['0x000102030405060708090A0B0C0D0E0F', '00010203 04050607 08090a0b 0c0d0e0f'];
    spelled.push((KEY.match(/../g) ?? []).join(':'), (KEY.match(/.{8}/g) ?? []).join('-'));
    for (const key of spelled) expect(read(`id;key\n00123456;${key}`).keys[0]?.key.toString('hex')).toBe(KEY);
  });

  it('may name several keys for one meter', () => {
    const other = 'ff'.repeat(16);
    expect(read(`id;key\n00123456;${KEY}\n00123456;${other}`).keys).toHaveLength(2);
  });

  it('takes the good lines and says of each bad one where it is and what to do', () => {
    const { keys, faults } = read(
      [
        'id;key;manufacturer',
        `123456;${KEY};EFE`,
        `00123456;${KEY.slice(2)};EFE`,
        `00123456;${'0'.repeat(32)};EFE`,
        `00123456;${KEY};Engelmann`,
        `00123457;${KEY};`,
      ].join('\n'),
    );
    expect(keys.map((key) => key.line)).toEqual([6]);
    expect(faults.map((fault) => fault.line)).toEqual([2, 3, 4, 5]);
    expect(faults[0]?.message).toContain('führenden Nullen');
  });

  it('notices what Excel does to a key or a serial number', () => {
    const { faults } = read(`id;key\n00123456;1,23457E+31\n1,2E+7;${KEY}`);
    expect(faults).toHaveLength(2);
    for (const fault of faults) expect(fault.message).toContain('Originaldatei');
  });

  it('refuses a text without the two columns', () => {
    for (const text of ['', 'serial;secret\n1;2', '"'])
      expect(parseKeyList(text)).toMatchObject({ ok: false, error: { code: 'NO_KEY_TABLE' } });
  });

  it('never quotes a key in what it says', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9A-F]{20,40}$/), (key) => {
        const said = JSON.stringify(read(`id;key\nabc;${key}\n00123456;${key}Z`).faults);
        expect(said).not.toContain(key);
      }),
    );
  });
});
