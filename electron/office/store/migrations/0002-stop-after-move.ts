/** Version 2: an office that moved to another computer takes nothing new here, so that there are never two of it. */
import type { Migration } from './migration.ts';

const HAS_MOVED = `EXISTS (SELECT 1 FROM settings WHERE name = 'office.movedAt')`;

export const stopAfterMove: Migration = {
  version: 2,
  apply(database) {
    database.exec(`
      CREATE TRIGGER audit_ends_with_move BEFORE INSERT ON audit
      WHEN NEW.action NOT IN ('office.move', 'office.stay') AND ${HAS_MOVED}
      BEGIN SELECT RAISE(ABORT, 'OFFICE_MOVED'); END;
      CREATE TRIGGER bundles_end_with_move BEFORE INSERT ON bundles
      WHEN ${HAS_MOVED}
      BEGIN SELECT RAISE(ABORT, 'OFFICE_MOVED'); END;
    `);
  },
};
