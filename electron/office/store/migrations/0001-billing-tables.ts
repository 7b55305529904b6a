/** Version 1: billing periods, their costs, and the bills that froze them. */
import { forbidOverlap, guardByAudit, isDay, isDecimal, isFilled, isInstant, isOneOf } from './checks.ts';

const GUARDED = ['billing_periods', 'costs', 'bills'] as const;

export const BILLING_TABLES = `
  CREATE TABLE billing_periods (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    property_id INTEGER NOT NULL REFERENCES properties (id),
    from_day TEXT NOT NULL ${isDay('from_day')},
    to_day TEXT NOT NULL ${isDay('to_day')},
    rules TEXT NOT NULL CHECK (json_valid(rules)),
    CHECK (to_day >= from_day)
  ) STRICT;
  ${forbidOverlap('billing_periods', 'PERIODS_OVERLAP', ['property_id'])}

  CREATE TABLE costs (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    period_id INTEGER NOT NULL REFERENCES billing_periods (id),
    label TEXT NOT NULL ${isFilled('label')},
    kind TEXT NOT NULL ${isFilled('kind')},
    target TEXT NOT NULL ${isOneOf('target', 'joint', 'heating', 'hotWater', 'further', 'direct')},
    amount_cents INTEGER NOT NULL,
    labour_cents INTEGER,
    invoice_number TEXT,
    invoice_day TEXT ${isDay('invoice_day')},
    supplier TEXT,
    energy_quantity TEXT ${isDecimal('energy_quantity')},
    energy_unit TEXT,
    energy_basis TEXT ${isOneOf('energy_basis', 'Hs', 'Hi', 'heat')},
    co2_kg TEXT ${isDecimal('co2_kg')},
    co2_cents INTEGER,
    extras TEXT CHECK (json_valid(extras)),
    CHECK ((energy_quantity IS NULL) = (energy_unit IS NULL)),
    CHECK ((co2_kg IS NULL) = (co2_cents IS NULL))
  ) STRICT;
  CREATE INDEX costs_by_period ON costs (period_id);

  -- Inputs and result of a bill, sealed under a key of their own: they outlive the people's records and end with it.
  CREATE TABLE bills (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    period_id INTEGER NOT NULL REFERENCES billing_periods (id),
    version INTEGER NOT NULL CHECK (version >= 1),
    corrects_bill_id INTEGER REFERENCES bills (id),
    state TEXT NOT NULL ${isOneOf('state', 'draft', 'checked', 'final', 'cancelled')},
    erasure_key_id INTEGER NOT NULL REFERENCES erasure_keys (id),
    sealed_case BLOB NOT NULL,
    sealed_result BLOB NOT NULL,
    case_sha256 BLOB NOT NULL CHECK (length(case_sha256) = 32),
    result_sha256 BLOB NOT NULL CHECK (length(result_sha256) = 32),
    engine_version TEXT NOT NULL ${isFilled('engine_version')},
    created_at TEXT NOT NULL ${isInstant('created_at')},
    finalised_at TEXT ${isInstant('finalised_at')},
    UNIQUE (period_id, version),
    CHECK ((state = 'final') <= (finalised_at IS NOT NULL))
  ) STRICT;
  CREATE TRIGGER bills_stay_frozen BEFORE UPDATE ON bills
  WHEN OLD.finalised_at IS NOT NULL AND (
    NEW.sealed_case <> OLD.sealed_case OR NEW.sealed_result <> OLD.sealed_result
    OR NEW.case_sha256 <> OLD.case_sha256 OR NEW.result_sha256 <> OLD.result_sha256
    OR NEW.finalised_at IS NOT OLD.finalised_at OR NEW.state NOT IN ('final', 'cancelled')
    OR NEW.period_id <> OLD.period_id OR NEW.version <> OLD.version
    OR NEW.erasure_key_id <> OLD.erasure_key_id OR NEW.engine_version <> OLD.engine_version)
  BEGIN SELECT RAISE(ABORT, 'BILL_FROZEN'); END;
  CREATE TRIGGER bills_not_deleted BEFORE DELETE ON bills WHEN OLD.finalised_at IS NOT NULL
  BEGIN SELECT RAISE(ABORT, 'BILL_FROZEN'); END;
  ${GUARDED.map((table) => guardByAudit(table)).join('')}
`;
