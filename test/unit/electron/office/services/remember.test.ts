import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FileAnchorStore } from '#office/services/audit-anchor.ts';
import { remember } from '#office/services/remember.ts';
import { WorkingOffice } from '#office/services/working-office.ts';
import { FileDeviceSecretStore } from '#office/vault/device-secret.ts';
import { ScriptedDesktop } from '../../../../e2e/host/scripted-desktop.ts';
import { sessionFixture } from '../../../../support/session.ts';

let office: WorkingOffice;

beforeEach(async () => {
  const { session, root } = await sessionFixture();
  office = new WorkingOffice({
    folder: root,
    desktop: new ScriptedDesktop(),
    deviceSecrets: new FileDeviceSecretStore(root),
    anchors: new FileAnchorStore(root),
    clock: session.clock,
    tell: () => {},
    sessionChanged: () => {},
  });
  office.open(session);
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
