/** Version 5: how a change of user was settled, how a value by hand came about, and which sums landlords were given. */
import { guardByAudit, isDay, isDecimal, isFilled, isInstant, isOneOf } from './checks.ts';
import type { Migration } from './migration.ts';

export const recordUserChanges: Migration = {
  version: 5,
  apply(database) {
    database.exec(`
      ALTER TABLE manual_entries ADD COLUMN method TEXT NOT NULL DEFAULT 'read'
        ${isOneOf('method', 'read', 'nearest', 'interpolated', 'estimated')};

      -- A change of user (§ 9b HeizkostenV): missing_why says why a reading of the day is missing, where one is.
      CREATE TABLE user_changes (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        unit_id INTEGER NOT NULL REFERENCES units (id),
        last_day TEXT NOT NULL ${isDay('last_day')},
        missing_why TEXT ${isOneOf('missing_why', 'impossible', 'notExactEnough')},
        reason TEXT NOT NULL,
        cost_bearer TEXT NOT NULL ${isOneOf('cost_bearer', 'landlord', 'leaving', 'arriving')},
        UNIQUE (unit_id, last_day),
        CHECK (missing_why IS NULL OR length(trim(reason)) > 0)
      ) STRICT;
      ${guardByAudit('user_changes')}

      -- A sum a landlord was given; later ones must not give away a single unit by their difference.
      CREATE TABLE released_sums (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        property_id INTEGER NOT NULL REFERENCES properties (id),
        medium TEXT NOT NULL ${isFilled('medium')},
        from_day TEXT NOT NULL ${isDay('from_day')},
        to_day TEXT NOT NULL ${isDay('to_day')},
        unit_ids TEXT NOT NULL ${isFilled('unit_ids')},
        quantity TEXT NOT NULL ${isDecimal('quantity')},
        released_at TEXT NOT NULL ${isInstant('released_at')},
        CHECK (to_day >= from_day)
      ) STRICT;
      CREATE INDEX released_sums_by_property ON released_sums (property_id, medium);
      ${guardByAudit('released_sums')}
    `);
  },
};
