import { describe, expect, it } from 'vitest';
import type { UnknownDevice } from '#shared/contract/pull.ts';
import { propertyId, unitId } from '#shared/contract/values.ts';
import { plainDateOf } from '#shared/model/plain-date.ts';
import { de } from '#shared/text/de.ts';
import {
  NOWHERE,
  readAssignment,
  type AssignDraft,
} from '../../../../renderer/features/pull/assign-draft.ts';

const DEVICE: UnknownDevice = {
  manufacturer: 'QDS',
  id: '00000001',
  version: 1,
  deviceType: 8,
  kind: 'allocator',
  telegrams: 1,
  lastHeardAt: '2026-01-31T21:00:00Z',
  rssiDbm: null,
  gateway: null,
  setAside: null,
};
const UNITS = [{ id: unitId.parse(7), propertyId: propertyId.parse(1) }];
const DRAFT: AssignDraft = {
  kind: 'allocator',
  propertyId: '1',
  unitId: '7',
  roomId: NOWHERE,
  from: '1.1.26',
};

function read(change: Partial<AssignDraft>): ReturnType<typeof readAssignment> {
  return readAssignment(DEVICE, { ...DRAFT, ...change }, UNITS, plainDateOf('2026-02-01'), de);
}

function faultsOf(change: Partial<AssignDraft>): string[] {
  const result = read(change);
  return result.ok ? [] : result.faults.map(({ field }) => field);
}

describe('a device that becomes a meter', () => {
  it('hangs in a unit, in a room of it, or serves the whole property', () => {
    expect(read({})).toMatchObject({
      ok: true,
      fields: {
        device: { manufacturer: 'QDS', id: '00000001' },
        unitId: 7,
        roomId: null,
        from: '2026-01-01',
      },
    });
    expect(read({ unitId: NOWHERE })).toMatchObject({ ok: true, fields: { unitId: null } });
    expect(read({ roomId: '3' })).toMatchObject({ ok: true, fields: { roomId: 3 } });
  });

  it('needs to be told what it is, where it hangs and since when', () => {
    expect(faultsOf({ kind: null, propertyId: null, from: '' })).toEqual([
      'kind',
      'propertyId',
      'unitId',
      'from',
    ]);
  });

  it('does not keep the unit of a property that was chosen before', () => {
    expect(faultsOf({ propertyId: '2' })).toEqual(['unitId']);
  });
});
