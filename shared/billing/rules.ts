/** Every rule a figure can come from: the arithmetic it does and the paragraph it applies. */

/**
 * What computes a figure from its inputs. `proportion` multiplies all but the last and divides by the last,
 * `quotient` is the same of two, `sumOfProducts` adds the products of each two; the others fold from the left.
 */
export type Computing = 'sum' | 'difference' | 'product' | 'quotient' | 'proportion' | 'sumOfProducts';

/** `given` figures are read, looked up or counted, and computed from nothing. */
export type Operation = 'given' | Computing;

export interface Rule {
  readonly operation: Operation;
  readonly norm: string;
}

function rule(operation: Operation, norm: string): Rule {
  return { operation, norm };
}

const SECTION_7 = '§ 7 Abs. 2 HeizkostenV';
const SECTION_9 = '§ 9 Abs. 1 HeizkostenV';
const SECTION_9_FORMULA = '§ 9 Abs. 2 HeizkostenV';
const SECTION_9A = '§ 9a Abs. 1 HeizkostenV';
const SECTION_9B = '§ 9b Abs. 2 HeizkostenV';
const SECTION_9B_NO_READING = '§ 9b Abs. 3 HeizkostenV';
const SHARES = '§ 7 Abs. 1, § 8 Abs. 1 HeizkostenV';
const RECORDING = '§ 4 Abs. 1, § 5 Abs. 1 HeizkostenV';
const GROUPS = '§ 6 Abs. 2 HeizkostenV';
const CO2_INVOICE = '§ 3 Abs. 1 CO2KostAufG';
const CO2_CLASS = '§ 5 Abs. 1 CO2KostAufG';
const CO2_DEDUCTION = '§ 7 Abs. 1 CO2KostAufG';
const CO2_DISPLAY = '§ 7 Abs. 3 CO2KostAufG';
const BALANCE = '§ 556 Abs. 3 BGB';
const INFORMATION = '§ 6a Abs. 3 S. 1 Nr. 5 HeizkostenV';
const REDUCTION = '§ 12 Abs. 1 HeizkostenV, § 7 Abs. 4 CO2KostAufG';
const TAX = '§ 9 UStG';
const ARITHMETIC = 'Rechenschritt';

export const RULES = {
  WHOLE: rule('given', ARITHMETIC),
  COMPLEMENT: rule('difference', ARITHMETIC),
  CONVERSION: rule('given', ARITHMETIC),
  UNIT_CONVERSION: rule('product', ARITHMETIC),
  DAYS: rule('given', SECTION_9B),
  DAYS_OF_YEAR: rule('given', SECTION_9_FORMULA),
  DEGREE_DAYS: rule('given', `${SECTION_9B}; VDI 2067 Blatt 1 Tabelle 22`),
  TIME_TOGETHER: rule('sum', SECTION_9B_NO_READING),

  INVOICE: rule('given', SECTION_7),
  METERED_IN_PERIOD: rule('given', SECTION_7),
  METERED_ON_INVOICE: rule('given', SECTION_7),
  ACCRUED: rule('proportion', SECTION_7),
  STOCK_QUANTITY: rule('given', SECTION_7),
  STOCK_AMOUNT: rule('given', SECTION_7),
  STOCK_CLOSING: rule('given', SECTION_7),
  STOCK_LEFT: rule('given', SECTION_7),
  STOCK_AVAILABLE: rule('sum', SECTION_7),
  STOCK_PAID: rule('sum', SECTION_7),
  STOCK_LOT_VALUE: rule('proportion', SECTION_7),
  STOCK_CLOSING_VALUE: rule('sum', SECTION_7),
  STOCK_AT_AVERAGE: rule('proportion', SECTION_7),
  STOCK_LOTS_TOGETHER: rule('sum', SECTION_7),
  STOCK_CONSUMED: rule('difference', `${SECTION_7}; BGH VIII ZR 156/11`),

  CO2_KG: rule('given', CO2_INVOICE),
  CO2_AMOUNT: rule('given', CO2_INVOICE),
  CO2_KG_TOGETHER: rule('sum', CO2_INVOICE),
  CO2_COSTS_TOGETHER: rule('sum', CO2_INVOICE),
  CO2_COST: rule('sum', CO2_INVOICE),
  TOTAL_LIVING_AREA: rule('sum', CO2_CLASS),
  CO2_PER_AREA: rule('quotient', `${CO2_CLASS} S. 3`),
  CO2_SHORTENING: rule('quotient', `${CO2_CLASS} S. 4`),
  CO2_STEP: rule('given', 'Anlage zu §§ 5 bis 7 CO2KostAufG'),
  CO2_NON_RESIDENTIAL: rule('given', '§ 8 Abs. 1 CO2KostAufG'),
  CO2_RESTRICTION: rule('given', '§ 9 CO2KostAufG'),
  CO2_LANDLORD_SHARE: rule('sum', CO2_CLASS),
  CO2_RESTRICTED_SHARE: rule('product', '§ 9 CO2KostAufG'),
  CO2_LANDLORD: rule('product', CO2_DEDUCTION),
  CO2_LANDLORD_PART: rule('proportion', CO2_DEDUCTION),
  CO2_TENANTS: rule('difference', CO2_DEDUCTION),
  CO2_WEIGHT_OF_POT: rule('proportion', CO2_DISPLAY),
  CO2_WEIGHT: rule('sum', CO2_DISPLAY),
  CO2_OF_POT: rule('product', CO2_DISPLAY),
  CO2_USER: rule('sumOfProducts', CO2_DISPLAY),
  CO2_USER_RELIEF: rule('sumOfProducts', CO2_DEDUCTION),

  ENERGY: rule('given', SECTION_9),
  HEATING_VALUE_OF_SUPPLIER: rule('given', '§ 9 Abs. 3 HeizkostenV'),
  HEATING_VALUE_OF_TABLE: rule('given', '§ 9 Abs. 3 HeizkostenV'),
  ENERGY_OF_FUEL: rule('product', '§ 9 Abs. 3 HeizkostenV'),
  PLANT_ENERGY: rule('sum', SECTION_9),
  TOTAL_HEAT: rule('given', SECTION_9),
  MEASURED_HEAT: rule('given', `${SECTION_9_FORMULA} S. 1`),
  MEASURED_HEAT_OF_METERS: rule('sum', `${SECTION_9_FORMULA} S. 1`),
  HOT_WATER_VOLUME: rule('given', SECTION_9_FORMULA),
  HOT_WATER_VOLUME_OF_UNITS: rule('sum', SECTION_9_FORMULA),
  HOT_WATER_TEMPERATURE: rule('given', SECTION_9_FORMULA),
  SUPPLIED_AREA: rule('given', SECTION_9_FORMULA),
  SUPPLIED_AREA_OF_UNITS: rule('sum', SECTION_9_FORMULA),
  FORMULA_SPECIFIC_HEAT: rule('given', SECTION_9_FORMULA),
  FORMULA_COLD_WATER: rule('given', SECTION_9_FORMULA),
  FORMULA_TEMPERATURE_RISE: rule('difference', SECTION_9_FORMULA),
  FORMULA_VOLUME: rule('product', SECTION_9_FORMULA),
  FORMULA_SPECIFIC_AREA_HEAT: rule('given', SECTION_9_FORMULA),
  FORMULA_AREA: rule('product', SECTION_9_FORMULA),
  FORMULA_AREA_SHORT: rule('proportion', SECTION_9_FORMULA),
  FORMULA_CORRECTION: rule('given', `${SECTION_9_FORMULA} S. 6`),
  FORMULA_TIMES: rule('product', `${SECTION_9_FORMULA} S. 6`),
  FORMULA_DIVIDED: rule('quotient', `${SECTION_9_FORMULA} S. 6`),
  HEAT_OFF_FORMULA: rule('difference', SECTION_9_FORMULA),
  HEAT_DEVIATION: rule('quotient', SECTION_9_FORMULA),
  HOT_WATER_FUEL: rule('quotient', '§ 9 Abs. 3 HeizkostenV'),
  GENERATOR_CO2: rule('product', CO2_DEDUCTION),
  GENERATOR_HOT_WATER: rule('product', SECTION_9),
  HOT_WATER_SHARE_OF_COSTS: rule('quotient', SECTION_9),
  HOT_WATER_SHARE: rule('quotient', SECTION_9),
  HEATING_ONLY: rule('given', '§ 7 HeizkostenV'),
  HOT_WATER_ONLY: rule('given', '§ 8 HeizkostenV'),
  NO_JOINT_COSTS: rule('given', SECTION_9),
  RECOGNISED_RULES: rule('given', `${SECTION_9} S. 4`),

  COSTS_TOGETHER: rule('sum', SECTION_7),
  COSTS_LESS_CO2: rule('difference', CO2_DEDUCTION),
  JOINT_PART: rule('product', SECTION_9),
  PLANT_COSTS: rule('sum', SECTION_7),
  POT: rule('sum', SECTION_9),
  GROUP_SHARE: rule('given', GROUPS),
  GROUPS_TOGETHER: rule('sum', GROUPS),
  GROUP_RECORDED: rule('given', GROUPS),
  GROUP_RECORDED_BY_METERS: rule('sum', GROUPS),
  GROUP_KEY: rule('sum', GROUPS),
  GROUP_BY_CONSUMPTION: rule('proportion', GROUPS),
  GROUP_BY_KEY: rule('proportion', GROUPS),
  GROUP_POT: rule('sum', GROUPS),
  CONSUMPTION_SHARE: rule('given', SHARES),
  NO_CONSUMPTION_SHARE: rule('given', '§ 9a Abs. 2, § 11 HeizkostenV'),
  POT_BASE: rule('product', SHARES),
  POT_CONSUMPTION: rule('product', SHARES),

  READING: rule('given', RECORDING),
  READING_DIFFERENCE: rule('difference', RECORDING),
  READING_SINCE_RESET: rule('sum', RECORDING),
  READING_OVER_RESET: rule('sum', RECORDING),
  ALLOCATOR_FACTOR: rule('given', `${RECORDING}; EN 834`),
  ALLOCATOR_UNITS: rule('product', `${RECORDING}; EN 834`),
  STATED_CONSUMPTION: rule('given', RECORDING),
  STATED_REST: rule('difference', '§ 9b Abs. 1 HeizkostenV'),
  USER_PART_BY_DAYS: rule('proportion', SECTION_9B_NO_READING),
  USER_PART_BY_DEGREE_DAYS: rule('proportion', SECTION_9B_NO_READING),
  USER_CONSUMPTION: rule('sum', '§ 9b Abs. 1 HeizkostenV'),
  UNIT_CONSUMPTION: rule('sum', RECORDING),
  CONSUMPTION_TOGETHER: rule('sum', SHARES),

  PREVIOUS_CONSUMPTION: rule('given', SECTION_9A),
  OTHERS_NOW: rule('given', SECTION_9A),
  OTHERS_THEN: rule('given', SECTION_9A),
  ESTIMATE_PREVIOUS: rule('sum', SECTION_9A),
  ESTIMATE_PREVIOUS_SCALED: rule('proportion', SECTION_9A),
  ROOM_CONSUMPTION: rule('given', SECTION_9A),
  ROOM_AREA: rule('given', SECTION_9A),
  ROOMS_TOGETHER: rule('sum', SECTION_9A),
  ESTIMATE_ROOMS: rule('proportion', `${SECTION_9A}; BGH VIII ZR 264/19`),
  RECORDED: rule('sum', SECTION_9A),
  RECORDED_AREA: rule('sum', SECTION_9A),
  ESTIMATE_AVERAGE: rule('proportion', SECTION_9A),
  PART_CONSUMPTION: rule('given', SECTION_9A),
  ESTIMATE_DEGREE_DAYS: rule('proportion', `${SECTION_9A}; BGH VIII ZR 373/04`),
  AFFECTED_AREA: rule('given', '§ 9a Abs. 2 HeizkostenV'),
  AFFECTED_AREAS: rule('sum', '§ 9a Abs. 2 HeizkostenV'),
  AREAS_TOGETHER: rule('sum', '§ 9a Abs. 2 HeizkostenV'),
  AFFECTED_SHARE: rule('quotient', '§ 9a Abs. 2 HeizkostenV'),

  AREA: rule('given', SHARES),
  KEY_TOGETHER: rule('sum', SHARES),
  UNIT_BASE: rule('proportion', SHARES),
  UNIT_CONSUMPTION_COST: rule('proportion', SHARES),
  ONLY_USER: rule('sum', SHARES),
  USER_BASE_BY_DAYS: rule('proportion', SECTION_9B),
  USER_BASE_BY_DEGREE_DAYS: rule('proportion', SECTION_9B),
  USER_CONSUMPTION_COST: rule('proportion', '§ 9b Abs. 2 HeizkostenV'),
  USER_POT: rule('sum', SHARES),
  USER_SHARE_OF_POT: rule('quotient', ARITHMETIC),

  FURTHER_KEY: rule('given', '§ 556a Abs. 1 BGB'),
  FURTHER_KEY_TOGETHER: rule('given', '§ 556a Abs. 1 BGB'),
  FURTHER_COST: rule('proportion', '§ 556a Abs. 1 BGB'),
  LABOUR: rule('given', '§ 35a EStG'),
  LABOUR_TOGETHER: rule('sum', '§ 35a EStG'),
  LABOUR_IN_FURTHER_COST: rule('proportion', '§ 35a EStG'),
  USER_LABOUR_IN_POTS: rule('sumOfProducts', '§ 35a EStG'),
  USER_LABOUR: rule('sum', '§ 35a EStG'),

  REDUCTION_BASE: rule('sum', REDUCTION),
  REDUCTION_RIGHT: rule('given', REDUCTION),
  REDUCTION: rule('product', REDUCTION),
  REDUCTIONS_ADDED: rule('sum', REDUCTION),
  REDUCTION_LEAVES: rule('given', REDUCTION),
  REDUCTIONS_IN_SEQUENCE: rule('product', REDUCTION),
  REDUCTION_IN_SEQUENCE: rule('difference', REDUCTION),

  REMAINING: rule('difference', REDUCTION),

  MONTHS_USED: rule('given', '§ 560 Abs. 4 BGB'),
  RECURRING_COST: rule('difference', '§ 560 Abs. 4 BGB'),
  NEW_PREPAYMENT: rule('quotient', '§ 560 Abs. 4 BGB'),

  NEW_PREPAYMENT_ROUNDED: rule('sum', '§ 560 Abs. 4 BGB'),

  KEY_TOTAL: rule('given', SHARES),
  KEY_OF_MEMBER: rule('given', SHARES),
  MEMBER_SHARE: rule('proportion', SHARES),
  PERCENT_OF_COST: rule('proportion', SHARES),
  PERCENT_TOGETHER: rule('sum', SHARES),
  UNIT_PRICE: rule('quotient', SHARES),
  PRINTED_PRICE: rule('sum', ARITHMETIC),
  AT_PRINTED_PRICE: rule('product', ARITHMETIC),
  SHARE_OF_UNITS: rule('quotient', SHARES),
  GROUP_BY_DIFFERENCE: rule('difference', 'BGH VIII ZR 57/07: Differenzmessung genügt nicht'),
  DAYS_MISSING: rule('difference', SECTION_7),
  COVERAGE: rule('quotient', SECTION_7),

  EMISSION_FACTOR: rule('given', 'EBeV 2030 Anlage 2 Teil 4'),
  HS_TO_HI: rule('given', 'EBeV 2030 Anlage 2 Teil 4'),
  ENERGY_IN_HI: rule('product', 'EBeV 2030 Anlage 2 Teil 4'),
  EMISSIONS: rule('product', 'EBeV 2030 Anlage 2 Teil 4'),
  CO2_PRICE: rule('given', '§ 4 CO2KostAufG, § 10 BEHG'),
  VAT_FACTOR: rule('given', '§ 3 Abs. 3 CO2KostAufG'),
  CO2_COST_BY_PRICE: rule('product', '§ 4 CO2KostAufG, § 10 BEHG'),
  CO2_KG_PER_M2: rule('given', CO2_CLASS),
  CO2_ROUNDED: rule('sum', `${CO2_CLASS} S. 3`),
  CO2_ANNUALISED: rule('quotient', ARITHMETIC),
  CO2_SELF_SUPPLY: rule('given', '§ 6 Abs. 2 CO2KostAufG'),
  CO2_SELF_SUPPLY_CLAIM: rule('product', '§ 6 Abs. 2 CO2KostAufG'),

  CLIMATE_FACTOR: rule('given', INFORMATION),
  WEATHER_ADJUSTED: rule('product', INFORMATION),
  INFORMATION_TOTAL: rule('sum', INFORMATION),
  CHANGE_RATIO: rule('quotient', INFORMATION),
  CHANGE: rule('difference', INFORMATION),
  CHANGE_PERCENT: rule('product', INFORMATION),
  KWH_OF_UNITS: rule('proportion', '§ 6a Abs. 2 HeizkostenV'),
  AVERAGE_USER: rule('given', '§ 6a Abs. 3 S. 1 Nr. 4 HeizkostenV'),
  AVERAGE_USER_COMPARED: rule('quotient', '§ 6a Abs. 3 S. 1 Nr. 4 HeizkostenV'),
  AVERAGE_USER_KWH: rule('product', '§ 6a Abs. 3 S. 1 Nr. 4 HeizkostenV'),

  HEAT_OF_POT: rule('product', '§ 6a Abs. 2 HeizkostenV'),
  AVERAGE_USER_PART: rule('proportion', '§ 6a Abs. 3 S. 1 Nr. 4 HeizkostenV'),

  TAX_FACTOR: rule('given', TAX),
  NET_AMOUNT: rule('sum', TAX),
  NET_OF_TAX: rule('quotient', TAX),
  NET_TOGETHER: rule('sum', TAX),
  NET_DISTRIBUTED: rule('proportion', TAX),
  NET_IN_POTS: rule('sumOfProducts', TAX),
  NET_OF_USER: rule('sum', TAX),
  TAXED_CHARGE: rule('product', TAX),
  TAX_RATE: rule('given', TAX),
  TAX_OF_USER: rule('product', TAX),
  GROSS_OF_USER: rule('sum', TAX),

  USER_TOTAL: rule('sum', BALANCE),
  CLAIM_OPEN: rule('given', '§ 556 Abs. 3 S. 2, 3 BGB'),
  PAYABLE: rule('product', '§ 556 Abs. 3 S. 3 BGB'),
  PREPAYMENTS_PAID: rule('given', BALANCE),
  BALANCE: rule('difference', BALANCE),
} as const satisfies Record<string, Rule>;

export type RuleCode = keyof typeof RULES;
