/** Overview desk: the work list of the start page. */
import type { HandlersOf } from '#shared/contract/handler.ts';
import type { overviewDesk } from '#shared/contract/overview.ts';
import { isFrozenStage } from '#shared/contract/properties.ts';
import { succeed } from '#shared/model/result.ts';
import { listAllTenancies } from '../store/whole-office.ts';
import { surveyProperties } from './desk-properties.ts';
import { officeDayOf } from './office-day.ts';
import { readLastBackup, readLastPull } from './office-settings.ts';
import type { WorkingOffice } from './working-office.ts';

export function createOverviewDesk(office: WorkingOffice): HandlersOf<typeof overviewDesk> {
  return {
    'overview.worklist': () => {
      const { store, clock } = office.session;
      const today = officeDayOf(clock());
      const properties = surveyProperties(office);
      const due = properties
        .flatMap(({ summary: { id, name, period } }) =>
          period !== null && !isFrozenStage(period.stage) && period.to < today
            ? [{ propertyId: id, propertyName: name, period }]
            : [],
        )
        .toSorted((a, b) => (a.period.dueOn < b.period.dueOn ? -1 : 1));
      const lastPull = readLastPull(store);
      return succeed({
        due,
        missing: properties
          .filter(({ openPoints }) => openPoints.length > 0)
          .map(({ summary: { id, name, openPointCount } }) => ({
            propertyId: id,
            propertyName: name,
            openPoints: openPointCount,
          })),
        lastPull: lastPull && {
          at: lastPull.endedAt,
          newTelegrams: lastPull.newTelegrams,
          undecodable: lastPull.undecodable.reduce((total, { count }) => total + count, 0),
        },
        lastBackupAt: readLastBackup(store),
        counts: {
          properties: properties.length,
          units: properties.reduce((total, { units }) => total + units.length, 0),
          people: office.people.length,
          runningTenancies: listAllTenancies(store).filter(
            ({ from, to }) => from <= today && (to === null || to >= today),
          ).length,
        },
      });
    },
  };
}
