import { describe, expect, it } from 'vitest';
import { monthlyLetter, renderMonthlyLetter, type MonthlyLetter } from '#office/documents/monthly-letter.ts';
import { letterMonthsOf, monthlyLetterOf } from '#office/services/monthly-letter.ts';
import type { OfficeSession } from '#office/services/office-session.ts';
import type { BillingSetupInput } from '#office/services/billing-setup.ts';
import { removeBillingPeriod } from '#office/store/corrections.ts';
import { addBillingPeriod } from '#office/store/costs.ts';
import { addMeter, installMeter } from '#office/store/meters.ts';
import { addPerson } from '#office/store/people.ts';
import { addUnit } from '#office/store/properties.ts';
import { addTenancy, endTenancy, findTenancy } from '#office/store/tenancies.ts';
import type { HeatTariff } from '#shared/consumption/heat-tariff.ts';
import { monthAround } from '#shared/consumption/reference-periods.ts';
import type { MeterId } from '#shared/model/meter.ts';
import { centsOf } from '#shared/model/money.ts';
import { rational } from '#shared/model/rational.ts';
import type { Tenancy, TenancyId } from '#shared/model/tenancy.ts';
import { codeOf, officeFixture, valueOf, type OfficeFixture } from '../../../../support/office-folder.ts';
import {
  buildSmallHouse,
  changed,
  day,
  flatOf,
  installationOf,
  readAllocator,
  type SmallHouse,
} from '../../../../support/small-house.ts';
import { lacks, pagesOf, run } from '../../../../support/tools.ts';
import { rowsOf, tableOf, wordsOf } from '../documents/words-of.ts';

const NOW = new Date('2025-11-22T08:00:00Z');
const OCTOBER = monthAround(day('2025-10-01'));

/** 1,000 units stood for 4,000 kWh. */
const TARIFF: HeatTariff = {
  period: { from: day('2024-01-01'), to: day('2024-12-31') },
  isFinal: true,
  totalKwh: rational(4_000),
  hotWaterShare: rational(0),
  hotWaterKwh: null,
  pots: {
    heating: {
      base: centsOf(30_000),
      consumption: centsOf(70_000),
      baseKey: 'livingArea',
      baseTotal: rational(338),
      consumptionTotal: rational(1_000),
      consumptionUnit: 'units',
    },
    hotWater: null,
  },
};

const SETUP: BillingSetupInput = {
  plant: { kind: 'boiler', fuel: 'naturalGas' },
  separation: { method: 'none' },
  rules: { heating: { consumptionPercent: 70, baseKey: 'livingArea' } },
  information: {
    averageUser: { heatingKwhPerM2: 100, category: 'Mehrfamilienhaus, Erdgas', source: 'Musterspiegel' },
    contacts: [{ name: 'Verbraucherzentrale', address: 'www.beispiel.de' }],
  },
};

interface Street {
  readonly office: OfficeFixture;
  readonly small: SmallHouse;
  readonly session: OfficeSession;
  /** The allocators of the other flats, in their order. */
  readonly neighbours: readonly MeterId[];
}

/** The small house with as many let flats beside as wished, all alike. */
async function street(neighbourCount: number): Promise<Street> {
  const office = await officeFixture();
  const small = buildSmallHouse(office);
  const neighbours = changed(office, (change) => {
    removeBillingPeriod(change, small.period);
    addBillingPeriod(change, {
      propertyId: small.property,
      from: day('2025-01-01'),
      to: day('2025-12-31'),
      rules: JSON.stringify(SETUP),
    });
    return Array.from({ length: neighbourCount }, (_, index) => {
      const unit = addUnit(change, flatOf(small.property, `Nachbar ${index + 1}`));
      const person = addPerson(change, {
        name: `Nora Nachbar ${index + 1}`,
        addressLines: [],
        phone: null,
        email: null,
      });
      addTenancy(change, { unitId: unit, personId: person, from: day('2020-01-01'), to: null });
      const address = { manufacturer: 'QDS', id: `2000000${index}`, version: 1, deviceType: 8 };
      const meter = addMeter(change, { address, kind: 'allocator', serial: null });
      installMeter(change, { ...installationOf({ ...small, unit, meter }), roomId: null });
      return meter;
    });
  });
  return {
    office,
    small,
    neighbours,
    session: { vault: office.vault, store: office.store, clock: () => NOW },
  };
}

function read({ office }: Street, meterId: MeterId, displays: Readonly<Record<string, number>>): void {
  readAllocator(office, meterId, displays);
}

/** The ends of the months around October; 40, 60 and 40 of the display, by 1.25 50, 75 and 50 units. */
const READ = {
  '2024-09-30': 100,
  '2024-10-31': 140,
  '2024-12-31': 200,
  '2025-08-31': 100,
  '2025-09-30': 160,
  '2025-10-31': 200,
  '2025-11-21': 230,
};

function letterOf(
  { session, small }: Street,
  tenancy: TenancyId = small.tenancy,
  month = OCTOBER,
): MonthlyLetter {
  return valueOf(monthlyLetterOf(session, () => TARIFF, tenancy, month));
}

function tenancyOf({ office, small }: Street, id: TenancyId = small.tenancy): Tenancy {
  const found = findTenancy(office.store, id);
  if (!found) throw new Error('the tenancy is there');
  return found;
}

/** Moves the tenant out at the end of September and lets somebody in. */
function changeTenant({ office, small }: Street): TenancyId {
  return changed(office, (step) => {
    endTenancy(step, small.tenancy, day('2025-09-30'));
    return addTenancy(step, {
      unitId: small.unit,
      personId: small.landlord,
      from: day('2025-10-01'),
      to: null,
    });
  });
}

const table = (letter: MonthlyLetter): string[][] =>
  rowsOf(tableOf(monthlyLetter(letter), 'Ihr Verbrauch im Vergleich'));

describe('the letter of a month', () => {
  it('compares the month with the one before, the same a year ago and an average user, in kilowatt-hours', async () => {
    const house = await street(0);
    read(house, house.small.meter, READ);
    expect(table(letterOf(house))).toEqual([
      ['', 'Oktober 2025', 'September 2025', 'Oktober 2024'],
      ['Heizung (kWh)', '200', '300', '200'],
      ['Heizung (Einheiten)', '50,0', '75,0', '50,0'],
      ['Heizung: Stand der Daten', 'vollständig', 'vollständig', 'vollständig'],
      // 84.5 m² of 100 kWh a year, of which October has 80 of 1,000 degree days.
      ['Durchschnittsnutzer, Heizung (kWh)', '676', '', ''],
    ]);
    const words = wordsOf(monthlyLetter(letterOf(house)));
    expect(words).toContain(
      'Im Oktober 2025 haben Sie zum Heizen 200\u00a0kWh verbraucht, so viel wie im Oktober 2024.',
    );
    expect(words).toContain(
      'umgerechnet, 1 Einheit entspricht 4,00\u00a0kWh. Grundlage ist die Abrechnung 01.01.2024',
    );
    expect(words).toContain('Mehrfamilienhaus, Erdgas; Quelle: Musterspiegel');
    expect(words).toContain('Verbraucherzentrale');
  });

  it('names no money', async () => {
    const house = await street(3);
    read(house, house.small.meter, READ);
    expect(wordsOf(monthlyLetter(letterOf(house)))).not.toMatch(/€|EUR|Euro|Cent/);
  });

  it('says that a value is missing, and never zero', async () => {
    const house = await street(0);
    read(house, house.small.meter, { '2025-08-31': 100, '2025-09-15': 130 });
    const rows = table(letterOf(house));
    expect(rows[1]).toEqual(['Heizung (kWh)', '–', '150', '–']);
    expect(rows[3]).toEqual(['Heizung: Stand der Daten', 'fehlt', 'unvollständig', 'fehlt']);
    expect(wordsOf(monthlyLetter(letterOf(house)))).toContain('kein Verbrauch in Kilowattstunden vor');
  });

  it('calls a month whose end lies between two telegrams estimated', async () => {
    const house = await street(0);
    read(house, house.small.meter, { '2025-09-30': 100, '2025-10-25': 150, '2025-11-06': 174 });
    expect(table(letterOf(house))[3]?.[1]).toBe('geschätzt');
  });

  it('says so where no bill tells kilowatt-hours yet', async () => {
    const house = await street(0);
    read(house, house.small.meter, READ);
    const letter = valueOf(monthlyLetterOf(house.session, () => null, house.small.tenancy, OCTOBER));
    expect(table(letter)[1]).toEqual(['Heizung (kWh)', '–', '–', '–']);
    expect(table(letter)[2]?.[1]).toBe('50,0');
    expect(wordsOf(monthlyLetter(letter))).toContain('erst aus der ersten Abrechnung');
  });

  it('is offered for past months that are wholly the tenant’s, with their state', async () => {
    const house = await street(0);
    read(house, house.small.meter, READ);
    const next = changeTenant(house);
    const months = (id?: TenancyId) =>
      letterMonthsOf(house.session, house.small.property, tenancyOf(house, id));
    expect(months(next)).toEqual([{ month: OCTOBER, state: 'complete' }]);
    expect(months()[0]).toEqual({ month: monthAround(day('2025-09-01')), state: 'complete' });
    expect(months()).toHaveLength(24);
  });

  it('is refused for a month that runs', async () => {
    const house = await street(0);
    const letter = monthlyLetterOf(
      house.session,
      () => TARIFF,
      house.small.tenancy,
      monthAround(day('2025-11-01')),
    );
    expect(codeOf(letter)).toBe('MONTH_NOT_OVER');
  });
});

describe('whoever reads another’s values out of a letter', () => {
  it('gets no month after moving out and none before moving in', async () => {
    const house = await street(0);
    read(house, house.small.meter, READ);
    const next = changeTenant(house);
    const of = (tenancy: TenancyId, month: string) =>
      codeOf(monthlyLetterOf(house.session, () => TARIFF, tenancy, monthAround(day(month))));
    expect(of(house.small.tenancy, '2025-10-01')).toBe('NOT_HIS_MONTH');
    expect(of(next, '2025-09-01')).toBe('NOT_HIS_MONTH');
  });

  it('gets neither the predecessor’s month nor a year ago, in numbers or in the chart', async () => {
    const house = await street(3);
    read(house, house.small.meter, READ);
    for (const meter of house.neighbours) read(house, meter, READ);
    const next = changeTenant(house);
    const letter = letterOf(house, next);
    expect(table(letter)[1]).toEqual(['Heizung (kWh)', '200', '–', '–']);
    expect(letter.media[0]?.chart?.months).toEqual([OCTOBER]);
    expect(wordsOf(monthlyLetter(letter))).not.toMatch(/09\/25|300/);
  });

  it('sees the same whatever the predecessor used', async () => {
    const letters = await Promise.all(
      [READ, { ...READ, '2024-10-31': 190, '2025-08-31': 20 }].map(async (used) => {
        const house = await street(3);
        for (const meter of house.neighbours) read(house, meter, READ);
        read(house, house.small.meter, used);
        return wordsOf(monthlyLetter(letterOf(house, changeTenant(house))));
      }),
    );
    expect(letters[0]).toBe(letters[1]);
  });

  it('sees the same whatever the successor used', async () => {
    const september = monthAround(day('2025-09-01'));
    const letters = await Promise.all(
      [READ, { ...READ, '2025-10-31': 900, '2025-11-21': 1_000 }].map(async (used) => {
        const house = await street(3);
        for (const meter of house.neighbours) read(house, meter, READ);
        read(house, house.small.meter, used);
        changeTenant(house);
        return wordsOf(monthlyLetter(letterOf(house, house.small.tenancy, september)));
      }),
    );
    expect(letters[0]).toBe(letters[1]);
  });

  it('gets no base share where it would tell the use of fewer than three neighbours', async () => {
    const texts = await Promise.all(
      [READ, { ...READ, '2025-10-31': 900, '2025-11-21': 1_000 }].map(async (used) => {
        const house = await street(3);
        read(house, house.small.meter, READ);
        // The third flat is silent: the sum of the house is that of two neighbours.
        for (const meter of house.neighbours.slice(0, 2)) read(house, meter, used);
        const letter = letterOf(house);
        expect(letter.media[0]?.chart?.isBaseHidden).toBe(true);
        expect(letter.media[0]?.chart?.series.map(({ kind }) => kind)).toEqual(['room']);
        // All of what was used, not the part that is distributed by it.
        expect(letter.media[0]?.chart?.series[0]?.values.at(-1)).toEqual(rational(200));
        return wordsOf(monthlyLetter(letter));
      }),
    );
    expect(texts[0]).toContain('Der Grundanteil ist nicht dargestellt');
    expect(texts[0]).toBe(texts[1]);
  });

  it('gets of three neighbours their sum, as the base share by area, and no name', async () => {
    const house = await street(3);
    read(house, house.small.meter, { '2025-09-30': 160, '2025-10-31': 200 });
    const ends = { '2025-09-30': 160, '2025-10-31': 200 };
    for (const meter of house.neighbours) read(house, meter, ends);
    const months = letterOf(house).media[0]?.chart;
    // The months before have no values of the neighbours, so that only October may be told.
    expect(months?.isBaseHidden).toBe(true);
    const arrived = changed(house.office, (step) => {
      endTenancy(step, house.small.tenancy, day('2025-09-30'));
      return addTenancy(step, {
        unitId: house.small.unit,
        personId: house.small.landlord,
        from: day('2025-10-01'),
        to: null,
      });
    });
    const letter = letterOf(house, arrived);
    const [base, room] = letter.media[0]?.chart?.series ?? [];
    // 30 % of 800 kWh by a quarter of the area, and 70 % of the own 200 kWh.
    expect(base).toMatchObject({ kind: 'base', values: [rational(60)] });
    expect(room).toMatchObject({ name: 'Wohnzimmer', values: [rational(140)] });
    expect(wordsOf(monthlyLetter(letter))).not.toMatch(/Nachbar \d|Nora/);
  });
});

describe.skipIf(lacks('pdftotext', 'qpdf'))('the PDF of the letter', () => {
  it('is sound, tagged, and says what the letter says', async () => {
    const house = await street(3);
    read(house, house.small.meter, READ);
    for (const meter of house.neighbours) read(house, meter, READ);
    const pdf = valueOf(await renderMonthlyLetter(letterOf(house)));
    expect(run('qpdf', ['--check', 'FILE'], pdf).status).toBe(0);
    const pages = pagesOf(pdf);
    expect(pages).toHaveLength(1);
    expect(pages[0]).toContain('Verbrauchsinformation Oktober 2025');
    expect(pages[0]).toMatch(/Heizung \(kWh\)\s+200\s+300\s+200/);
    expect(pages[0]).toContain('Grundanteil');
  });
});
