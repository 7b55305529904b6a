import { beforeAll, describe, expect, it } from 'vitest';
import type { InformationLine } from '#shared/billing/bill.ts';
import { centsOf } from '#shared/model/money.ts';
import { formatEuros, formatPlainEuros } from '#shared/text/format.ts';
import { renderTenantStatement, tenantStatement } from '#office/documents/tenant-statement.ts';
import { LONG_NAME, sampleInput, unitId } from './sample-house.ts';
import { lacks, pagesOf, run, textOf } from '../../../../support/tools.ts';
import { blocksOf, rowsOf, tableOf, wordsOf } from './words-of.ts';

const input = sampleInput(9);
const account = { holder: 'Remo Reichel', iban: 'DE89370400440532013000' };
const kwh = (value: string) => ({ value, figure: '' });
const NO_INFORMATION: InformationLine = {
  heatingKwh: kwh('0'),
  hotWaterKwh: null,
  converted: true,
  adjustedKwh: null,
  previousAdjustedKwh: null,
  changePercent: null,
  averageUserKwh: null,
};
const statementOf = (tenancyId: string) => tenantStatement({ ...input, tenancyId, account });
const userOf = (tenancyId: string) => {
  const user = input.bill.users.find(({ id }) => id === tenancyId);
  if (user === undefined) throw new Error(`no user ${tenancyId}`);
  return user;
};

/** A printed figure as a number: `1.234,56` is 1234.56. */
function numberIn(text: string): number {
  return Number(
    text
      .replaceAll('.', '')
      .replace(',', '.')
      .replace('\u2212', '-')
      .replaceAll(/[^\d.-]/g, ''),
  );
}

describe('a tenant’s statement', () => {
  it('says the result in a word, with costs, prepayments and balance from the bill', () => {
    const user = userOf('u0000-2');
    const balance = blocksOf(statementOf(user.id)).find((block) => block.kind === 'balance');
    expect(balance).toMatchObject({
      balance: {
        steps: [{ value: formatEuros(user.total) }, { value: formatEuros(centsOf(0 - user.prepaid)) }],
        word: 'Nachzahlung',
        amount: formatEuros(user.balance),
      },
    });
  });

  it('asks for a transfer only where something is owed', () => {
    const owing = blocksOf(statementOf('u0000-2')).find((block) => block.kind === 'transfer');
    const credited = blocksOf(statementOf('u0000-1')).find((block) => block.kind === 'transfer');
    expect(owing).toMatchObject({ transfer: { giroCode: { iban: account.iban } } });
    expect(credited).not.toHaveProperty('transfer.giroCode');
    expect(wordsOf(statementOf('u0000-1'))).toContain('Guthaben');
  });

  it('lets every line be recalculated: quantity times time times price gives the amount', () => {
    for (const tenancyId of ['u0000-1', 'u0001-1']) {
      const rows = rowsOf(tableOf(statementOf(tenancyId), 'Ihr Anteil')).filter(([label]) =>
        /^(Grund|Verbrauchs)kosten$/.test(label ?? ''),
      );
      expect(rows).toHaveLength(4);
      for (const [, quantity = '', ...rest] of rows) {
        const [price = '', amount = ''] = rest.slice(-2);
        const time = rest.length === 3 && rest[0] !== '' ? numberIn(rest[0] ?? '') : 1;
        expect(numberIn(quantity) * time * numberIn(price)).toBeCloseTo(numberIn(amount), 1);
      }
    }
  });

  it('shows the meters with readings, factor and consumption that the bill used', () => {
    const [, first, , , water] = rowsOf(tableOf(statementOf('u0001-1'), 'Ihre Messgeräte'));
    expect(first).toEqual([
      'Wohnzimmer',
      'Heizkostenverteiler',
      'QDS71000010',
      '1.000',
      '1.137',
      '137',
      '1,25',
      '171,25\u00a0Einheiten',
    ]);
    expect(water?.slice(3, 6)).toEqual(['100,000', '117,000', '17,000']);
  });

  it('marks a determined value, and says how and why', () => {
    const words = wordsOf(statementOf('u0002-1'));
    const silent = rowsOf(tableOf(statementOf('u0002-1'), 'Ihre Messgeräte')).find(
      ([, , serial]) => serial === 'QDS71000021',
    );
    expect(silent?.at(-1)).toMatch(/\*$/);
    expect(words).toContain('vergleichbarer Räume');
    expect(words).toContain('Heizkostenverteiler am 14.10.2025 ausgefallen');
    expect(words).toContain('212,5\u00a0Einheiten × 14\u00a0m² ÷ 15\u00a0m²');
  });

  it('explains a user change: own days, degree days, interim reading', () => {
    const words = wordsOf(statementOf('u0000-1'));
    expect(words).toContain('273 Tage');
    expect(words).toContain('640 von 1.000 Gradtagszahlen');
    expect(words).toContain('273 von 365 Tagen');
    expect(words).toContain('zwischenabgelesen');
  });

  it('shows how the hot water was separated, with its arithmetic', () => {
    const rows = rowsOf(tableOf(statementOf('u0001-1'), 'Anteil des Warmwassers'));
    expect(rows.at(-2)).toEqual([
      'Anteil an den gemeinsamen Kosten',
      '13.968\u00a0kWh ÷ 87.300\u00a0kWh',
      '16\u00a0%',
    ]);
  });

  it('shows what § 7 Abs. 3 CO2KostAufG wants, with the own step marked', () => {
    const document = statementOf('u0001-1');
    const { co2 } = input.bill;
    const split = rowsOf(tableOf(document, 'Aufteilung der Kohlendioxidkosten')).flat();
    expect(split).toContain(formatEuros(co2?.landlord ?? centsOf(0)));
    expect(split).toContain(formatEuros(userOf('u0001-1').co2.tenant));
    const marked = tableOf(document, 'Stufen der Aufteilung').rows[0]?.cells.filter(
      (cell) => typeof cell === 'object',
    );
    expect(marked).toEqual([{ text: '27–32', marked: true }]);
  });

  it('compares weather-adjusted consumption in a chart that can be read aloud', () => {
    const information: InformationLine = {
      ...NO_INFORMATION,
      heatingKwh: kwh('12000'),
      hotWaterKwh: kwh('2250'),
      adjustedKwh: kwh('12960'),
      previousAdjustedKwh: kwh('13158'),
    };
    const users = input.bill.users.map((user) => ({ ...user, information }));
    const document = tenantStatement({ ...input, bill: { ...input.bill, users }, tenancyId: 'u0001-1' });
    const bars = blocksOf(document).find((block) => block.kind === 'bars');
    expect(bars).toMatchObject({ bars: { pairs: [{ now: 12_960, before: 13_158 }, { now: 2250 }] } });
    expect(bars).toHaveProperty('alternative', expect.stringContaining('12.960\u00a0kWh'));
  });

  it('prints a note instead of a chart for a new user', () => {
    const document = statementOf('u0000-2');
    expect(blocksOf(document).some((block) => block.kind === 'bars')).toBe(false);
    expect(wordsOf(document)).toContain('Vergleich mit dem vorigen Zeitraum ist nicht möglich');
  });

  it('never deducts a right to cut the bill, nor speaks of one', () => {
    const words = wordsOf(statementOf('u0004-1'));
    expect(input.bill.risk.lines.length).toBeGreaterThan(0);
    expect(words).not.toMatch(/Kürzung|15\s%|§ 12/);
  });

  it('is written to nobody for a vacancy', () => {
    const vacancy = input.bill.users.find(({ kind }) => kind === 'vacancy');
    expect(() => statementOf(vacancy?.id ?? '')).toThrow(RangeError);
  });

  it('speaks of tenancy law to people in flats, not to shops', () => {
    const units = input.case.units.map((unit) =>
      unit.id === unitId(1) ? { ...unit, kind: 'shop' as const } : unit,
    );
    const shop = tenantStatement({ ...input, case: { ...input.case, units }, tenancyId: 'u0001-1' });
    expect(wordsOf(statementOf('u0001-1'))).toContain('§ 556 Abs. 3 BGB');
    expect(wordsOf(shop)).not.toMatch(/§ 556|§ 35a/);
  });

  it('names the place of a character it cannot print', async () => {
    const office = { ...input.office, name: 'Messdienst 測量' };
    const outcome = await renderTenantStatement({ ...input, office, tenancyId: 'u0001-1' });
    expect(outcome).toMatchObject({ ok: false, error: { code: 'TEXT_NOT_PRINTABLE' } });
  });

  it('gives the same bytes for the same input', async () => {
    const job = { ...input, tenancyId: 'u0000-1' };
    expect(await renderTenantStatement(job)).toEqual(await renderTenantStatement(job));
  });
});

describe.skipIf(lacks('pdftotext', 'qpdf', 'pdfinfo'))('the PDF of a tenant’s statement', () => {
  const user = userOf('u0002-1');
  let file = new Uint8Array();

  beforeAll(async () => {
    const rendered = await renderTenantStatement({ ...input, tenancyId: user.id, account });
    if (rendered.ok) file = new Uint8Array(rendered.value);
  });

  it('carries name, amounts and page numbers as text', () => {
    const text = textOf(file);
    expect(text).toContain(LONG_NAME);
    expect(text).toContain(formatPlainEuros(user.total));
    expect(text).toContain(formatPlainEuros(centsOf(Math.abs(user.balance))));
    const pages = pagesOf(file);
    for (const [index, page] of pages.entries()) {
      expect(page).toContain(`HK-2025-0001 · Seite ${index + 1} von ${pages.length}`);
    }
  });

  it('is a sound, tagged file with its title', () => {
    expect(run('qpdf', ['--check', 'FILE'], file).status).toBe(0);
    const info = run('pdfinfo', ['FILE'], file).output;
    expect(info).toMatch(/Tagged:\s+yes/);
    expect(info).toMatch(/Title:\s+Heizkostenabrechnung 01\.01\.2025 bis 31\.12\.2025 HK-2025-0001/);
  });
});
