/** Version 1: the whole schema of the first release. */
import { AUDIT_TABLES } from './0001-audit-tables.ts';
import { BILLING_TABLES } from './0001-billing-tables.ts';
import { METERING_TABLES } from './0001-metering-tables.ts';
import { PROPERTY_TABLES } from './0001-property-tables.ts';
import type { Migration } from './migration.ts';

export const createSchema: Migration = {
  version: 1,
  apply(database) {
    for (const tables of [AUDIT_TABLES, PROPERTY_TABLES, METERING_TABLES, BILLING_TABLES])
      database.exec(tables);
  },
};
