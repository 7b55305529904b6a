/** Version 6: meters that were delivered and have no place yet, with what the delivery said about where they belong. */
import { guardByAudit, isDay, isDecimal, isOneOf } from './checks.ts';
import type { Migration } from './migration.ts';

export const keepUnplacedMeters: Migration = {
  version: 6,
  apply(database) {
    database.exec(`
      -- Unit, room and position in the words of the delivery; the row goes when the meter gets its place.
      CREATE TABLE unplaced_meters (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        meter_id INTEGER NOT NULL UNIQUE REFERENCES meters (id),
        property_id INTEGER REFERENCES properties (id),
        unit TEXT NOT NULL,
        room TEXT NOT NULL,
        position TEXT NOT NULL,
        from_day TEXT ${isDay('from_day')},
        scale TEXT NOT NULL ${isOneOf('scale', 'unit', 'product')},
        factor TEXT NOT NULL ${isDecimal('factor')},
        kq TEXT ${isDecimal('kq')},
        kc TEXT ${isDecimal('kc')},
        kt TEXT ${isDecimal('kt')}
      ) STRICT;
      ${guardByAudit('unplaced_meters')}
    `);
  },
};
