/** Version 1: the office and its staff, people, properties, units and who lived where. */
import { forbidOverlap, guardByAudit, isDay, isDecimal, isFilled, isFlag, isOneOf } from './checks.ts';

const GUARDED = [
  'settings',
  'staff',
  'erasure_keys',
  'persons',
  'properties',
  'units',
  'rooms',
  'tenancies',
  'prepayments',
] as const;

export const PROPERTY_TABLES = `
  CREATE TABLE settings (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL UNIQUE ${isFilled('name')},
    value TEXT NOT NULL CHECK (json_valid(value))
  ) STRICT;

  CREATE TABLE staff (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    access_id TEXT NOT NULL UNIQUE ${isFilled('access_id')},
    name TEXT NOT NULL ${isFilled('name')},
    initials TEXT NOT NULL ${isFilled('initials')},
    has_access INTEGER NOT NULL ${isFlag('has_access')}
  ) STRICT;

  CREATE TABLE persons (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    erasure_key_id INTEGER NOT NULL REFERENCES erasure_keys (id),
    details_version INTEGER NOT NULL CHECK (details_version >= 1),
    sealed_details BLOB NOT NULL
  ) STRICT;

  CREATE TABLE properties (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    landlord_id INTEGER NOT NULL REFERENCES persons (id),
    name TEXT NOT NULL ${isFilled('name')},
    address_lines TEXT NOT NULL CHECK (json_type(address_lines) = 'array')
  ) STRICT;

  CREATE TABLE units (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    property_id INTEGER NOT NULL REFERENCES properties (id),
    name TEXT NOT NULL ${isFilled('name')},
    kind TEXT NOT NULL ${isOneOf('kind', 'flat', 'shop')},
    position TEXT NOT NULL,
    living_area_m2 TEXT NOT NULL ${isDecimal('living_area_m2')},
    heated_area_m2 TEXT NOT NULL ${isDecimal('heated_area_m2')},
    UNIQUE (property_id, name),
    CHECK (CAST(living_area_m2 AS REAL) > 0),
    CHECK (CAST(heated_area_m2 AS REAL) <= CAST(living_area_m2 AS REAL))
  ) STRICT;

  CREATE TABLE rooms (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    unit_id INTEGER NOT NULL REFERENCES units (id),
    name TEXT NOT NULL ${isFilled('name')},
    area_m2 TEXT ${isDecimal('area_m2')},
    UNIQUE (unit_id, name)
  ) STRICT;

  CREATE TABLE tenancies (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    unit_id INTEGER NOT NULL REFERENCES units (id),
    person_id INTEGER NOT NULL REFERENCES persons (id),
    from_day TEXT NOT NULL ${isDay('from_day')},
    to_day TEXT ${isDay('to_day')},
    CHECK (to_day >= from_day)
  ) STRICT;
  CREATE INDEX tenancies_by_unit ON tenancies (unit_id, from_day);
  CREATE INDEX tenancies_by_person ON tenancies (person_id);
  ${forbidOverlap('tenancies', 'TENANCIES_OVERLAP', ['unit_id'])}

  CREATE TABLE prepayments (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    tenancy_id INTEGER NOT NULL REFERENCES tenancies (id),
    paid_on TEXT NOT NULL ${isDay('paid_on')},
    amount_cents INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX prepayments_by_tenancy ON prepayments (tenancy_id, paid_on);
  ${GUARDED.map((table) => guardByAudit(table)).join('')}
`;
