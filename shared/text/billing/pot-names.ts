/** The pots in German. */
const POT_NAMES: Readonly<Record<string, string>> = {
  heating: 'Heizung',
  hotWater: 'Warmwasser',
  coldWater: 'Kaltwasser',
};

/** The German name of a pot of costs; an unknown one keeps its own. */
export function potName(pot: string | undefined): string {
  return POT_NAMES[pot ?? ''] ?? pot ?? '';
}
