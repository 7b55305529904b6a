/**
 * Version 4: what the morning's work asks of meters and gateways: calibration, rating factors, certificates, and who
 * has seen, put off or ignored a message.
 */
import { guardByAudit, isDay, isDecimal, isFilled, isInstant, isOneOf } from './checks.ts';
import type { Migration } from './migration.ts';

export const extendMetering: Migration = {
  version: 4,
  apply(database) {
    database.exec(`
      ALTER TABLE meters ADD COLUMN calibrated_until TEXT ${isDay('calibrated_until')};

      ALTER TABLE meter_installations ADD COLUMN kq TEXT ${isDecimal('kq')};
      ALTER TABLE meter_installations ADD COLUMN kc TEXT ${isDecimal('kc')};
      ALTER TABLE meter_installations ADD COLUMN kt TEXT ${isDecimal('kt')};

      ALTER TABLE gateways ADD COLUMN sim TEXT NOT NULL DEFAULT '';
      ALTER TABLE gateways ADD COLUMN certificate TEXT;

      -- The newest bundles of a gateway, and the newest telegram in each: its last contact.
      CREATE INDEX bundles_by_gateway ON bundles (gateway, id) WHERE state = 'stored';
      CREATE INDEX telegrams_by_bundle ON telegrams (bundle_id, received_at_ms);

      -- One row for what somebody decided about a message; it holds as long as the message stays in that state.
      CREATE TABLE message_marks (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        subject TEXT NOT NULL ${isFilled('subject')},
        code TEXT NOT NULL ${isFilled('code')},
        state TEXT NOT NULL,
        kind TEXT NOT NULL ${isOneOf('kind', 'seen', 'wait', 'ignore')},
        until_day TEXT ${isDay('until_day')},
        note TEXT NOT NULL,
        made_by TEXT NOT NULL ${isFilled('made_by')},
        made_at TEXT NOT NULL ${isInstant('made_at')},
        UNIQUE (subject, code),
        CHECK ((kind = 'wait') = (until_day IS NOT NULL)),
        CHECK (kind <> 'ignore' OR length(trim(note)) > 0)
      ) STRICT;
      ${guardByAudit('message_marks')}
    `);
  },
};
