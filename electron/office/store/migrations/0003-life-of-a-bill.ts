/** Version 3: who drafted and checked a bill, why one is corrected, and when and how it went out. */
import { isDay, isFilled, isInstant, isOneOf } from './checks.ts';
import type { Migration } from './migration.ts';

/** Who drafted the bills of older versions stands in the audit alone. */
const DRAFTERS_FROM_AUDIT = `
  UPDATE audit_gate SET is_open = 1;
  UPDATE bills SET drafted_by = coalesce(
    (SELECT actor FROM audit WHERE subject = 'bills:' || bills.id ORDER BY seq LIMIT 1), drafted_by);
  UPDATE audit_gate SET is_open = 0;
`;

export const lifeOfABill: Migration = {
  version: 3,
  apply(database) {
    database.exec(`
      ALTER TABLE bills ADD COLUMN drafted_by TEXT NOT NULL DEFAULT 'stichtag';
      ALTER TABLE bills ADD COLUMN checked_by TEXT;
      ALTER TABLE bills ADD COLUMN checked_at TEXT ${isInstant('checked_at')};
      ALTER TABLE bills ADD COLUMN correction_reason TEXT ${isFilled('correction_reason')};
      ALTER TABLE bills ADD COLUMN dispatched_on TEXT ${isDay('dispatched_on')};
      ALTER TABLE bills ADD COLUMN dispatched_by TEXT;
      ALTER TABLE bills ADD COLUMN dispatch_way TEXT
        ${isOneOf('dispatch_way', 'post', 'email', 'landlord', 'inPerson')};
      ${DRAFTERS_FROM_AUDIT}
      CREATE TRIGGER bills_keep_their_makers BEFORE UPDATE ON bills
      WHEN OLD.finalised_at IS NOT NULL AND (
        NEW.drafted_by <> OLD.drafted_by OR NEW.checked_by IS NOT OLD.checked_by
        OR NEW.checked_at IS NOT OLD.checked_at OR NEW.corrects_bill_id IS NOT OLD.corrects_bill_id
        OR NEW.correction_reason IS NOT OLD.correction_reason OR NEW.created_at <> OLD.created_at)
      BEGIN SELECT RAISE(ABORT, 'BILL_FROZEN'); END;
      CREATE TRIGGER bills_stay_dispatched BEFORE UPDATE OF state ON bills
      WHEN OLD.dispatched_on IS NOT NULL AND NEW.state = 'cancelled'
      BEGIN SELECT RAISE(ABORT, 'BILL_FROZEN'); END;
    `);
  },
};
