/** What a property still lacks before its latest period can be billed. Reads what was entered; computes no bill. */
import type { OpenPoint } from '#shared/contract/properties.ts';
import type { BillingPeriod, Cost } from '#shared/model/invoice.ts';
import type { Person, PersonId } from '#shared/model/person.ts';
import type { Tenancy } from '#shared/model/tenancy.ts';
import type { Unit, UnitId } from '#shared/model/unit.ts';

/** Everything entered about one property that billing will ask for. */
export interface EnteredProperty {
  readonly landlord: Person | undefined;
  readonly units: readonly Unit[];
  /** Meters in place today, by unit. */
  readonly meterCounts: ReadonlyMap<UnitId | null, number>;
  readonly tenancies: readonly Tenancy[];
  readonly people: ReadonlyMap<PersonId, Person>;
  readonly period: BillingPeriod | null;
  readonly costs: readonly Cost[];
}

export function openPointsOf(property: EnteredProperty): OpenPoint[] {
  return [
    ...pointsOfHouse(property),
    ...pointsOfMeters(property),
    ...property.units.flatMap((unit) => pointsOfUnit(property, unit)),
    ...pointsOfPeriod(property),
  ];
}

function pointsOfHouse({ landlord, units }: EnteredProperty): OpenPoint[] {
  const points: OpenPoint[] = [];
  if (landlord !== undefined && landlord.addressLines.length === 0)
    points.push({
      code: 'LANDLORD_WITHOUT_ADDRESS',
      severity: 'blocks',
      message: 'Der Vermieter hat keine Anschrift. Bitte tragen Sie sie bei der Person ein.',
      subject: { kind: 'person', id: landlord.id },
    });
  if (units.length === 0)
    points.push({
      code: 'NO_UNITS',
      severity: 'blocks',
      message: 'Es gibt noch keine Nutzeinheiten. Bitte legen Sie sie an oder fügen Sie sie aus Excel ein.',
      subject: null,
    });
  return points;
}

/** So many names say which units are meant; a whole new house is counted. */
const UNITS_NAMED = 3;

/** One point for the whole house, however many units have no meter. */
function pointsOfMeters({ units, meterCounts }: EnteredProperty): OpenPoint[] {
  const without = units.filter(({ id }) => (meterCounts.get(id) ?? 0) === 0);
  const [first] = without;
  if (first === undefined) return [];
  if (without.length === 1)
    return [
      {
        code: 'UNIT_WITHOUT_METER',
        severity: 'blocks',
        message: `${first.name}: Es ist kein Messgerät eingebaut. Bitte ordnen Sie eines zu.`,
        subject: { kind: 'unit', id: first.id },
      },
    ];
  const named = without.slice(0, UNITS_NAMED).map(({ name }) => name);
  const rest = without.length - named.length;
  return [
    {
      code: 'UNIT_WITHOUT_METER',
      severity: 'blocks',
      message: `In ${without.length} Nutzeinheiten ist kein Messgerät eingebaut: ${named.join(', ')}${rest > 0 ? ` und ${rest} weitere` : ''}. Bitte ordnen Sie Messgeräte zu.`,
      subject: { kind: 'property', id: first.propertyId },
    },
  ];
}

function pointsOfUnit({ tenancies, people }: EnteredProperty, unit: Unit): OpenPoint[] {
  const points: OpenPoint[] = [];
  const subject = { kind: 'unit', id: unit.id } as const;
  const ofUnit = tenancies.filter(({ unitId }) => unitId === unit.id);
  if (ofUnit.length === 0)
    points.push({
      code: 'UNIT_NEVER_LET',
      severity: 'warns',
      message: `${unit.name}: Es ist kein Mietverhältnis eingetragen; die Nutzeinheit gilt als leer stehend.`,
      subject,
    });
  for (const { personId } of ofUnit) {
    const tenant = people.get(personId);
    if (tenant !== undefined && tenant.addressLines.length === 0)
      points.push({
        code: 'TENANT_WITHOUT_ADDRESS',
        severity: 'warns',
        message: `${tenant.name} hat keine Anschrift. Ohne sie kann die Abrechnung nicht zugestellt werden.`,
        subject: { kind: 'person', id: personId },
      });
  }
  return points;
}

function pointsOfPeriod({ period, costs }: EnteredProperty): OpenPoint[] {
  if (period === null)
    return [
      {
        code: 'NO_PERIOD',
        severity: 'blocks',
        message: 'Es gibt noch keinen Abrechnungszeitraum. Bitte legen Sie ihn an.',
        subject: null,
      },
    ];
  const subject = { kind: 'period', id: period.id } as const;
  if (costs.length === 0)
    return [
      {
        code: 'NO_COSTS',
        severity: 'blocks',
        message: 'Für den Zeitraum sind noch keine Kosten eingetragen. Bitte geben Sie die Rechnungen ein.',
        subject,
      },
    ];
  if (costs.every(({ energyQuantity }) => energyQuantity === null))
    return [
      {
        code: 'NO_ENERGY',
        severity: 'blocks',
        message:
          'Auf keiner Rechnung steht eine Energiemenge. Bitte tragen Sie sie bei der Brennstoffrechnung ein.',
        subject,
      },
    ];
  return [];
}
