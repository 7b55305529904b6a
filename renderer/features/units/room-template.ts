/** The rooms every unit of a pattern gets: names between commas. Pure. */
import type { UnitFields } from '#shared/contract/units.ts';

/** The new rooms of a unit in the order they were typed; a name typed twice is one room. */
export function readRoomTemplate(typed: string): UnitFields['rooms'] {
  const names = typed.split(/[,;]/).map((name) => name.trim());
  return [...new Set(names)].filter((name) => name !== '').map((name) => ({ id: null, name, areaM2: null }));
}
