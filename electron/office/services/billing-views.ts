/** Runs, bills and findings as the window shows them. Turns amounts and ids, computes nothing. */
import type {
  Bill as BillView,
  BillFigure,
  BillLine,
  BillingRun,
  Finding as FindingView,
  Risk,
} from '#shared/contract/billing.ts';
import type { Readable } from '#shared/contract/handler.ts';
import type { Subject } from '#shared/contract/values.ts';
import type { Bill, UserLine } from '#shared/billing/bill.ts';
import type { BillingCase } from '#shared/billing/billing-case.ts';
import { writeFigure } from '#shared/billing/figure-record.ts';
import { isBlocking } from '#shared/billing/findings.ts';
import { findingKey } from '#shared/billing/life-of-a-bill.ts';
import { centsOf, parseEuros, sumCents, type Cents } from '#shared/model/money.ts';
import type { TenancyId } from '#shared/model/tenancy.ts';
import type { UnitId } from '#shared/model/unit.ts';
import { namesOfCase } from '#shared/text/billing/case-names.ts';
import { figureName } from '#shared/text/billing/figure-label.ts';
import { sayFindingWithNames } from '#shared/text/billing/findings.ts';
import { sayNumber } from '#shared/text/billing/say-number.ts';
import { formatEuros } from '#shared/text/format.ts';
import type { OpenedRun } from './billing-runs.ts';

/** The reasons staff gave for warnings, by the finding's key. */
export type AcceptedFindings = Readonly<Record<string, string>>;

const KINDS: Readonly<Record<string, Subject['kind']>> = {
  unit: 'unit',
  tenancy: 'tenancy',
  cost: 'cost',
  person: 'person',
  property: 'property',
};

/** The number in an id of the case, such as 12 in `unit-000012`; null for ids of another make. */
function numberIn(id: string, kind: string): number | null {
  const match = new RegExp(`^${kind}-0*(\\d+)$`).exec(id);
  return match === null ? null : Number(match[1]);
}

/** The first thing a finding is about that has a page; a device leads to the unit it hangs in. */
function subjectOf(about: readonly string[], billingCase: BillingCase): Subject | null {
  for (const name of about) {
    const named = name.split('.').at(-1) ?? '';
    const id = billingCase.devices.find((device) => device.id === named)?.unit ?? named;
    const kind = KINDS[id.split('-')[0] ?? ''];
    const number = kind === undefined ? null : numberIn(id, id.split('-')[0] ?? '');
    if (kind !== undefined && number !== null) return { kind, id: number };
  }
  return null;
}

function findingViews(
  { findings, billingCase }: OpenedRun,
  accepted: AcceptedFindings,
): Readable<FindingView>[] {
  const nameOf = namesOfCase(billingCase);
  return findings.map((found) => {
    const { message, norm, cure } = sayFindingWithNames(found, nameOf);
    const key = findingKey(found);
    return {
      key,
      code: found.code,
      severity: isBlocking(found) ? 'blocks' : 'warns',
      message,
      paragraph: norm || null,
      cure: cure || null,
      subject: subjectOf(found.about, billingCase),
      acceptedBecause: accepted[key] ?? null,
    };
  });
}

/** Who a bill is for and where, by names; null for a user the case does not have. */
type NameUser = (
  user: Pick<UserLine, 'id' | 'kind'>,
  unit: string,
) => { readonly recipient: string; readonly unitName: string } | null;

/** Names the users of a case; days without a tenancy are the landlord's. */
export function userNames({ units, tenancies, property }: BillingCase): NameUser {
  const unitNames = new Map(units.map(({ id, label }) => [id, label]));
  const tenantNames = new Map(tenancies.map(({ id, tenant }) => [id, tenant.name]));
  return ({ id, kind }, unit) => {
    const unitName = unitNames.get(unit);
    const recipient = kind === 'tenancy' ? tenantNames.get(id) : `Leerstand (${property.landlord.name})`;
    return unitName === undefined || recipient === undefined ? null : { recipient, unitName };
  };
}

function both({ base, consumption }: { readonly base: Cents; readonly consumption: Cents }): Cents {
  return sumCents([base, consumption]);
}

function lineOf(user: UserLine, bill: Bill, nameOf: NameUser): BillLine {
  const tenancyId = numberIn(user.id, 'tenancy');
  const unitId = numberIn(user.unit, 'unit');
  return {
    billId: user.id,
    unitId: unitId === null ? null : (unitId as UnitId),
    tenancyId: tenancyId === null ? null : (tenancyId as TenancyId),
    ...(nameOf(user, user.unit) ?? { recipient: user.id, unitName: user.unit }),
    period: { from: user.from, to: user.to },
    heatingCents: both(user.heating),
    hotWaterCents: both(user.hotWater),
    co2ReliefCents: user.co2.relief,
    totalCents: user.total,
    prepaidCents: user.prepaid,
    balanceCents: user.balance,
    isEstimated: bill.estimates.some(({ unit }) => unit === user.unit),
  };
}

function risksOf(bill: Bill, nameOf: NameUser): Risk[] {
  const users = new Map(bill.users.map((user) => [user.id, user]));
  const byRight = Map.groupBy(bill.risk.lines, ({ right }) => right);
  return [...byRight].map(([right, lines]) => {
    const [first] = lines;
    return {
      code: right,
      percent: first?.percent ?? 0,
      message: RISK_SENTENCES[right],
      paragraph: first?.norm ?? '',
      amountCents: sumCents(lines.map(({ amount }) => amount)),
      tenants: lines.map(({ user, amount }) => {
        const line = users.get(user);
        const named = line && nameOf(line, line.unit);
        return {
          tenantName: named?.recipient ?? user,
          unitName: named?.unitName ?? '',
          amountCents: amount,
        };
      }),
    };
  });
}

const RISK_SENTENCES = {
  R15: 'Nicht nach Verbrauch abgerechnet: Die Mieter dürfen kürzen.',
  R3_remote: 'Geräte sind nicht aus der Ferne ablesbar: Die Mieter dürfen kürzen.',
  R3_info: 'Die monatlichen Verbrauchsinformationen sind unvollständig: Die Mieter dürfen kürzen.',
  R3_co2: 'Der CO₂-Anteil des Vermieters ist nicht ausgewiesen: Die Mieter dürfen kürzen.',
} as const;

/** The part of a run's view that its own case and result give. */
export function contentOfRun(
  run: OpenedRun,
  accepted: AcceptedFindings,
): Readable<Pick<BillingRun, 'findings' | 'risks' | 'bills' | 'proof'>> {
  const { billingCase, bill } = run;
  const views = findingViews(run, accepted);
  const zero = centsOf(0);
  if (bill === null)
    return {
      findings: views,
      risks: [],
      bills: [],
      proof: { invoicedCents: zero, billedCents: zero },
    };
  const nameOf = userNames(billingCase);
  const { invoices, users, vacancies, landlordCo2, landlordRounding } = bill.proof;
  return {
    findings: views,
    risks: risksOf(bill, nameOf),
    bills: bill.users.map((user) => lineOf(user, bill, nameOf)),
    proof: {
      invoicedCents: invoices,
      billedCents: sumCents([users, vacancies, landlordCo2, landlordRounding]),
    },
  };
}

/** One figure by its id, under the name of its rule unless it has one of its own; what the bill does not have is left out. */
function figureView(bill: Bill, id: string, label?: string): BillFigure[] {
  const figure = bill.figures.get(id);
  if (figure === undefined) return [];
  const record = writeFigure(figure);
  const amountCents = record.unit === 'EUR' ? parseEuros(record.value) : null;
  const text = amountCents === null ? sayNumber(record, record.unit) : formatEuros(amountCents);
  return [{ figure: id, label: capitalised(label ?? figureName(record)), text, amountCents }];
}

/** Names of rules are made for the middle of a sentence; here each begins a line. */
function capitalised(words: string): string {
  return words.charAt(0).toLocaleUpperCase('de') + words.slice(1);
}

const SECTIONS: readonly { readonly title: string; readonly figures: readonly string[] }[] = [
  { title: 'Heizung', figures: ['heating.quantity', 'heating.base', 'heating.consumption', 'heating'] },
  {
    title: 'Warmwasser',
    figures: ['hotWater.quantity', 'hotWater.base', 'hotWater.consumption', 'hotWater'],
  },
  { title: 'CO₂-Kosten', figures: ['co2.tenant', 'co2.relief'] },
  { title: 'Ergebnis', figures: ['total', 'prepaid', 'balance'] },
];

/** One user's bill with every printed amount; null when the run has none of that id. */
export function viewOfBill(
  { billingCase, bill }: Pick<OpenedRun, 'billingCase' | 'bill'>,
  billId: string,
): Readable<BillView> | null {
  const user = bill?.users.find(({ id }) => id === billId);
  if (!bill || !user) return null;
  const ofUser = SECTIONS.map(({ title, figures }) => ({
    title,
    figures: figures.flatMap((name) => figureView(bill, `user.${user.id}.${name}`)),
  }));
  const further = {
    title: 'Weitere Kosten',
    figures: [...user.further, ...user.direct].flatMap(({ figure, label }) =>
      figureView(bill, figure, label),
    ),
  };
  return {
    line: lineOf(user, bill, userNames(billingCase)),
    sections: [...ofUser.slice(0, -1), further, ...ofUser.slice(-1)].filter(
      ({ figures }) => figures.length > 0,
    ),
  };
}
