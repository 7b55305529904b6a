/** Version 8: what the reading at a change of user cost, for whoever bears it. */
import type { Migration } from './migration.ts';

export const priceUserChanges: Migration = {
  version: 8,
  apply(database) {
    // Null where no amount is known: then the bill charges nobody.
    database.exec(
      'ALTER TABLE user_changes ADD COLUMN cost_cents INTEGER CHECK (cost_cents IS NULL OR cost_cents > 0);',
    );
  },
};
