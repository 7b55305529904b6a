/** Version 1: gateways, meters with their places and keys, what came over the air, and the readings in it. */
import {
  forbidOverlap,
  guardByAudit,
  isDay,
  isDecimal,
  isFilled,
  isFlag,
  isInstant,
  isOneOf,
  looksLikeDay,
} from './checks.ts';

const GUARDED = ['gateways', 'meters', 'meter_installations', 'meter_keys', 'manual_entries'] as const;

export const METERING_TABLES = `
  CREATE TABLE gateways (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    serial TEXT NOT NULL UNIQUE ${isFilled('serial')},
    property_id INTEGER REFERENCES properties (id),
    model TEXT NOT NULL,
    place TEXT NOT NULL
  ) STRICT;

  CREATE TABLE meters (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    manufacturer TEXT NOT NULL CHECK (manufacturer GLOB '[A-Z][A-Z][A-Z]'),
    identification TEXT NOT NULL CHECK (length(identification) = 8 AND identification NOT GLOB '*[^0-9A-F]*'),
    version INTEGER NOT NULL CHECK (version BETWEEN 0 AND 255),
    device_type INTEGER NOT NULL CHECK (device_type BETWEEN 0 AND 255),
    kind TEXT NOT NULL ${isOneOf('kind', 'allocator', 'heatMeter', 'warmWaterMeter', 'hotWaterHeatMeter')},
    serial TEXT,
    UNIQUE (manufacturer, identification, version, device_type)
  ) STRICT;

  CREATE TABLE meter_installations (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    meter_id INTEGER NOT NULL REFERENCES meters (id),
    property_id INTEGER NOT NULL REFERENCES properties (id),
    unit_id INTEGER REFERENCES units (id),
    room_id INTEGER REFERENCES rooms (id),
    position TEXT ${isFilled('position')},
    from_day TEXT NOT NULL ${isDay('from_day')},
    to_day TEXT ${isDay('to_day')},
    scale TEXT NOT NULL ${isOneOf('scale', 'unit', 'product')},
    factor TEXT NOT NULL ${isDecimal('factor')},
    due_day TEXT CHECK (date('2024-' || due_day) IS '2024-' || due_day),
    remote_readable INTEGER NOT NULL ${isFlag('remote_readable')},
    interoperable INTEGER NOT NULL ${isFlag('interoperable')},
    CHECK (to_day >= from_day),
    CHECK (room_id IS NULL OR unit_id IS NOT NULL)
  ) STRICT;
  CREATE INDEX installations_by_meter ON meter_installations (meter_id, from_day);
  CREATE INDEX installations_by_property ON meter_installations (property_id, unit_id);
  ${forbidOverlap('meter_installations', 'INSTALLATIONS_OVERLAP', ['meter_id'])}
  ${forbidOverlap(
    'meter_installations',
    'PLACE_OCCUPIED',
    ['property_id', 'unit_id', 'room_id', 'position'],
    'NEW.position IS NOT NULL',
  )}

  -- Keys may arrive before their meter is installed, and from lists that name no manufacturer.
  CREATE TABLE meter_keys (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    manufacturer TEXT CHECK (manufacturer GLOB '[A-Z][A-Z][A-Z]'),
    identification TEXT NOT NULL CHECK (length(identification) = 8 AND identification NOT GLOB '*[^0-9A-F]*'),
    label TEXT NOT NULL,
    version INTEGER NOT NULL CHECK (version >= 1),
    sealed_key BLOB NOT NULL
  ) STRICT;
  CREATE INDEX meter_keys_by_meter ON meter_keys (identification, manufacturer);

  -- A bundle as it came. Its payload stays: it is the evidence every telegram can be re-read from.
  CREATE TABLE bundles (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    source TEXT NOT NULL ${isFilled('source')},
    topic TEXT NOT NULL ${isFilled('topic')},
    gateway TEXT,
    epoch TEXT,
    seq INTEGER,
    sha256 BLOB NOT NULL CHECK (length(sha256) = 32),
    payload BLOB NOT NULL,
    received_at TEXT NOT NULL ${isInstant('received_at')},
    last_modified TEXT ${isInstant('last_modified')},
    cleared_at TEXT ${isInstant('cleared_at')},
    state TEXT NOT NULL ${isOneOf('state', 'stored', 'quarantined', 'unreadable')},
    CHECK (state <> 'quarantined' OR cleared_at IS NULL)
  ) STRICT;
  CREATE UNIQUE INDEX bundles_by_key ON bundles (gateway, epoch, seq) WHERE state = 'stored';
  CREATE UNIQUE INDEX bundles_by_topic ON bundles (source, topic, sha256);

  CREATE TABLE telegrams (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    bundle_id INTEGER NOT NULL REFERENCES bundles (id),
    position INTEGER NOT NULL CHECK (position >= 0),
    bytes BLOB NOT NULL,
    manufacturer TEXT,
    identification TEXT,
    version INTEGER,
    device_type INTEGER,
    received_at_ms INTEGER NOT NULL,
    rssi_dbm INTEGER,
    outcome TEXT,
    verified_by TEXT ${isOneOf('verified_by', 'none', 'checkBytes', 'crc', 'mac')},
    decoded_at_ms INTEGER,
    dedupe_hash BLOB NOT NULL CHECK (length(dedupe_hash) = 16),
    CHECK ((outcome IS NULL) = (decoded_at_ms IS NULL))
  ) STRICT;
  CREATE UNIQUE INDEX telegrams_once ON telegrams (dedupe_hash);
  CREATE INDEX telegrams_by_meter ON telegrams (identification, manufacturer, received_at_ms);
  CREATE INDEX telegrams_undecoded ON telegrams (id) WHERE outcome IS NULL;

  CREATE TABLE manual_entries (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    meter_id INTEGER NOT NULL REFERENCES meters (id),
    entered_at TEXT NOT NULL ${isInstant('entered_at')},
    origin TEXT NOT NULL ${isOneOf('origin', 'readOnSite', 'reportedByTenant', 'takenOver')},
    note TEXT NOT NULL
  ) STRICT;

  -- A register value: mantissa × 10^exponent in the meter's own unit, and the telegram or entry it came from.
  CREATE TABLE readings (
    id INTEGER PRIMARY KEY,
    meter_id INTEGER NOT NULL REFERENCES meters (id),
    telegram_id INTEGER REFERENCES telegrams (id),
    manual_entry_id INTEGER REFERENCES manual_entries (id),
    register TEXT NOT NULL ${isOneOf('register', 'current', 'dueDate', 'month')},
    quantity TEXT NOT NULL ${isOneOf('quantity', 'allocation', 'energy', 'volume')},
    day TEXT ${looksLikeDay('day')},
    day_inferred INTEGER NOT NULL ${isFlag('day_inferred')},
    mantissa INTEGER NOT NULL,
    exponent INTEGER NOT NULL CHECK (exponent BETWEEN -18 AND 18),
    unit TEXT NOT NULL ${isOneOf('unit', 'HCA', 'Wh', 'J', 'm3')},
    storage INTEGER NOT NULL CHECK (storage >= 0),
    CHECK ((telegram_id IS NULL) <> (manual_entry_id IS NULL))
  ) STRICT;
  CREATE INDEX readings_by_meter ON readings (meter_id, register, day);
  CREATE INDEX readings_by_telegram ON readings (telegram_id) WHERE telegram_id IS NOT NULL;

  -- Headers of compact frames, kept for ever: a meter sends them in full only now and then (OMS Vol. 2, CI 79h).
  CREATE TABLE telegram_formats (
    manufacturer TEXT NOT NULL,
    device_type INTEGER NOT NULL,
    signature INTEGER NOT NULL CHECK (signature BETWEEN 0 AND 65535),
    headers BLOB NOT NULL,
    PRIMARY KEY (manufacturer, device_type, signature)
  ) STRICT, WITHOUT ROWID;
  ${GUARDED.map((table) => guardByAudit(table)).join('')}
  ${guardByAudit('readings', { row: 'ROW.manual_entry_id IS NOT NULL' })}
`;
