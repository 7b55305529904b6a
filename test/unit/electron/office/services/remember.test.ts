import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { remember } from '#office/services/remember.ts';
import type { WorkingOffice } from '#office/services/working-office.ts';
import { sessionFixture } from '../../../../support/session.ts';
import { workingOffice } from '../../../../support/working-office.ts';

let office: WorkingOffice;

beforeEach(async () => {
  office = await workingOffice();
});
afterEach(() => office.lock('user'));

describe('an answer that is remembered', () => {
  it('is worked out again only when the data behind it changed', () => {
    let worked = 0;
    const answer = remember(office, ['people', 'units'], () => (worked += 1));
    expect([answer(), answer()]).toEqual([1, 1]);
    office.tellChanged('pull', 'settings');
    expect(answer()).toBe(1);
    office.tellChanged('settings', 'units');
    expect([answer(), answer()]).toEqual([2, 2]);
  });

  it('does not outlive the session it was read in', async () => {
    let worked = 0;
    const answer = remember(office, ['people'], () => (worked += 1));
    answer();
    office.open((await sessionFixture()).session);
    expect(answer()).toBe(2);
  });
});
