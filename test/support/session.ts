/** A working session with a small house in it, and its anchor beside. */
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { FileAnchorStore } from '#office/services/audit-anchor.ts';
import type { OfficeSession } from '#office/services/office-session.ts';
import { addMeterKey } from '#office/store/keys.ts';
import { NOW, officeFixture, type OfficeFixture } from './office-folder.ts';
import { METER_ADDRESS, METER_KEY, buildSmallHouse, changed, type SmallHouse } from './small-house.ts';

export interface SessionFixture {
  readonly office: OfficeFixture;
  readonly house: SmallHouse;
  readonly session: OfficeSession;
  readonly anchors: FileAnchorStore;
  /** The folder that holds the office's own and everything beside it. */
  readonly root: string;
  /** An existing folder for backups. */
  readonly backups: string;
}

export async function sessionFixture(clock: () => Date = () => NOW): Promise<SessionFixture> {
  const office = await officeFixture();
  const house = buildSmallHouse(office);
  changed(office, (change) =>
    addMeterKey(change, {
      manufacturer: METER_ADDRESS.manufacturer,
      identification: METER_ADDRESS.id,
      label: 'Lieferung 4711',
      key: METER_KEY,
    }),
  );
  const root = dirname(office.folder);
  const backups = join(root, 'backups');
  mkdirSync(backups);
  return {
    office,
    house,
    session: { vault: office.vault, store: office.store, clock },
    anchors: new FileAnchorStore(join(root, 'anchors')),
    root,
    backups,
  };
}
