/** The office behind the window with a session of a small house open, without a router in front of it. */
import { FileAnchorStore } from '#office/services/audit-anchor.ts';
import { WorkingOffice } from '#office/services/working-office.ts';
import { FileDeviceSecretStore } from '#office/vault/device-secret.ts';
import { ScriptedDesktop } from '../e2e/host/scripted-desktop.ts';
import { sessionFixture } from './session.ts';

export async function workingOffice(): Promise<WorkingOffice> {
  const { session, root } = await sessionFixture();
  const office = new WorkingOffice({
    folder: root,
    desktop: new ScriptedDesktop(),
    deviceSecrets: new FileDeviceSecretStore(root),
    anchors: new FileAnchorStore(root),
    clock: session.clock,
    tell: () => {},
    sessionChanged: () => {},
  });
  office.open(session);
  return office;
}
