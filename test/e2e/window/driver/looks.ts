/** Language, theme and row height combined so that every pair of values occurs, and every page meets both of each. */
import type { Appearance } from '#shared/contract/settings.ts';

export interface NamedLook {
  readonly name: string;
  readonly look: Pick<Appearance, 'language' | 'theme' | 'density'>;
}

const named = (language: 'de' | 'en', theme: 'light' | 'dark', density: 'normal' | 'compact'): NamedLook => ({
  name: `${theme}-${language}`,
  look: { language, theme, density },
});

/** Each look beside its opposite: whoever is shown in both has met every value. */
const OPPOSITES: readonly (readonly [NamedLook, NamedLook])[] = [
  [named('de', 'light', 'normal'), named('en', 'dark', 'compact')],
  [named('en', 'light', 'compact'), named('de', 'dark', 'normal')],
  [named('de', 'light', 'compact'), named('en', 'dark', 'normal')],
  [named('en', 'light', 'normal'), named('de', 'dark', 'compact')],
];

/** Deals the looks to the things to be seen, so that a look is set once and each thing meets two opposites. */
export function dealLooks<Thing>(things: readonly Thing[]): [NamedLook, Thing[]][] {
  const dealt = new Map<NamedLook, Thing[]>();
  for (const [index, thing] of things.entries())
    for (const look of OPPOSITES[index % OPPOSITES.length] ?? [])
      dealt.set(look, [...(dealt.get(look) ?? []), thing]);
  return [...dealt];
}
