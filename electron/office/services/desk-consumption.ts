/** Consumption desk: what a property or a unit used, month by month, and where it went. */
import type { consumptionDesk, ConsumptionScope } from '#shared/contract/consumption.ts';
import type { HandlersOf } from '#shared/contract/handler.ts';
import { succeed } from '#shared/model/result.ts';
import { findProperty, findUnit } from '../store/properties.ts';
import { consumptionFlows } from './consumption-flows.ts';
import { consumptionMonths } from './consumption-months.ts';
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
    'consumption.overview': (scope) =>
      isGone(scope)
        ? goneFailure()
        : succeed(consumptionOverview(office.session, tariffsOfSession().newest(scope.propertyId), scope)),
    'consumption.months': (scope) =>
      isGone(scope)
        ? goneFailure()
        : succeed(consumptionMonths(office.session, tariffsOfSession().newest(scope.propertyId), scope)),
    'consumption.flows': (scope) => {
      if (isGone(scope)) return goneFailure();
      const known = tariffsOfSession();
      const { propertyId, period } = scope;
      const billed = known.ofPeriod(propertyId, period);
      return succeed(consumptionFlows(office.session, billed ?? known.newest(propertyId), billed, scope));
    },
  };
}
