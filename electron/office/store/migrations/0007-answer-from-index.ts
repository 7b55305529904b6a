/**
 * Version 7: the index of readings holds what a register showed. Lists and curves ask thousands of meters for a few
 * days each; every row beside the index was a page of its own to be decrypted.
 */
import type { Migration } from './migration.ts';

export const answerFromIndex: Migration = {
  version: 7,
  apply(database) {
    // The id comes before the values: of the readings of a day the last one counts.
    database.exec(`
      DROP INDEX readings_by_meter;
      CREATE INDEX readings_by_meter ON readings
        (meter_id, register, day, id, mantissa, exponent, unit, telegram_id, manual_entry_id);
    `);
  },
};
