import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { rememberSigns } from '#office/services/read-signs.ts';
import type { WorkingOffice } from '#office/services/working-office.ts';
import { day } from '../../../../support/small-house.ts';
import { workingOffice } from '../../../../support/working-office.ts';

let office: WorkingOffice;

beforeEach(async () => {
  office = await workingOffice();
});
afterEach(() => office.lock('user'));

describe('the signs of life of all meters', () => {
  it('are read again after a pull, and not because somebody saw a message', () => {
    const signsOn = rememberSigns(office);
    const first = signsOn(day('2026-02-16'));
    expect(first.trails.size).toBe(1);
    office.tellChanged('meters', 'gateways', 'settings');
    expect(signsOn(day('2026-02-16'))).toBe(first);
    office.tellChanged('pull');
    expect(signsOn(day('2026-02-16'))).not.toBe(first);
  });

  it('are read again on the next day, for what is old enough to compare with is another reading then', () => {
    const signsOn = rememberSigns(office);
    const first = signsOn(day('2026-02-16'));
    expect(signsOn(day('2026-02-17'))).not.toBe(first);
  });
});
