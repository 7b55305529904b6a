/** Search desk: one box over everything that has a name or a number. Shows no consumption. */
import type { HandlersOf } from '#shared/contract/handler.ts';
import type { SearchHit, searchDesk } from '#shared/contract/search.ts';
import { succeed } from '#shared/model/result.ts';
import { compareNames } from '#shared/text/compare-names.ts';
import { listGateways } from '../store/gateways.ts';
import { installationsOfProperty, listMeters } from '../store/meters.ts';
import { listProperties } from '../store/properties.ts';
import { listAllUnits } from '../store/whole-office.ts';
import { remember } from './remember.ts';
import type { WorkingOffice } from './working-office.ts';

/** Something that can be found, and the texts it is found by; the first one counts most. */
interface Findable extends SearchHit {
  readonly texts: readonly string[];
}

const BEHIND = ['properties', 'units', 'people', 'meters', 'gateways', 'pull'] as const;

export function createSearchDesk(office: WorkingOffice): HandlersOf<typeof searchDesk> {
  /** Their texts are folded, and they stand in the order of their names, once for all keystrokes. */
  const things = remember(office, BEHIND, () =>
    findables(office)
      .map((thing): Findable => ({ ...thing, texts: thing.texts.map(fold) }))
      .toSorted((a, b) => compareNames(a.title, b.title)),
  );

  return {
    'search.everything': ({ text, limit }) => {
      const words = fold(text).split(/\s+/).filter(Boolean);
      if (words.length === 0) return succeed([]);
      const ranked = things()
        .map((thing) => ({ thing, rank: rankOf(thing, words) }))
        .filter(({ rank }) => rank > 0)
        .toSorted((a, b) => b.rank - a.rank);
      return succeed(
        ranked.slice(0, limit).map(({ thing: { subject, title, context } }) => ({ subject, title, context })),
      );
    },
  };
}

/** Case, accents and the spelling of umlauts do not matter. */
function fold(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll(/ä|ae/g, 'a')
    .replaceAll(/ö|oe/g, 'o')
    .replaceAll(/ü|ue/g, 'u')
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '');
}

/** Every word must be found; a beginning weighs more than a part, the name more than the rest. 0 is no hit. */
function rankOf({ texts }: Findable, words: readonly string[]): number {
  let total = 0;
  for (const word of words) {
    const best = Math.max(
      ...texts.map((text, place) => {
        const weight = place === 0 ? 2 : 1;
        if (text.startsWith(word)) return 4 * weight;
        if (text.includes(` ${word}`)) return 3 * weight;
        return text.includes(word) ? weight : 0;
      }),
    );
    if (best === 0) return 0;
    total += best;
  }
  return total;
}

function findables(office: WorkingOffice): Findable[] {
  const { store } = office.session;
  const properties = listProperties(store);
  const propertyNames = new Map(properties.map(({ id, name }) => [id, name]));
  const units = listAllUnits(store);
  const unitNames = new Map(units.map(({ id, name }) => [id, name]));
  // Newest last: a meter is found where it hangs now.
  const places = new Map(
    properties.flatMap(({ id }) =>
      installationsOfProperty(store, id).map(
        (place) =>
          [
            place.meterId,
            [propertyNames.get(id), place.unitId === null ? undefined : unitNames.get(place.unitId)],
          ] as const,
      ),
    ),
  );
  return [
    ...properties.map(({ id, name, addressLines }): Findable => ({
      subject: { kind: 'property', id },
      title: name,
      context: addressLines.join(', '),
      texts: [name, addressLines.join(' ')],
    })),
    ...units.map(({ id, name, position, propertyId }): Findable => ({
      subject: { kind: 'unit', id },
      title: name,
      context: [propertyNames.get(propertyId), position].filter(Boolean).join(', '),
      texts: [name, position, propertyNames.get(propertyId) ?? ''],
    })),
    ...office.people.map(({ id, name, addressLines, phone, email }): Findable => ({
      subject: { kind: 'person', id },
      title: name,
      context: addressLines.join(', '),
      texts: [name, addressLines.join(' '), phone ?? '', email ?? ''],
    })),
    ...listMeters(store).map(({ id, address, serial }): Findable => ({
      subject: { kind: 'meter', id },
      title: serial ?? address.id,
      context: [address.manufacturer, ...(places.get(id) ?? [])].filter(Boolean).join(', '),
      texts: [serial ?? address.id, address.id, address.id.slice(-4)],
    })),
    ...listGateways(store).map(({ id, serial, place }): Findable => ({
      subject: { kind: 'gateway', id },
      title: serial,
      context: place,
      texts: [serial, place],
    })),
  ];
}
