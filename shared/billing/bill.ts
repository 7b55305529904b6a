/** What billing a case gives: the bill, or the findings that refuse it. Amounts are whole cents. */
import type { Cents } from '../model/money.ts';
import type { Period } from '../model/period.ts';
import type { PlainDate } from '../model/plain-date.ts';
import type { Finding } from './findings.ts';
import type { Figures } from './trace.ts';

import type { Pot } from './metered.ts';

/** A quantity for readers: a plain decimal, the figure that explains it. */
export interface Quantity {
  readonly value: string;
  readonly figure: string;
}

/** One cost as it enters the bill: what the invoice says and what of it belongs to the period. */
export interface CostLine {
  readonly id: string;
  readonly label: string;
  readonly kind: string;
  readonly target: 'joint' | Pot | 'further' | 'direct';
  readonly invoiced: Cents;
  readonly inPeriod: Cents;
  readonly figure: string;
}

/** A stock of fuel: what was there, came, stayed and was burnt (BGH VIII ZR 156/11). */
export interface StockLine {
  readonly id: string;
  readonly label: string;
  readonly unit: string;
  readonly target: 'joint' | Pot;
  readonly opening: { readonly quantity: string; readonly amount: Cents };
  readonly deliveries: readonly {
    readonly id: string;
    readonly date: PlainDate;
    readonly quantity: string;
    readonly amount: Cents;
  }[];
  readonly closing: { readonly quantity: string; readonly amount: Cents };
  readonly consumed: { readonly quantity: string; readonly amount: Cents };
  readonly figure: string;
}

/** The CO2 split with everything § 7 Abs. 3 CO2KostAufG wants on the bill. */
export interface Co2Split {
  readonly kg: string;
  readonly areaM2: string;
  readonly kgPerM2: string;
  /** The step of the annex, bounds in kg/m² for this period; none for non-residential property. */
  readonly step: { readonly from: string; readonly to: string | null } | null;
  readonly landlordPercent: string;
  readonly cost: Cents;
  readonly landlord: Cents;
  readonly tenants: Cents;
}

/** How the hot water was separated (§ 9). `hotWaterShare` is alpha. */
export interface SeparationLine {
  readonly method: 'none' | 'measured' | 'volume' | 'area' | 'recognisedRules';
  readonly hotWaterShare: Quantity;
  /** Kilowatt-hours, after the correction of a formula value. */
  readonly hotWaterHeat?: Quantity;
  readonly totalEnergy?: Quantity;
}

/** One pot, of the property or of one user group, with its keys and unit prices. */
export interface PotLine {
  readonly pot: Pot;
  readonly group: string | null;
  readonly total: Cents;
  readonly base: Cents;
  readonly consumption: Cents;
  readonly consumptionPercent: string;
  /** True when more than 25 % of the area had no recorded value and the base key rules all of it (§ 9a Abs. 2). */
  readonly byBaseKeyOnly: boolean;
  readonly baseKey: string;
  readonly baseTotal: Quantity;
  readonly consumptionUnit: string;
  readonly consumptionTotal: Quantity;
  /** Euros; rounded for display only. */
  readonly pricePerBase: string;
  readonly pricePerConsumption: string | null;
  readonly figure: string;
}

/** The two positions of a pot in cents. */
export interface Positions {
  readonly base: Cents;
  readonly consumption: Cents;
}

export interface UnitLine {
  readonly id: string;
  readonly label: string;
  readonly heating: Positions;
  readonly hotWater: Positions;
  readonly heatingConsumption: Quantity;
  readonly hotWaterConsumption: Quantity;
  readonly total: Cents;
}

/** A further or direct cost on the same statement. */
export interface FurtherLine {
  readonly cost: string;
  readonly label: string;
  readonly amount: Cents;
  readonly figure: string;
}

/** VAT for a commercial tenant whose landlord opted for it: net costs plus the rate. */
export interface VatLine {
  readonly ratePercent: string;
  readonly net: Cents;
  readonly tax: Cents;
  readonly gross: Cents;
}

/** Weather-adjusted comparison and averages (§ 6a Abs. 3); kilowatt-hours. */
export interface InformationLine {
  readonly heatingKwh: Quantity;
  readonly hotWaterKwh: Quantity | null;
  /** Allocators count units; then the kilowatt-hours are converted and say so. */
  readonly converted: boolean;
  readonly adjustedKwh: Quantity | null;
  readonly previousAdjustedKwh: Quantity | null;
  readonly changePercent: Quantity | null;
  readonly averageUserKwh: Quantity | null;
}

/** A tenancy, or the landlord for days without one. `figures` of a user start with `user.<id>.`. */
export interface UserLine {
  readonly id: string;
  readonly kind: 'tenancy' | 'vacancy';
  readonly unit: string;
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly days: number;
  readonly heating: Positions;
  readonly hotWater: Positions;
  readonly heatingConsumption: Quantity;
  readonly hotWaterConsumption: Quantity;
  readonly further: readonly FurtherLine[];
  readonly direct: readonly FurtherLine[];
  /** The user's part of the CO2 costs: already within his positions, and what the landlord took off them. */
  readonly co2: { readonly tenant: Cents; readonly relief: Cents };
  readonly vat: VatLine | null;
  readonly total: Cents;
  readonly prepaid: Cents;
  /** Positive: to pay (Nachzahlung). Negative: credit (Guthaben). */
  readonly balance: Cents;
  readonly proposedMonthlyPrepayment: Cents | null;
  /** Labour within the share (§ 35a EStG). */
  readonly labour: { readonly craftsman: Cents; readonly household: Cents };
  readonly information: InformationLine | null;
}

/** A value that was determined instead of read, with all a bill must print (§ 9a; AG Neuruppin 42 C 64/04). */
export interface EstimateLine {
  readonly unit: string;
  readonly device: string | null;
  readonly pot: Pot;
  readonly method: 'previousPeriod' | 'comparableRooms' | 'average' | 'degreeDays';
  readonly why: string;
  readonly reason: string;
  readonly decidedBy: string | null;
  readonly result: Quantity;
  readonly affectedAreaM2: string;
}

export type ReductionRight = 'R15' | 'R3_remote' | 'R3_info' | 'R3_co2';

/** A right to cut the bill that a tenant may declare; never deducted by the bill itself. */
export interface RiskLine {
  readonly right: ReductionRight;
  readonly user: string;
  /** Finding codes that trigger the right. */
  readonly triggers: readonly string[];
  readonly norm: string;
  readonly percent: number;
  readonly base: Cents;
  readonly amount: Cents;
  /** Courts disagree whether the right exists here. */
  readonly contested: boolean;
  /** Another defensible base, shown side by side; for example the hot water alone. */
  readonly otherReading: { readonly base: Cents; readonly amount: Cents } | null;
  readonly figure: string;
}

export interface RiskSheet {
  readonly lines: readonly RiskLine[];
  readonly total: Cents;
}

/** All amounts in equal all amounts out; anything but zero stops a release. */
export interface Proof {
  readonly invoices: Cents;
  readonly users: Cents;
  readonly vacancies: Cents;
  readonly landlordCo2: Cents;
  /** Cents that rounding every tenant half up leaves to a landlord without a vacancy. */
  readonly landlordRounding: Cents;
  readonly difference: Cents;
}

export interface Bill {
  readonly engine: string;
  readonly property: string;
  readonly period: Period;
  readonly costs: readonly CostLine[];
  readonly stocks: readonly StockLine[];
  readonly co2: Co2Split | null;
  readonly separation: SeparationLine;
  readonly pots: readonly PotLine[];
  readonly units: readonly UnitLine[];
  readonly users: readonly UserLine[];
  readonly estimates: readonly EstimateLine[];
  readonly risk: RiskSheet;
  readonly proof: Proof;
  readonly findings: readonly Finding[];
  readonly figures: Figures;
}

/** A bill with its warnings, or the blocking findings (and the warnings beside them) that refuse one. */
export type BillOutcome =
  | { readonly kind: 'billed'; readonly bill: Bill }
  | { readonly kind: 'refused'; readonly findings: readonly Finding[] };
