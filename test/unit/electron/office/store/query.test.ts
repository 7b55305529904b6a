import { describe, expect, it } from 'vitest';
import { bind, query } from '#office/store/query.ts';
import type { UnitId } from '#shared/model/unit.ts';

const unitNamed = query<{ id: UnitId; name: string }>()((sql, given) =>
  sql
    .selectFrom('units')
    .select('id')
    .where('name', '=', given.name)
    .where('kind', '=', 'flat')
    .where('id', '<>', given.id),
);

describe('a query', () => {
  it('is SQL with placeholders, built before any value is known', () => {
    expect(unitNamed.sql).toBe('select "id" from "units" where "name" = ? and "kind" = ? and "id" <> ?');
  });

  it('binds each value in the place of its slot, whatever their order', () => {
    expect(bind(unitNamed, { id: 7 as UnitId, name: 'Suite' })).toEqual(['Suite', 'flat', 7]);
  });

  it('does not run with a value forgotten', () => {
    const incomplete = { id: 7 } as { id: UnitId; name: string };
    expect(() => bind(unitNamed, incomplete)).toThrow('name');
  });

  it('never puts a value into the SQL', () => {
    const evil = "x'; drop table units; --";
    expect(unitNamed.sql).not.toContain(evil);
    expect(bind(unitNamed, { id: 1 as UnitId, name: evil })[0]).toBe(evil);
  });
});
