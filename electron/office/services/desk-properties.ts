/** Properties desk: buildings, their billing periods, and what they still lack before they can be billed. */
import type { HandlersOf, Readable } from '#shared/contract/handler.ts';
import type {
  OpenPoint,
  PeriodSummary,
  propertiesDesk,
  Property as PropertyView,
  PropertySummary,
} from '#shared/contract/properties.ts';
import type { BillingPeriod } from '#shared/model/invoice.ts';
import { decimalTextOf, decimalTextToRational, type DecimalText } from '#shared/model/decimal-text.ts';
import { addMonths } from '#shared/model/plain-date.ts';
import type { Property } from '#shared/model/property.ts';
import { sum, toShortDecimal } from '#shared/model/rational.ts';
import { succeed } from '#shared/model/result.ts';
import type { Unit } from '#shared/model/unit.ts';
import { compareNames } from '#shared/text/compare-names.ts';
import { removeBillingPeriod, removeProperty } from '../store/corrections.ts';
import { addBillingPeriod, costsOf, updateBillingPeriod } from '../store/costs.ts';
import { addProperty, findProperty, listProperties, updateProperty } from '../store/properties.ts';
import type { Store } from '../store/store.ts';
import {
  countMetersInPlace,
  findBillingPeriod,
  listAllBillingPeriods,
  listAllTenancies,
  listAllUnits,
} from '../store/whole-office.ts';
import { stageOfPeriod } from './billing-life.ts';
import { openPointsOf } from './billing-readiness.ts';
import { officeDayOf } from './office-day.ts';
import { periodFieldsOf, setupFrom, setupOf } from './period-setup.ts';
import { goneFailure, type WorkingOffice } from './working-office.ts';

const TOUCHES = ['properties'] as const;
/** § 556 Abs. 3 S. 2 BGB. */
const MONTHS_TO_BILL = 12;
const AREA_DECIMALS = 9;

export function createPropertiesDesk(office: WorkingOffice): HandlersOf<typeof propertiesDesk> {
  return {
    'properties.list': () =>
      succeed(
        surveyProperties(office)
          .map(({ summary }) => summary)
          .toSorted((a, b) => compareNames(a.name, b.name)),
      ),
    'properties.get': ({ id }) => viewOf(office, id),
    'properties.create': (fields) => {
      const added = office.step({
        action: 'property.add',
        name: `Liegenschaft ${fields.name} angelegt`,
        touches: TOUCHES,
        work: (change) => addProperty(change, fields),
        undo: removeProperty,
      });
      return added.ok ? succeed({ id: added.value }) : added;
    },
    'properties.save': ({ id, fields, reason }) => {
      const before = findProperty(office.session.store, id);
      if (before === null) return goneFailure();
      const saved = office.step({
        action: 'property.change',
        name: `Liegenschaft ${fields.name} geändert`,
        reason,
        touches: TOUCHES,
        work: (change) => updateProperty(change, id, fields),
        undo: (change) => updateProperty(change, id, before),
      });
      return saved.ok ? viewOf(office, id) : saved;
    },
    'periods.get': ({ id }) => {
      const { store } = office.session;
      const period = findBillingPeriod(store, id);
      if (period === null) return goneFailure();
      const { propertyId } = period;
      return succeed({ id, propertyId, fields: periodFieldsOf(period), stage: stageOfPeriod(store, id) });
    },
    'periods.create': ({ propertyId, fields }) => {
      const setup = setupFrom(fields, null);
      if (!setup.ok) return setup;
      const { from, to } = fields;
      const rules = JSON.stringify(setup.value);
      const added = office.step({
        action: 'period.add',
        name: 'Abrechnungszeitraum angelegt',
        touches: TOUCHES,
        work: (change) => addBillingPeriod(change, { propertyId, from, to, rules }),
        undo: removeBillingPeriod,
      });
      return added.ok ? succeed({ id: added.value }) : added;
    },
    'periods.save': ({ id, fields, reason }) => {
      const before = findBillingPeriod(office.session.store, id);
      if (before === null) return goneFailure();
      const setup = setupFrom(fields, setupOf(before));
      if (!setup.ok) return setup;
      const { propertyId } = before;
      const rules = JSON.stringify(setup.value);
      const saved = office.step({
        action: 'period.change',
        name: 'Abrechnungszeitraum geändert',
        reason,
        touches: TOUCHES,
        work: (change) =>
          updateBillingPeriod(change, id, { propertyId, from: fields.from, to: fields.to, rules }),
        undo: (change) => updateBillingPeriod(change, id, before),
      });
      return saved.ok ? succeed({ id }) : saved;
    },
  };
}

/** One property as lists show it, with what it lacks. */
export interface SurveyedProperty {
  readonly property: Property;
  readonly summary: PropertySummary;
  readonly units: readonly Unit[];
  readonly openPoints: readonly OpenPoint[];
}

/** Looks at all properties at once, so that a list costs a handful of queries and not one a property. */
export function surveyProperties(office: WorkingOffice): SurveyedProperty[] {
  const { store, clock } = office.session;
  const people = new Map(office.people.map((person) => [person.id, person]));
  const units = Map.groupBy(listAllUnits(store), ({ propertyId }) => propertyId);
  const meters = Map.groupBy(countMetersInPlace(store, officeDayOf(clock())), ({ propertyId }) => propertyId);
  const periods = Map.groupBy(listAllBillingPeriods(store), ({ propertyId }) => propertyId);
  const tenancies = Map.groupBy(listAllTenancies(store), ({ unitId }) => unitId);
  return listProperties(store).map((property) => {
    const { id, name, addressLines, landlordId } = property;
    const ofHouse = units.get(id) ?? [];
    const counts = meters.get(id) ?? [];
    const period = periods.get(id)?.at(-1) ?? null;
    const landlord = people.get(landlordId);
    const openPoints = openPointsOf({
      landlord,
      units: ofHouse,
      meterCounts: new Map(counts.map(({ unitId, count }) => [unitId, count])),
      tenancies: ofHouse.flatMap((unit) => tenancies.get(unit.id) ?? []),
      people,
      period,
      costs: period === null ? [] : costsOf(store, period.id),
    });
    const summary: PropertySummary = {
      id,
      name,
      addressLines: [...addressLines],
      landlordName: landlord?.name ?? 'gelöscht',
      unitCount: ofHouse.length,
      meterCount: counts.reduce((total, { count }) => total + count, 0),
      livingAreaM2: totalArea(ofHouse.map(({ livingAreaM2 }) => livingAreaM2)),
      period: period && summaryOfPeriod(store, period),
      openPointCount: openPoints.length,
    };
    return { property, summary, units: ofHouse, openPoints };
  });
}

function viewOf(office: WorkingOffice, id: Property['id']) {
  const { store } = office.session;
  const found = surveyProperties(office).find(({ property }) => property.id === id);
  if (found === undefined) return goneFailure();
  const { property, summary, units, openPoints } = found;
  const periods = listAllBillingPeriods(store).filter(({ propertyId }) => propertyId === id);
  const view: Readable<PropertyView> = {
    ...property,
    landlordName: summary.landlordName,
    unitCount: summary.unitCount,
    meterCount: summary.meterCount,
    livingAreaM2: summary.livingAreaM2,
    heatedAreaM2: totalArea(units.map(({ heatedAreaM2 }) => heatedAreaM2)),
    periods: periods.map((period) => summaryOfPeriod(store, period)),
    openPoints,
  };
  return succeed(view);
}

function totalArea(areas: readonly DecimalText[]): DecimalText {
  return decimalTextOf(toShortDecimal(sum(areas.map(decimalTextToRational)), AREA_DECIMALS));
}

/** A billing period as lists show it. */
export function summaryOfPeriod(store: Store, period: BillingPeriod): PeriodSummary {
  const { id, from, to } = period;
  return { id, from, to, dueOn: addMonths(to, MONTHS_TO_BILL), stage: stageOfPeriod(store, id) };
}
