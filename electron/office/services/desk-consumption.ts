/** Consumption desk: what a property or a unit used, month by month, and where it went. */
import type { consumptionDesk, ConsumptionScope } from '#shared/contract/consumption.ts';
import type { HandlersOf } from '#shared/contract/handler.ts';
import { findProperty, findUnit } from '../store/properties.ts';
import { answerInTurns } from './answer-in-turns.ts';
import { consumptionFlows } from './consumption-flows.ts';
import { monthsInTurns } from './consumption-months.ts';
import { consumptionOverview } from './consumption-overview.ts';
import { Tariffs } from './consumption-tariff.ts';
import { goneFailure, type WorkingOffice } from './working-office.ts';

export function createConsumptionDesk(office: WorkingOffice): HandlersOf<typeof consumptionDesk> {
  let tariffs: Tariffs | null = null;

  const tariffsOfSession = (): Tariffs => {
    if (tariffs === null || !tariffs.isOf(office.session)) tariffs = new Tariffs(office.session);
    return tariffs;
  };
  const isGone = ({ propertyId, unitId }: ConsumptionScope): boolean => {
    const { store } = office.session;
    return (
      findProperty(store, propertyId) === null ||
      (unitId !== null && findUnit(store, unitId)?.propertyId !== propertyId)
    );
  };
  return {
    'consumption.overview': async (scope) => {
      if (isGone(scope)) return goneFailure();
      const tariff = tariffsOfSession().newest(scope.propertyId);
      return await answerInTurns(office, (turn) => consumptionOverview(office.session, tariff, scope, turn));
    },
    'consumption.months': async (scope) => {
      if (isGone(scope)) return goneFailure();
      const tariff = tariffsOfSession().newest(scope.propertyId);
      return await answerInTurns(office, (turn) => monthsInTurns(office.session, tariff, scope, turn));
    },
    'consumption.flows': async (scope) => {
      if (isGone(scope)) return goneFailure();
      const known = tariffsOfSession();
      const { propertyId, period } = scope;
      const billed = known.ofPeriod(propertyId, period);
      const tariff = billed ?? known.newest(propertyId);
      return await answerInTurns(office, (turn) =>
        consumptionFlows(office.session, tariff, billed, scope, turn),
      );
    },
  };
}
