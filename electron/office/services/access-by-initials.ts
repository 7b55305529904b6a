/** Whose passphrase is meant, by the initials: the only thing a vault and a backup show of people before they open. */
import { fail, succeed, type Failure, type Result } from '#shared/model/result.ts';
import type { SignInChoice } from '../vault/open-vault.ts';

/** The id of the access; initials may be left out while there is only one employee. `STAFF_UNKNOWN` otherwise. */
export function accessByInitials(
  accesses: readonly SignInChoice[],
  initials: string | undefined,
): Result<string, Failure<'STAFF_UNKNOWN'>> {
  const meant = initials === undefined ? accesses : accesses.filter((access) => access.initials === initials);
  const [only, another] = meant;
  if (only !== undefined && another === undefined) return succeed(only.id);
  const known = accesses.map((access) => access.initials).join(', ');
  return fail({
    code: 'STAFF_UNKNOWN',
    message:
      initials === undefined
        ? `Hier haben mehrere Personen Zugang. Bitte nennen Sie Ihr Kürzel: ${known}.`
        : `Mit diesem Kürzel gibt es hier keinen eindeutigen Zugang. Bekannt sind: ${known}.`,
  });
}
