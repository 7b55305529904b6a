/** The pots in German. */
const POT_NAMES: Readonly<Record<string, string>> = {
  heating: 'Heizung',
  hotWater: 'Warmwasser',
  coldWater: 'Kaltwasser',
};

/** A sentence about a pot, introduced by its name; a rule tried on its own has none. */
export function aboutPot(pot: string | undefined, sentence: string): string {
  return pot === undefined ? sentence : `${potName(pot)}: ${sentence}`;
}

/** The German name of a pot of costs; an unknown one keeps its own. */
export function potName(pot: string | undefined): string {
  return POT_NAMES[pot ?? ''] ?? pot ?? '';
}
