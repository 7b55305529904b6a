/** The demo behind the window: enters the house into an empty office, and takes it away again. */
import { rm } from 'node:fs/promises';
import type { demoDesk } from '#shared/contract/demo.ts';
import type { HandlersOf } from '#shared/contract/handler.ts';
import { fail, succeed } from '#shared/model/result.ts';
import { importKeys } from '../services/import-keys.ts';
import { officeDayOf } from '../services/office-day.ts';
import { isDemoOffice, markAsDemo } from '../services/office-settings.ts';
import type { WorkingOffice } from '../services/working-office.ts';
import { listProperties } from '../store/properties.ts';
import { shownHouse } from './demo-source.ts';
import { keyList, radiosOf } from './house-traffic.ts';
import { loadProperty } from './load-property.ts';
import { plantTroubles } from './plant-troubles.ts';
import { deliveredKeys } from './troubles.ts';

export function createDemoDesk(office: WorkingOffice): HandlersOf<typeof demoDesk> {
  return {
    'demo.load': () => {
      const { session } = office;
      if (listProperties(session.store).length > 0)
        return fail({
          code: 'OFFICE_NOT_EMPTY',
          message: 'Die Vorführung braucht einen leeren Bestand. Ihre Daten wurden nicht angetastet.',
        });
      const openedOn = officeDayOf(session.clock());
      const { house, troubles } = shownHouse(openedOn);
      const loaded = loadProperty(session, house, (change, entered) => {
        markAsDemo(change, openedOn);
        if (troubles !== null) plantTroubles(change, entered, troubles);
      });
      if (!loaded.ok) return loaded;
      const delivered = keyList([...radiosOf(house), ...deliveredKeys(troubles)]);
      const imported = importKeys(session, delivered, 'Lieferschein der Vorführung');
      if (!imported.ok) return imported;
      // Not the session: whoever opens the demo decides when the window shows it.
      office.tellChanged('properties', 'units', 'people', 'tenancies', 'costs', 'meters', 'keys', 'pull');
      return succeed(null);
    },
    'demo.remove': async () => {
      if (!isDemoOffice(office.session.store))
        return fail({
          code: 'NO_DEMO',
          message: 'Dieser Bestand ist keine Vorführung. Er wurde nicht angetastet.',
        });
      const refused = office.refuseWhileRolledBack();
      if (refused !== null) return refused;
      office.lock('user');
      await rm(office.options.folder, { recursive: true, force: true });
      return succeed(null);
    },
  };
}
