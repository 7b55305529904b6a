/** Enters the demo's house into the store, as an office would: people, units, meters, tenancies, invoices. */
import { decimalTextOf } from '#shared/model/decimal-text.ts';
import type { BillingPeriodId } from '#shared/model/invoice.ts';
import type { MeterId } from '#shared/model/meter.ts';
import { centsOf } from '#shared/model/money.ts';
import { addDays, addMonths, type PlainDate } from '#shared/model/plain-date.ts';
import type { PropertyId } from '#shared/model/property.ts';
import type { Failure, Result } from '#shared/model/result.ts';
import type { RoomId, UnitId } from '#shared/model/unit.ts';
import type { BillingSetupInput } from '../services/billing-setup.ts';
import { deskOf, type OfficeSession } from '../services/office-session.ts';
import { changeMasterData, type Change } from '../store/change.ts';
import { addBillingPeriod, addCost } from '../store/costs.ts';
import { addGateway } from '../store/gateways.ts';
import { addMeter, installMeter } from '../store/meters.ts';
import { addPerson } from '../store/people.ts';
import { addProperty, addRoom, addUnit } from '../store/properties.ts';
import { addManualReading } from '../store/readings.ts';
import { addPrepayment, addTenancy } from '../store/tenancies.ts';
import type { DemoInvoice } from './invoices.ts';
import { GATEWAYS, type DemoMeter } from './meter-stock.ts';
import {
  DEMO_PERIOD,
  type DemoPerson,
  type DemoProperty,
  type DemoTenancy,
  type DemoUnit,
} from './property.ts';

/** The choices of the demo's billing period. Monthly information was sent for eleven of twelve months. */
const SETUP: BillingSetupInput = {
  plant: { kind: 'boiler', fuel: 'naturalGas' },
  building: { meetsInsulationOrdinance1994: false, exposedPipesInsulated: true },
  separation: { method: 'measured' },
  rules: {
    heating: { consumptionPercent: 70, baseKey: 'livingArea' },
    hotWater: { consumptionPercent: 70 },
  },
  information: {
    energyMix: [{ source: 'Erdgas', percent: 100 }],
    contacts: [
      { name: 'Verbraucherzentrale Energieberatung', address: 'www.verbraucherzentrale-energieberatung.de' },
      { name: 'co2online gemeinnützige GmbH', address: 'www.co2online.de' },
    ],
    disputeResolution:
      'Der Vermieter ist zur Teilnahme an einem Streitbeilegungsverfahren vor einer Verbraucherschlichtungsstelle weder bereit noch verpflichtet.',
    monthlyInformation: 'incomplete',
  },
};

/** Where the entered house is found again. */
export interface LoadedProperty {
  readonly propertyId: PropertyId;
  readonly periodId: BillingPeriodId;
}

/**
 * Enters the whole house in one transaction with its audit entries, or nothing of it; `alsoEnter` belongs to the same
 * transaction.
 */
export function loadProperty(
  session: OfficeSession,
  house: DemoProperty,
  alsoEnter: (change: Change, loaded: LoadedProperty) => void = () => {},
): Result<LoadedProperty, Failure> {
  const act = { action: 'demo.load', reason: 'Vorführdaten' };
  return changeMasterData(session.store, deskOf(session), act, (change) => {
    const landlordId = addPerson(change, personDetails(house.landlord));
    const propertyId = addProperty(change, {
      name: house.name,
      addressLines: [house.street, house.city],
      landlordId,
    });
    for (const serial of GATEWAYS)
      addGateway(change, { serial, propertyId, model: 'MUC.one', place: 'Treppenhaus, Verteilerschrank' });
    enterMeter(change, house.hotWaterHeatMeter, { propertyId, unitId: null, roomId: null });
    for (const unit of house.units) {
      const unitId = enterUnit(change, unit, propertyId);
      for (const tenancy of house.tenancies.filter((one) => one.unitId === unit.id))
        enterTenancy(change, tenancy, unitId);
    }
    const periodId = addBillingPeriod(change, { propertyId, ...DEMO_PERIOD, rules: JSON.stringify(SETUP) });
    for (const invoice of house.invoices) enterInvoice(change, invoice, periodId);
    const loaded = { propertyId, periodId };
    alsoEnter(change, loaded);
    return loaded;
  });
}

function personDetails({ name, street, city }: DemoPerson) {
  return { name, addressLines: [street, city], phone: null, email: null };
}

function enterUnit(change: Change, unit: DemoUnit, propertyId: PropertyId): UnitId {
  const area = decimalTextOf(unit.areaM2);
  const unitId = addUnit(change, {
    propertyId,
    name: unit.name,
    kind: unit.kind,
    position: unit.floor,
    livingAreaM2: area,
    heatedAreaM2: area,
  });
  const roomArea = decimalTextOf(Math.floor((unit.areaM2 * 10) / unit.rooms.length) / 10);
  const rooms = new Map(
    unit.rooms.map((name) => [name, addRoom(change, { unitId, name, areaM2: roomArea })]),
  );
  for (const meter of unit.meters)
    enterMeter(change, meter, { propertyId, unitId, roomId: rooms.get(meter.room) ?? null });
  return unitId;
}

interface Place {
  readonly propertyId: PropertyId;
  readonly unitId: UnitId | null;
  readonly roomId: RoomId | null;
}

function enterMeter(change: Change, meter: DemoMeter, place: Place): void {
  const isAllocator = meter.kind === 'allocator';
  const meterId = addMeter(change, { address: meter.address, kind: meter.kind, serial: null });
  installMeter(change, {
    meterId,
    ...place,
    position: null,
    from: meter.installedOn,
    to: null,
    scale: 'unit',
    factor: decimalTextOf(meter.factor),
    dueDay: isAllocator ? '12-31' : null,
    remoteReadable: meter.radio !== null,
    interoperable: meter.radio !== null,
  });
  if (meter.radio === null) {
    enterLitres(change, meterId, addDays(DEMO_PERIOD.from, -1), meter.face.opening);
    enterLitres(change, meterId, DEMO_PERIOD.to, meter.face.closing);
  }
}

function enterLitres(change: Change, meterId: MeterId, date: PlainDate, litres: bigint): void {
  addManualReading(change, {
    origin: 'readOnSite',
    note: 'Abgelesen beim Hausrundgang',
    reading: {
      meterId,
      register: 'current',
      quantity: 'volume',
      value: { mantissa: litres, exponent: -3, unit: 'm3' },
      date,
      dateInferred: false,
      storage: 0,
    },
  });
}

function enterTenancy(change: Change, tenancy: DemoTenancy, unitId: UnitId): void {
  const personId = addPerson(change, personDetails(tenancy.tenant));
  const tenancyId = addTenancy(change, { unitId, personId, from: tenancy.from, to: tenancy.to });
  const first = tenancy.from > DEMO_PERIOD.from ? tenancy.from : DEMO_PERIOD.from;
  for (let month = 0; month < tenancy.monthsPaid; month += 1)
    addPrepayment(change, {
      tenancyId,
      paidOn: addMonths(first, month),
      amount: centsOf(tenancy.monthlyPrepaymentCents),
    });
}

function enterInvoice(change: Change, invoice: DemoInvoice, periodId: BillingPeriodId): void {
  addCost(change, {
    periodId,
    label: invoice.name,
    kind: invoice.kind,
    target: invoice.target,
    amount: centsOf(invoice.grossCents),
    labour: invoice.labourCents === undefined ? null : centsOf(invoice.labourCents),
    invoiceNumber: invoice.number,
    invoiceDate: invoice.date,
    supplier: invoice.supplier,
    energyQuantity: invoice.energyKwhHs === undefined ? null : decimalTextOf(invoice.energyKwhHs),
    energyUnit: invoice.energyKwhHs === undefined ? null : 'kWh',
    energyBasis: invoice.energyKwhHs === undefined ? null : 'Hs',
    co2Kg: invoice.co2Kg === undefined ? null : decimalTextOf(invoice.co2Kg),
    co2Cost: invoice.co2Cents === undefined ? null : centsOf(invoice.co2Cents),
    extras: invoice.labourCents === undefined ? null : JSON.stringify({ labourKind: 'craftsman' }),
  });
}
