/** What delivered and typed keys are compared with: the keys that are held, the meters that are heard, the makers known. */
import type { Failure, Result } from '#shared/model/result.ts';
import { openAllMeterKeys } from '../store/keys.ts';
import { listMeters } from '../store/meters.ts';
import { listHeardMeters } from './heard-meters.ts';
import type { KeyHoldings } from './judge-keys.ts';
import type { OfficeSession } from './office-session.ts';

/** Hands over what keys are compared with; the held keys are wiped afterwards. */
export async function withHoldings<T>(
  { store, vault }: OfficeSession,
  use: (holdings: KeyHoldings) => Promise<Result<T, Failure>> | Result<T, Failure>,
): Promise<Result<T, Failure>> {
  const held = openAllMeterKeys(store, vault);
  if (!held.ok) return held;
  try {
    return await use({
      held: held.value,
      heard: listHeardMeters(store),
      makers: new Set(listMeters(store).map(({ address }) => address.manufacturer)),
    });
  } finally {
    for (const { key } of held.value) key.fill(0);
  }
}
