/** What the meters of a unit record: the two pots, and the cold water of further costs. */
import type { DeviceKind } from './case/devices.ts';

export type Pot = 'heating' | 'hotWater';

export const POTS: readonly Pot[] = ['heating', 'hotWater'];

export type Metered = Pot | 'coldWater';

/** The meters in a unit that record it. */
export const UNIT_METERS: Readonly<Record<Metered, readonly DeviceKind[]>> = {
  heating: ['allocator', 'heatMeter'],
  hotWater: ['warmWaterMeter'],
  coldWater: ['coldWaterMeter'],
};

/** The meters of a user group that record it (§ 5 Abs. 7 HeizkostenV). */
export const GROUP_METERS: Readonly<Record<Pot, DeviceKind>> = {
  heating: 'groupHeatMeter',
  hotWater: 'groupWarmWaterMeter',
};
