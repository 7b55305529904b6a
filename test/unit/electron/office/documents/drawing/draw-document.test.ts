import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { plainDateOf } from '#shared/model/plain-date.ts';
import { centsOf } from '#shared/model/money.ts';
import { rational } from '#shared/model/rational.ts';
import { drawDocument } from '#office/documents/drawing/draw-document.ts';
import type { Block } from '#office/documents/model/printed-document.ts';
import { entry, figures, groupHead, total, words, type Table } from '#office/documents/model/table.ts';
import { letterWith } from '../letter.ts';
import { lacks, pagesOf, run, textOf } from '../../../../../support/tools.ts';

function longTable(rows: number): Table {
  return {
    name: 'Lang',
    columns: [words('Nutzer'), figures('Betrag (€)')],
    rows: [
      groupHead('Alle'),
      ...Array.from({ length: rows }, (_, index) => ({
        ...entry(`Zeile ${index} von ${rows}.`, '1,00'),
        carries: [centsOf(100)],
      })),
      total('Summe', `${rows},00`),
    ],
    carriedColumns: [1],
  };
}

const GIRO = {
  payee: 'Remo Reichel',
  iban: 'DE89370400440532013000',
  amount: centsOf(35_486),
  purpose: 'HK-1',
};
const EVERY_BLOCK = letterWith([
  { kind: 'heading', level: 2, text: 'Überschrift' },
  { kind: 'heading', level: 3, text: 'Zwischenüberschrift' },
  { kind: 'paragraph', text: 'Ein Absatz.' },
  { kind: 'list', items: ['Eins', 'Zwei'] },
  { kind: 'notice', title: 'Bitte beachten', items: ['Ein Hinweis.'] },
  {
    kind: 'balance',
    balance: { steps: [{ label: 'Ihre Kosten', value: '1,00 €' }], word: 'Nachzahlung', amount: '1,00 €' },
  },
  { kind: 'transfer', transfer: { text: 'Bitte überweisen Sie.', details: [], giroCode: GIRO } },
  { kind: 'table', table: longTable(3) },
  {
    kind: 'bars',
    alternative: 'Heizung 2 kWh',
    bars: {
      unit: 'kWh',
      nowLabel: '2025',
      beforeLabel: '2024',
      averageLabel: 'Ø',
      pairs: [{ label: 'Heizung', colour: 'heat', now: 2, before: 3, average: 1 }],
    },
  },
  {
    kind: 'months',
    alternative: 'Heizung nach Monaten',
    chart: {
      unit: 'kWh',
      colour: 'heat',
      months: ['08/25', '09/25'],
      series: [
        { id: 'base', isBase: true, name: 'Grundanteil', values: [rational(3), rational(4)] },
        { id: 'a', isBase: false, name: 'Bad', values: [null, rational(0)] },
        { id: 'b', isBase: false, name: 'Wohnzimmer', values: [rational(1), rational(1, 1000)] },
      ],
    },
  },
  { kind: 'code', groups: ['7ZK3', 'Q9M2'] },
]);

function lines(count: number): Block {
  return { kind: 'list', items: Array.from({ length: count }, () => 'Zeile') };
}

/** The drawing instructions of each page, unpacked. */
function contentsOf(file: Uint8Array): string[] {
  const text = Buffer.from(file).toString('latin1');
  const streams = text.matchAll(/\/Filter \/FlateDecode\n>>\nstream\n([\s\S]*?)\nendstream/g);
  const unpacked = Array.from(streams, ([, packed = '']) =>
    inflateSync(Buffer.from(packed, 'latin1')).toString('latin1'),
  );
  return unpacked.filter((content) => content.includes(' BDC') || content.includes(' Tm'));
}

/** What is painted outside of every tag and artifact; nesting of marked content must close. */
function paintedOutside(content: string): string[] {
  let depth = 0;
  const outside: string[] = [];
  for (const line of content.split('\n')) {
    if (/ B[DM]C$/.test(line)) depth += 1;
    else if (line === 'EMC') depth -= 1;
    else if (depth === 0 && /(?:^| )(?:TJ|Tj|S|f|f\*|B)$/.test(line)) outside.push(line);
  }
  return depth === 0 ? outside : [...outside, 'unclosed'];
}

function bytesContain(file: Uint8Array, text: string): boolean {
  return Buffer.from(file).includes(Buffer.from(text));
}

describe('drawing a document', () => {
  it('declares PDF/A-3a and PDF/UA-1, German and tagged', async () => {
    const file = await drawDocument(EVERY_BLOCK);
    for (const text of [
      '<pdfaid:part>3<',
      '<pdfaid:conformance>A<',
      '<pdfuaid:part>1<',
      '/Lang (de-DE)',
      '/Marked true',
    ])
      expect([text, bytesContain(file, text)]).toEqual([text, true]);
  });

  it('escapes the info fields in the XMP packet, which pdfkit copies as they are', async () => {
    const office = { name: 'Müller & Söhne <Messdienst>', address: [] };
    const file = await drawDocument({ ...EVERY_BLOCK, title: 'Müller & Söhne', office });
    const packet = /<x:xmpmeta[\s\S]*<\/x:xmpmeta>/.exec(Buffer.from(file).toString('utf8'))?.[0] ?? '';
    expect(packet).toContain('Müller &amp; Söhne P-1');
    expect(packet).toContain('Müller &amp; Söhne &lt;Messdienst&gt;');
    expect(packet.replaceAll(/&(?:amp|lt|gt);/g, '')).not.toContain('&');
  });

  it('embeds its faces and no other', async () => {
    const file = await drawDocument(EVERY_BLOCK);
    expect(bytesContain(file, 'Helvetica')).toBe(false);
    expect(bytesContain(file, '+SourceSans3-Regular')).toBe(true);
  });

  it('paints nothing outside of a tag or an artifact', async () => {
    const file = await drawDocument(
      letterWith([...(EVERY_BLOCK.sections[0]?.blocks ?? []), { kind: 'table', table: longTable(60) }]),
    );
    const contents = contentsOf(file);
    expect(contents.length).toBeGreaterThan(1);
    for (const content of contents) expect(paintedOutside(content)).toEqual([]);
  });

  it('gives the same bytes for the same document and other bytes for another day', async () => {
    const [first, second] = [await drawDocument(EVERY_BLOCK), await drawDocument(EVERY_BLOCK)];
    expect(Buffer.compare(first, second)).toBe(0);
    const later = await drawDocument({ ...EVERY_BLOCK, issuedOn: plainDateOf('2026-03-03') });
    expect(Buffer.compare(first, later)).not.toBe(0);
  });
});

describe.skipIf(lacks('pdftotext', 'pdftoppm', 'qpdf', 'pdfinfo', 'zbarimg'))(
  'a drawn document seen from outside',
  () => {
    it('is sound, with its title as it was written', async () => {
      const file = await drawDocument({ ...EVERY_BLOCK, title: 'Müller & Söhne' });
      expect(run('qpdf', ['--check', 'FILE'], file).status).toBe(0);
      expect(run('pdfinfo', ['FILE'], file).output).toContain('Müller & Söhne P-1');
    });

    it('repeats the head of a table on every page and loses none of its rows', async () => {
      const file = await drawDocument(letterWith([{ kind: 'table', table: longTable(180) }]));
      const pages = pagesOf(file);
      expect(pages.length).toBeGreaterThan(3);
      for (const page of pages) expect(page).toMatch(/Nutzer +Betrag/);
      const text = textOf(file);
      for (let row = 0; row < 180; row += 1) expect(text).toContain(`Zeile ${row} von 180.`);
      const sums = pages.flatMap((page) =>
        [...page.matchAll(/(?:Zwischensumme|Übertrag) +(\S+)/g)].map(([, sum]) => sum),
      );
      expect(sums.length).toBe(2 * (pages.length - 1));
      for (let index = 0; index < sums.length; index += 2) expect(sums[index]).toBe(sums[index + 1]);
    });

    it('lets a section go on where the one before only just began a page', async () => {
      const second = { orientation: 'portrait' as const, blocks: [lines(1)] };
      const pagesWith = async (count: number): Promise<number> => {
        const sections = [{ orientation: 'portrait' as const, blocks: [lines(count)] }, second];
        return pagesOf(await drawDocument(letterWith([], { sections }))).length;
      };
      expect(await pagesWith(5)).toBe(2);
      expect(await pagesWith(38)).toBe(2);
      expect(await pagesWith(70)).toBe(3);
    });

    it('prints a GiroCode that a banking app reads', async () => {
      const file = await drawDocument(EVERY_BLOCK);
      const image = run('pdftoppm', ['-r', '200', '-f', '1', '-l', '1', '-png', 'FILE'], file);
      const read = run('zbarimg', ['--raw', '-q', 'FILE'], image.bytes);
      expect(read.output.split('\n').slice(0, 8)).toEqual([
        'BCD',
        '002',
        '1',
        'SCT',
        '',
        'Remo Reichel',
        'DE89370400440532013000',
        'EUR354.86',
      ]);
    });

    it('keeps the text of a letter that an earlier document only used as part of another', async () => {
      await drawDocument(letterWith([], { recipient: ['Jiří Ŵŷ'] }));
      const recipient = ['Yıldız', 'Wendy'];
      const text = textOf(await drawDocument(letterWith([], { recipient })));
      for (const name of recipient) expect(text).toContain(name);
    });

    it('prints names from all over Europe as they are written', async () => {
      const recipient = ['Łukasz Dvořák', 'Groẞmann', 'Ayşe Yıldız', 'Ждан Ёлкин', 'Ωμέγα'];
      const text = textOf(await drawDocument(letterWith([], { recipient })));
      for (const name of recipient) expect(text).toContain(name);
    });
  },
);
