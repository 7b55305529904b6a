import { describe, expect, it } from 'vitest';
import { unitId } from '#shared/contract/values.ts';
import { plainDateOf as day } from '#shared/model/plain-date.ts';
import { de } from '#shared/text/de.ts';
import { newChange, readChange } from '../../../../renderer/features/tenant-change/change-draft.ts';

const SURROUNDINGS = {
  unitId: unitId.parse(1),
  meters: [],
  typed: new Map(),
  today: day('2025-11-22'),
  words: de,
};

function read(cost: string) {
  return readChange({ ...newChange(day('2025-11-30')), next: 'vacancy', cost }, SURROUNDINGS);
}

describe('what the interim reading cost', () => {
  it('may be left open', () => {
    expect(read(' ')).toMatchObject({ ok: true, fields: { costCents: null } });
  });

  it('is read to the cent', () => {
    expect(read('35,50')).toMatchObject({ ok: true, fields: { costCents: 3_550 } });
  });

  it.each(['0', '-5', 'viel', '1,005'])('is asked for again when it says %s', (text) => {
    expect(read(text)).toMatchObject({
      ok: false,
      faults: [{ field: 'cost', message: de.tenantChange.costUnreadable }],
    });
  });
});
