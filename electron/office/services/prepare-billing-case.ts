/** Gathers a property's period from the store into one case: people, units, meters, readings, invoices, choices. */
import {
  billingCaseSchema,
  CASE_FORMAT,
  CASE_VERSION,
  type BillingCase,
  type BillingCaseInput,
} from '#shared/billing/billing-case.ts';
import type { Cost, BillingPeriod } from '#shared/model/invoice.ts';
import type { Installation, Meter } from '#shared/model/meter.ts';
import { intersect, type Period } from '#shared/model/period.ts';
import { addDays, type PlainDate } from '#shared/model/plain-date.ts';
import type { PersonId } from '#shared/model/person.ts';
import { fail, succeed, type Failure, type Result } from '#shared/model/result.ts';
import type { Tenancy } from '#shared/model/tenancy.ts';
import type { Unit } from '#shared/model/unit.ts';
import { costsOf } from '../store/costs.ts';
import { findMeter, installationsOfProperty } from '../store/meters.ts';
import { findPerson } from '../store/people.ts';
import { findProperty, listRooms, listUnits } from '../store/properties.ts';
import { readingsOfMeter, type StoredReading } from '../store/readings.ts';
import { prepaymentsOf, tenanciesOfProperty } from '../store/tenancies.ts';
import { userChangesOf } from '../store/user-changes.ts';
import { billingSetupSchema } from './billing-setup.ts';
import { caseRegisterOf, pickReadings, toCaseReading } from './case-readings.ts';
import { eurosOf } from './euros-of.ts';
import { interimReadingCosts } from './interim-reading-costs.ts';
import { letterAddressOf } from './letter-address.ts';
import type { OfficeSession } from './office-session.ts';
import { withUserChanges } from './missing-interim-readings.ts';
import { proposeEstimate, type InstalledMeter } from './propose-estimate.ts';

type CaseDevice = NonNullable<BillingCaseInput['devices']>[number];
type CaseTenancy = NonNullable<BillingCaseInput['tenancies']>[number];
type CaseCost = NonNullable<BillingCaseInput['costs']>[number];

/** Ids of a case are texts that sort like the numbers of the store. */
function caseId(
  kind: 'property' | 'unit' | 'device' | 'tenancy' | 'cost' | 'person' | 'userChange',
  id: number,
): string {
  return `${kind}-${String(id).padStart(6, '0')}`;
}

/**
 * The case of a billing period as it stands today; `preparedOn` is the day its checks take as today. Fails with the
 * first fault when the choices of the period or the master data do not make a case.
 */
export function prepareBillingCase(
  session: OfficeSession,
  period: BillingPeriod,
  preparedOn: PlainDate,
): Result<BillingCase, Failure> {
  const { store } = session;
  const property = findProperty(store, period.propertyId);
  if (property === null) throw new Error(`there is no property ${period.propertyId}`);
  const setup = billingSetupSchema.safeParse(JSON.parse(period.rules));
  if (!setup.success) return notACase(setup.error.issues[0]?.path ?? []);
  const { plant, building, ownersAssociation, exemptions, ...choices } = setup.data;
  const units = listUnits(store, property.id);
  const tenancies = tenanciesOfProperty(store, property.id, period);
  const landlord = partyOf(session, property.landlordId);
  const changes = userChangesOf(store, property.id);
  const costs = costsOf(store, period.id).map(toCaseCost);
  const isCosted = costs.length > 0 || choices.stocks.length > 0;
  const input: BillingCaseInput = {
    format: CASE_FORMAT,
    version: CASE_VERSION,
    kind: 'bill',
    title: `${property.name} ${period.from} – ${period.to}`,
    property: {
      id: caseId('property', property.id),
      name: property.name,
      address: [...property.addressLines],
      landlord,
      plant,
      ownersAssociation,
      exemptions,
      ...(building && { building }),
    },
    period: { from: period.from, to: period.to },
    preparedOn,
    ...choices,
    rules: withUserChanges(choices.rules, changes, period, (id) => caseId('unit', id)),
    units: units.map(toCaseUnit),
    devices: devicesOf(session, period, tenancies, choices.rules.readingToleranceDays),
    tenancies: tenancies.map((tenancy) => toCaseTenancy(session, tenancy, period, preparedOn)),
    // A charge alone is no bill: that the costs of the period are missing must still be found.
    costs: isCosted ? [...costs, ...interimReadingCosts(changes, tenancies, period, caseId)] : costs,
  };
  const checked = billingCaseSchema.safeParse(input);
  return checked.success ? succeed(checked.data) : notACase(checked.error.issues[0]?.path ?? []);
}

function notACase(path: readonly PropertyKey[]): { readonly ok: false; readonly error: Failure } {
  return fail({
    code: 'CASE_INCOMPLETE',
    message: `Aus den Angaben zu diesem Zeitraum lässt sich noch kein Abrechnungsfall bilden (${path.join('.')}). Bitte ergänzen Sie diese Angabe.`,
  });
}

function partyOf(session: OfficeSession, id: PersonId, hasLeft = false): CaseTenancy['tenant'] {
  const person = findPerson(session.store, session.vault, id);
  if (person === null) throw new Error(`the details of person ${id} are gone`);
  return { id: caseId('person', id), name: person.name, address: letterAddressOf(person, hasLeft) };
}

function toCaseUnit(unit: Unit): BillingCaseInput['units'][number] {
  return {
    id: caseId('unit', unit.id),
    label: unit.name,
    kind: unit.kind,
    ...(unit.position !== '' && { location: unit.position }),
    areas: { living: unit.livingAreaM2, heated: unit.heatedAreaM2 },
  };
}

function toCaseTenancy(
  session: OfficeSession,
  tenancy: Tenancy,
  period: Period,
  preparedOn: PlainDate,
): CaseTenancy {
  const paid = prepaymentsOf(session.store, tenancy.id).filter(
    ({ paidOn }) => paidOn >= period.from && paidOn <= period.to,
  );
  return {
    id: caseId('tenancy', tenancy.id),
    unit: caseId('unit', tenancy.unitId),
    tenant: partyOf(session, tenancy.personId, tenancy.to !== null && tenancy.to < preparedOn),
    from: tenancy.from,
    ...(tenancy.to !== null && { to: tenancy.to }),
    prepayments: paid.map(({ paidOn, amount }) => ({ date: paidOn, amount: eurosOf(amount) })),
  };
}

function toCaseCost(cost: Cost): CaseCost {
  const extras: object = cost.extras === null ? {} : (JSON.parse(cost.extras) as object);
  const invoice = {
    ...(cost.invoiceNumber !== null && { number: cost.invoiceNumber }),
    ...(cost.invoiceDate !== null && { date: cost.invoiceDate }),
    ...(cost.supplier !== null && { supplier: cost.supplier }),
  };
  // The schema that reads the whole case checks kinds, keys and extras.
  return {
    id: caseId('cost', cost.id),
    label: cost.label,
    kind: cost.kind,
    target: cost.target,
    amount: eurosOf(cost.amount),
    ...(cost.labour !== null && { labour: eurosOf(cost.labour) }),
    ...(Object.keys(invoice).length > 0 && { invoice }),
    ...(cost.energyQuantity !== null && {
      energy: {
        quantity: cost.energyQuantity,
        unit: cost.energyUnit,
        ...(cost.energyBasis !== null && { basis: cost.energyBasis }),
      },
    }),
    ...(cost.co2Kg !== null &&
      cost.co2Cost !== null && {
        co2: { kg: cost.co2Kg, amount: eurosOf(cost.co2Cost) },
      }),
    ...extras,
  } as CaseCost;
}

/** The meters that hung in the property during the period, with the readings at every end and change of user. */
function devicesOf(
  session: OfficeSession,
  period: Period & Pick<BillingPeriod, 'propertyId'>,
  tenancies: readonly Tenancy[],
  toleranceDays: number,
): CaseDevice[] {
  const meters = installationsOfProperty(session.store, period.propertyId)
    .filter((place) => intersect({ from: place.from, to: place.to ?? period.to }, period) !== null)
    .map((place) => installedMeter(session, place, period));
  return meters.map((installed) => {
    const { place } = installed;
    const changes = tenancies.flatMap(({ unitId, to }) =>
      to !== null && to < period.to && (place.unitId === null || place.unitId === unitId) ? [to] : [],
    );
    const ends = [addDays(period.from, -1), ...changes, period.to];
    const mounted = [place.from, ...(place.to === null ? [] : [place.to])];
    const days = [...ends, ...mounted.filter((day) => day >= period.from && day <= period.to)];
    const picked = pickReadings(installed.readings, days, toleranceDays);
    const estimate = proposeEstimate(installed, meters, period, toleranceDays);
    return {
      ...toCaseDevice(installed),
      readings: picked.flatMap((reading) =>
        reading.date === null ? [] : [toCaseReading(reading, reading.date)],
      ),
      ...(estimate !== null && { estimate }),
    };
  });
}

function installedMeter(session: OfficeSession, place: Installation, period: Period): InstalledMeter {
  const meter = findMeter(session.store, place.meterId);
  if (meter === null) throw new Error(`there is no meter ${place.meterId}`);
  // A year and a day back: an estimate compares with the value of the previous period.
  const window = { from: addDays(period.from, -367), to: addDays(period.to, 31) };
  const room =
    place.unitId === null
      ? undefined
      : listRooms(session.store, place.unitId).find(({ id }) => id === place.roomId);
  return { meter, place, room: room ?? null, readings: readingsOfMeter(session.store, meter.id, window) };
}

function toCaseDevice({ meter, place, room, readings }: InstalledMeter): CaseDevice {
  return {
    id: caseId('device', place.id),
    serial: meter.serial ?? meter.address.id,
    manufacturer: meter.address.manufacturer,
    kind: meter.kind,
    register: registerOf(meter, readings),
    ...(place.unitId !== null && { unit: caseId('unit', place.unitId) }),
    ...(room && { room: room.name }),
    ...(meter.kind === 'allocator' && {
      allocator: place.scale === 'unit' ? { scale: 'unit', factor: place.factor } : { scale: 'product' },
    }),
    ...(place.dueDay !== null && meter.kind === 'allocator' && { resetsOn: place.dueDay }),
    installedOn: place.from,
    ...(place.to !== null && { removedOn: place.to }),
    remoteReadable: place.remoteReadable,
    interoperable: place.interoperable,
  };
}

function registerOf(meter: Meter, readings: readonly StoredReading[]): CaseDevice['register'] {
  const [first] = readings;
  if (first) return caseRegisterOf(first.value.unit);
  return { allocator: 'units', heatMeter: 'kWh', hotWaterHeatMeter: 'kWh', warmWaterMeter: 'm3' }[
    meter.kind
  ] as 'units' | 'kWh' | 'm3';
}
