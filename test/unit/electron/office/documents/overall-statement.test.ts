import { beforeAll, describe, expect, it } from 'vitest';
import { sumCents } from '#shared/model/money.ts';
import { formatPlainEuros } from '#shared/text/format.ts';
import { overallStatement, renderOverallStatement } from '#office/documents/overall-statement.ts';
import { sampleInput } from './sample-house.ts';
import { lacks, pagesOf, run } from '../../../../support/tools.ts';
import { rowsOf, tableOf, wordsOf } from './words-of.ts';

const input = sampleInput(9);
const document = overallStatement(input);

describe('the landlord’s overall statement', () => {
  it('shows that bills, vacancies and the landlord’s CO2 share are the invoices to the cent', () => {
    const { proof } = input.bill;
    const amounts = rowsOf(tableOf(document, 'Ergebnis')).map((row) => row[1]);
    expect(amounts).toEqual([
      'Betrag (€)',
      formatPlainEuros(proof.users),
      formatPlainEuros(proof.vacancies),
      formatPlainEuros(proof.landlordCo2),
      formatPlainEuros(proof.invoices),
      formatPlainEuros(proof.invoices),
      '0,00',
    ]);
    expect(wordsOf(document)).toContain('stimmen auf den Cent');
  });

  it('lists every user and every vacancy, with sums that the users add up to', () => {
    const rows = rowsOf(tableOf(document, 'Alle Nutzer'));
    expect(rows).toHaveLength(input.bill.users.length + 2);
    const total = sumCents(input.bill.users.map((user) => user.total));
    expect(rows.at(-1)).toContain(formatPlainEuros(total));
    expect(rows.flat().filter((cell) => cell === 'Leerstand')).toHaveLength(1);
  });

  it('claims no balance from a vacancy', () => {
    const row = rowsOf(tableOf(document, 'Alle Nutzer')).find((cells) => cells.includes('Leerstand'));
    expect(row?.at(-1)).toBe('0,00');
  });

  it('lists costs in the order they were entered', () => {
    const rows = rowsOf(tableOf(document, 'Kosten der Liegenschaft')).map(([label]) => label);
    expect(rows.slice(1, 4)).toEqual([
      'Heizung und Warmwasser gemeinsam',
      'Erdgas',
      'Wartung des Heizkessels',
    ]);
  });

  it('names determined values with method and reason, and every meter as it was used', () => {
    expect(rowsOf(tableOf(document, 'Ermittelte Werte'))[1]).toContain(
      'Heizkostenverteiler am 14.10.2025 ausgefallen',
    );
    const serials = new Set(rowsOf(tableOf(document, 'Messgeräte der Nutzeinheiten')).map((row) => row[3]));
    for (const { serial } of input.case.devices) expect(serials).toContain(serial);
  });

  it('gives the landlord the deadline for sending the bills', () => {
    expect(wordsOf(document)).toContain('31.12.2026');
  });
});

describe.skipIf(lacks('pdftotext', 'qpdf'))('the PDF of an overall statement for 200 flats', () => {
  const many = sampleInput(200);
  let file = new Uint8Array();
  let pages: string[] = [];

  beforeAll(async () => {
    const rendered = await renderOverallStatement(many);
    if (rendered.ok) file = new Uint8Array(rendered.value);
    pages = pagesOf(file);
  });

  it('is a sound file', () => {
    expect(run('qpdf', ['--check', 'FILE'], file).status).toBe(0);
  });

  it('loses no user over its page breaks, and repeats head and sums on every page of the list', () => {
    const start = pages.findIndex((page) => page.includes('Alle Nutzer'));
    const end = pages.findIndex((page) => page.includes('Saldo: positive'));
    const list = pages.slice(start, end + 1);
    expect(list.length).toBeGreaterThan(5);
    for (const page of list) expect(page).toMatch(/Nutzeinheit\s+Nutzer\s+Zeitraum/);
    for (const page of list.slice(1)) expect(page).toContain('Übertrag');
    for (const page of list.slice(0, -1)) expect(page).toContain('Zwischensumme');
    const listed = list.join('\n').match(/\d+,\d{2} +\d+,\d {2,}|\d+,\d{2} +[\d.]+,\d +[\d.]+,\d /g) ?? [];
    expect(listed.length).toBe(many.bill.users.length);
  });

  it('carries each sum over unchanged, and ends with the sum of all', () => {
    const carried = pages.flatMap((page) => [
      ...(/Übertrag +(\S+)/.exec(page) ?? []).slice(1),
      ...(/Zwischensumme +(\S+)/.exec(page) ?? []).slice(1),
    ]);
    expect(carried.length).toBeGreaterThan(10);
    for (let index = 0; index + 1 < carried.length; index += 2)
      expect(carried[index]).toBe(carried[index + 1]);
    const total = sumCents(many.bill.users.map((user) => user.total));
    expect(pages.join('\n')).toContain(formatPlainEuros(total));
  });
});
