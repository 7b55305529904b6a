/** Checks of what has to go with the bill and when it has to arrive (§ 6a HeizkostenV, § 556 Abs. 3 BGB). */
import { addMonths, countDays } from '../../model/plain-date.ts';
import type { ArrangedCase } from '../arranged-case.ts';
import type { Information } from '../case/information.ts';
import { finding, type Finding } from '../findings.ts';
import { STATUTORY } from '../statutory.ts';

type Given = ArrangedCase['given'];

/** What § 6a asks for and the case does not have; the words are those of the finding. */
function missingParts(information: Information, { property }: Given): string[] {
  const parts: readonly (readonly [string, boolean])[] = [
    ['monatliche Verbrauchsinformation', information.monthlyInformation === 'incomplete'],
    ['Energiemix', information.energyMix === undefined],
    [
      'Emissionen und Primärenergiefaktor des Netzes',
      property.plant.kind === 'heatSupply' && !information.network,
    ],
    ['Beratungsstellen', (information.contacts ?? []).length === 0],
    ['Hinweis zur Streitbeilegung', information.disputeResolution === undefined],
  ];
  return parts.flatMap(([words, isMissing]) => (isMissing ? [words] : []));
}

function informationWarning(given: Given): Finding[] {
  const { information, period } = given;
  if (period.from < STATUTORY.dates.informationWithBillFrom) return [];
  if (information === undefined) return [finding('INFORMATION_MISSING', ['information'])];
  const missing = missingParts(information, given);
  return missing.length === 0
    ? []
    : [finding('INFORMATION_INCOMPLETE', ['information'], { missing: missing.join(', ') })];
}

function deadlineWarning({ preparedOn, period }: Given): Finding[] {
  if (preparedOn === undefined) return [];
  const deadline = addMonths(period.to, STATUTORY.dates.claimMonthsAfterPeriod);
  if (preparedOn > deadline) return [finding('DEADLINE_PASSED', ['period'], { deadline })];
  const days = countDays(preparedOn, deadline) - 1;
  return days > STATUTORY.plausibility.deadlineDays
    ? []
    : [finding('DEADLINE_NEAR', ['period'], { deadline, days: String(days) })];
}

function addressWarnings({ tenancies, property }: Given): Finding[] {
  // Whoever lives in the house can be reached there; one who has left needs an address of his own.
  return tenancies
    .filter(({ tenant, to }) => to !== undefined && (tenant.address ?? []).length === 0)
    .map(({ id }) => finding('TENANT_WITHOUT_ADDRESS', [`user.${id}`], { house: property.name }));
}

/** What a look at papers and dates finds. */
export function informationWarnings({ given }: ArrangedCase): Finding[] {
  return [...informationWarning(given), ...deadlineWarning(given), ...addressWarnings(given)];
}
