import { describe, expect, it } from 'vitest';
import { unitId } from '#shared/contract/values.ts';
import { plainDateOf } from '#shared/model/plain-date.ts';
import { PLAIN_DELIVERY } from '#shared/model/person.ts';
import { de } from '#shared/text/de.ts';
import { firstPeriod, periodAfter, readPeriod } from '../../../../renderer/features/periods/period-draft.ts';
import { NEW_PERSON, readPerson } from '../../../../renderer/features/people/person-draft.ts';
import { NEW_PROPERTY, readProperty } from '../../../../renderer/features/properties/property-draft.ts';
import { NEW_TENANCY, readTenancy } from '../../../../renderer/features/tenancies/tenancy-draft.ts';
import { NEW_UNIT, readUnit } from '../../../../renderer/features/units/unit-draft.ts';

const today = plainDateOf('2026-11-22');
const faultsOf = (read: { ok: boolean; faults?: readonly { field: string }[] }): string[] =>
  (read.faults ?? []).map(({ field }) => field);

describe('a property as typed', () => {
  it('needs a name, an address and a landlord', () =>
    expect(faultsOf(readProperty(NEW_PROPERTY, de))).toEqual(['name', 'addressLines', 'landlordId']));

  it('becomes its fields', () =>
    expect(
      readProperty({ name: 'Stadtpark Suites', addressLines: 'Ring 6A\n98693 Ilmenau', landlordId: '3' }, de),
    ).toEqual({
      ok: true,
      fields: { name: 'Stadtpark Suites', addressLines: ['Ring 6A', '98693 Ilmenau'], landlordId: 3 },
    }));
});

describe('a billing period as typed', () => {
  it('is the last calendar year at first', () =>
    expect(readPeriod(firstPeriod(today), today, de)).toMatchObject({
      ok: true,
      fields: { from: '2025-01-01', to: '2025-12-31', notMeasuredBecause: null, hotWaterTemperatureC: null },
    }));

  it('follows the one before, also when that does not end with the year', () => {
    const last = { from: plainDateOf('2025-05-01'), to: plainDateOf('2026-04-30') };
    expect(readPeriod(periodAfter(last, null, today), today, de)).toMatchObject({
      ok: true,
      fields: { from: '2026-05-01', to: '2027-04-30' },
    });
  });

  it('keeps to the shares the law allows', () => {
    const draft = {
      ...firstPeriod(today),
      heatingConsumptionPercent: '80',
      hotWaterConsumptionPercent: '49',
    };
    expect(faultsOf(readPeriod(draft, today, de))).toEqual([
      'heatingConsumptionPercent',
      'hotWaterConsumptionPercent',
    ]);
  });

  it('asks for the temperature where hot water is computed by volume', () => {
    const draft = { ...firstPeriod(today), hotWaterMethod: 'volume' as const, hotWaterTemperatureC: '' };
    expect(faultsOf(readPeriod(draft, today, de))).toEqual(['hotWaterTemperatureC']);
  });

  it('does not end before it begins', () =>
    expect(faultsOf(readPeriod({ ...firstPeriod(today), to: '1.1.24' }, today, de))).toEqual(['to']));
});

const room = (area: string) => ({ roomId: null, name: 'Bad', area });

describe('a unit as typed', () => {
  const draft = { ...NEW_UNIT, name: 'WE 1', livingAreaM2: '100' };
  it('is heated as a whole unless something else is typed', () =>
    expect(readUnit(draft, de)).toMatchObject({
      ok: true,
      fields: { livingAreaM2: '100', heatedAreaM2: '100' },
    }));

  it('is not heated beyond its living area', () =>
    expect(faultsOf(readUnit({ ...draft, heatedAreaM2: '100,5' }, de))).toEqual(['heatedAreaM2']));

  it('holds its rooms', () => {
    expect(faultsOf(readUnit({ ...draft, rooms: [room('80'), room('20,1')] }, de))).toEqual(['rooms']);
    expect(readUnit({ ...draft, rooms: [room('80'), room('20'), room('')] }, de).ok).toBe(true);
  });
});

describe('a tenancy as typed', () => {
  const units = [{ id: unitId.parse(5) }];
  const draft = { ...NEW_TENANCY, unitId: '5', personId: '7', from: '1.1.25' };
  it('may run on', () =>
    expect(readTenancy(draft, units, today, de)).toEqual({
      ok: true,
      fields: { unitId: 5, personId: 7, from: '2025-01-01', to: null },
    }));

  it('does not end before it begins', () =>
    expect(faultsOf(readTenancy({ ...draft, to: '31.12.24' }, units, today, de))).toEqual(['to']));

  it('names everything that is missing at once', () =>
    expect(faultsOf(readTenancy(NEW_TENANCY, units, today, de))).toEqual(['unitId', 'personId', 'from']));
});

describe('a person as typed', () => {
  it('needs a name, and an e-mail address that is whole', () => {
    expect(faultsOf(readPerson({ ...NEW_PERSON, email: 'becker@' }, de))).toEqual(['name', 'email']);
    expect(readPerson({ ...NEW_PERSON, name: 'Timo Becker' }, de)).toEqual({
      ok: true,
      fields: {
        name: 'Timo Becker',
        addressLines: [],
        phone: null,
        email: null,
        delivery: PLAIN_DELIVERY,
      },
    });
  });

  it('takes e-mail as the way only with an address and the consent to it', () => {
    const typed = { ...NEW_PERSON, name: 'Timo Becker', deliveryWay: 'email' as const };
    expect(faultsOf(readPerson(typed, de))).toEqual(['email', 'deliveryWay']);
    const agreed = { ...typed, email: 'timo@example.org', billsByEmail: true };
    expect(readPerson(agreed, de)).toMatchObject({ ok: true, fields: { delivery: { way: 'email' } } });
  });
});
