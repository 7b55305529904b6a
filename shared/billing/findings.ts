/** Findings of the checks: what stops a bill, and what its clerk should look at before it goes out. */

/** What a check can find; sentence, paragraph and cure of each code are in `shared/text/findings.de.ts`. */
export const FINDING_SEVERITY = {
  TENANCIES_OVERLAP: 'blocking',
  USER_OUTSIDE_PERIOD: 'blocking',
  USER_CHANGE_WITHOUT_AGREEMENT: 'blocking',
  PART_ABOVE_WHOLE: 'blocking',
  AMOUNT_TOO_LARGE: 'blocking',
  PERIOD_OVER_TWELVE_MONTHS: 'blocking',
  AREA_ZERO: 'blocking',
  AREA_OF_KEY_MISSING: 'blocking',
  SHARE_OUTSIDE_LIMITS: 'blocking',
  SHARE_NOT_SEVENTY: 'blocking',
  SHARE_RULES_MISSING: 'blocking',
  PREMETER_SHARE_TOO_LOW: 'blocking',
  UNIT_WITHOUT_GROUP: 'blocking',
  MIXED_EQUIPMENT: 'blocking',
  READING_MISSING: 'blocking',
  CONSUMPTION_MISSING: 'blocking',
  NEGATIVE_CONSUMPTION: 'blocking',
  ALLOCATOR_FACTOR_MISSING: 'blocking',
  ESTIMATE_WITHOUT_BASIS: 'blocking',
  POT_WITHOUT_CONSUMPTION: 'blocking',
  INTERIM_READINGS_UNEQUAL_TOTAL: 'blocking',
  CLOSING_STOCK_MISSING: 'blocking',
  CLOSING_STOCK_TOO_LARGE: 'blocking',
  STOCK_WITHOUT_CONSUMPTION: 'blocking',
  INVOICE_CROSSES_PERIOD: 'blocking',
  INVOICE_OUTSIDE_PERIOD: 'blocking',
  ACCRUAL_WITHOUT_PERIOD: 'blocking',
  READING_ACCRUAL_WITHOUT_QUANTITY: 'blocking',
  ENERGY_MISSING: 'blocking',
  ENERGY_BASIS_MIXED: 'blocking',
  ENERGY_BASIS_MISSING: 'blocking',
  HEATING_VALUE_MISSING: 'blocking',
  HOT_WATER_HEAT_MISSING: 'blocking',
  TOTAL_HEAT_MISSING: 'blocking',
  HOT_WATER_EXCEEDS_TOTAL: 'blocking',
  HOT_WATER_TOO_COLD: 'blocking',
  SEPARATION_MISSING: 'blocking',
  COST_NOT_APPORTIONABLE: 'blocking',
  COST_OF_UNSERVED_POT: 'blocking',
  DIRECT_CHARGE_WITHOUT_AGREEMENT: 'blocking',
  DIRECT_CHARGE_OUTSIDE_PERIOD: 'blocking',
  FURTHER_KEY_EMPTY: 'blocking',
  LANDLORD_CO2_SHARE_TOO_LOW: 'blocking',
  CO2_RESTRICTION_UNPROVEN: 'blocking',
  CO2_AREA_ZERO: 'blocking',
  HEAT_PUMP_EXEMPTION_ENDED: 'blocking',
  METERS_SWAPPED: 'blocking',
  COSTS_EMPTY: 'blocking',
  DEVICE_SERIAL_TWICE: 'blocking',
  CO2_ABOVE_INVOICE: 'blocking',
  SUMS_DO_NOT_CLOSE: 'blocking',
  VACANCY: 'warning',
  BILLED_BY_BASE_KEY: 'warning',
  ESTIMATED_VALUE: 'warning',
  ESTIMATE_BY_DEGREE_DAYS: 'warning',
  INTERIM_READING_MISSING: 'warning',
  INTERIM_READING_OMITTED: 'warning',
  EVAPORATOR_READING_INEXACT: 'warning',
  READING_NOT_ON_DAY: 'warning',
  HOT_WATER_HEAT_NOT_MEASURED: 'warning',
  HOT_WATER_SHARE_IMPLAUSIBLE: 'warning',
  HOT_WATER_DEVIATES_FROM_FORMULA: 'warning',
  PREMETER_MISSING: 'warning',
  SHARE_BY_AGREEMENT: 'warning',
  USER_CHANGE_BY_AGREEMENT: 'warning',
  EXEMPTION_APPLIED: 'warning',
  INVOICE_COVERAGE_GAP: 'warning',
  DELIVERY_OUTSIDE_PERIOD: 'warning',
  STOCK_UNCHANGED: 'warning',
  OPENING_STOCK_NOT_LAST_CLOSING: 'warning',
  OPERATING_ELECTRICITY_HIGH: 'warning',
  CO2_DATA_MISSING: 'warning',
  CO2_FACTOR_IMPLAUSIBLE: 'warning',
  CO2_RESTRICTED: 'warning',
  CO2_LEFT_TO_OWNERS: 'warning',
  NOT_REMOTE_READABLE: 'warning',
  NOT_GATEWAY_CONNECTABLE: 'warning',
  CALIBRATION_EXPIRED: 'warning',
  DEVICE_ERROR: 'warning',
  KEY_DATE_OFF_PERIOD: 'warning',
  INFORMATION_INCOMPLETE: 'warning',
  INFORMATION_MISSING: 'warning',
  STOCK_TAX_UNSTATED: 'warning',
  CONSUMPTION_ZERO: 'warning',
  CONSUMPTION_CHANGED: 'warning',
  UNIT_FAR_ABOVE_AREA_SHARE: 'warning',
  SINGLE_DEVICE_DOMINATES: 'warning',
  SUBMETERS_DEVIATE: 'warning',
  ENERGY_PER_AREA_UNUSUAL: 'warning',
  ENERGY_PRICE_UNUSUAL: 'warning',
  TOTAL_COST_CHANGED: 'warning',
  DEADLINE_NEAR: 'warning',
  DEADLINE_PASSED: 'warning',
  TENANT_WITHOUT_ADDRESS: 'warning',
  PIPE_HEAT_SUSPECTED: 'warning',
} as const satisfies Record<string, 'blocking' | 'warning'>;

export type FindingCode = keyof typeof FINDING_SEVERITY;

/** One finding with the numbers behind it. */
export interface Finding {
  readonly code: FindingCode;
  readonly severity: 'blocking' | 'warning';
  /** Ids of what it is about, such as `unit.A` or `cost.gas`. */
  readonly about: readonly string[];
  /** Plain decimals, days and ids, by name. */
  readonly evidence: Readonly<Record<string, string>>;
}

/** Makes a finding of a code. */
export function finding(
  code: FindingCode,
  about: readonly string[],
  evidence: Readonly<Record<string, string>> = {},
): Finding {
  return { code, severity: FINDING_SEVERITY[code], about, evidence };
}

export function isBlocking(found: Finding): boolean {
  return found.severity === 'blocking';
}

/** Findings in a fixed order, blocking first: the order of discovery must not show in a result. */
export function inOrder(findings: readonly Finding[]): Finding[] {
  const key = (found: Finding): string =>
    [found.severity, found.code, ...found.about, JSON.stringify(found.evidence)].join(' ');
  return findings
    .map((found) => ({ found, key: key(found) }))
    .toSorted((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ found }) => found);
}
