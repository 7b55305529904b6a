/** Where a letter to a tenant goes. */
import type { Person } from '#shared/model/person.ts';

/** `hasLeft` for a tenant who moved out: her letters go to the address she left behind, where she left one. */
export function letterAddressOf({ delivery, addressLines }: Person, hasLeft: boolean): string[] {
  const forwarded = hasLeft ? (delivery?.addressLines ?? []) : [];
  return [...(forwarded.length > 0 ? forwarded : addressLines)];
}
