/** Finds the place that words mean, only where they leave no doubt: one property, one unit in it, one room. */
import type { Property, PropertyId } from '#shared/model/property.ts';
import type { Room, RoomId, Unit } from '#shared/model/unit.ts';
import { plainWord } from '../exchange/column-titles.ts';
import { listProperties } from '../store/properties.ts';
import type { Store } from '../store/store.ts';
import { listAllRooms, listAllUnits } from '../store/whole-office.ts';

/** `NE 03`, `WE 3` and `Wohnung 3` are the third unit; so is `3`. */
const UNIT_WORDS = /^(nutzeinheit|wohneinheit|wohnung|whg|ne|we)(?=\d)/;

export class Places {
  readonly #properties: readonly Property[];
  readonly #unitsOf: ReadonlyMap<PropertyId, readonly Unit[]>;
  readonly #roomsOf: ReadonlyMap<Unit['id'], readonly Room[]>;

  constructor(store: Store) {
    this.#properties = listProperties(store);
    this.#unitsOf = Map.groupBy(listAllUnits(store), ({ propertyId }) => propertyId);
    this.#roomsOf = Map.groupBy(listAllRooms(store), ({ unitId }) => unitId);
  }

  propertyOf(id: PropertyId): Property | null {
    return this.#properties.find((property) => property.id === id) ?? null;
  }

  unitOf({ id, propertyId }: Pick<Unit, 'id' | 'propertyId'>): Unit | null {
    return this.#unitsOf.get(propertyId)?.find((unit) => unit.id === id) ?? null;
  }

  /** By its name or the first line of its address. */
  findProperty(words: string): Property | null {
    return onlyOne(this.#properties, words, plainWord, ({ name, addressLines }) => [
      name,
      addressLines[0] ?? '',
    ]);
  }

  /** By its name, or by where it lies in the house. */
  findUnit(propertyId: PropertyId, words: string): Unit | null {
    const units = this.#unitsOf.get(propertyId) ?? [];
    return (
      onlyOne(units, words, unitWord, ({ name }) => [name]) ??
      onlyOne(units, words, unitWord, ({ position }) => [position])
    );
  }

  findRoom(unit: Unit, words: string): RoomId | null {
    return onlyOne(this.#roomsOf.get(unit.id) ?? [], words, plainWord, ({ name }) => [name])?.id ?? null;
  }
}

function unitWord(text: string): string {
  return plainWord(text)
    .replace(UNIT_WORDS, '')
    .replaceAll(/(?<!\d)0+(?=\d)/g, '');
}

/** The one among several that is called so; null when there is none, or more than one. */
function onlyOne<One>(
  many: readonly One[],
  words: string,
  asWord: (text: string) => string,
  namesOf: (one: One) => readonly string[],
): One | null {
  const wanted = asWord(words);
  if (wanted === '') return null;
  const found = many.filter((one) => namesOf(one).some((name) => asWord(name) === wanted));
  return found.length === 1 ? (found[0] ?? null) : null;
}
