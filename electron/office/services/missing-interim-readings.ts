/** Tells a bill why the reading at a change of user is missing, as it was recorded with the change. */
import type { Rules } from '#shared/billing/case/rules.ts';
import type { Period } from '#shared/model/period.ts';
import type { UnitId } from '#shared/model/unit.ts';
import type { UserChange } from '../store/user-changes.ts';

/** The rules with the recorded reasons; what the period itself says about a change goes before them. */
export function withUserChanges(
  rules: Rules,
  changes: readonly UserChange[],
  period: Period,
  caseIdOf: (unit: UnitId) => string,
): Rules {
  const recorded = changes.flatMap(({ unitId, lastDay, missingWhy, reason }) =>
    missingWhy === null || lastDay < period.from || lastDay >= period.to
      ? []
      : [{ unit: caseIdOf(unitId), lastDay, why: missingWhy, reason }],
  );
  const stated = rules.missingInterimReadings;
  const isStated = (one: (typeof recorded)[number]): boolean =>
    stated.some(({ unit, lastDay }) => unit === one.unit && lastDay === one.lastDay);
  return { ...rules, missingInterimReadings: [...stated, ...recorded.filter((one) => !isStated(one))] };
}
