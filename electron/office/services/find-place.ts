/** Finds the place that words mean, only where they leave no doubt: one property, one unit in it, one room. */
import type { Property, PropertyId } from '#shared/model/property.ts';
import type { Room, RoomId, Unit, UnitId } from '#shared/model/unit.ts';
import { plainWord } from '../exchange/column-titles.ts';
import { listProperties } from '../store/properties.ts';
import type { Store } from '../store/store.ts';
import { listAllRooms, listAllUnits } from '../store/whole-office.ts';

/** `NE 03`, `WE 3` and `Wohnung 3` are the third unit; so is `3`. */
const UNIT_WORDS = /^(nutzeinheit|wohneinheit|wohnung|whg|ne|we)(?=\d)/;

export class Places {
  readonly #properties: ReadonlyMap<PropertyId, Property>;
  readonly #units: ReadonlyMap<UnitId, Unit>;
  readonly #propertyWords: Words<Property>;
  readonly #unitWords: ReadonlyMap<
    PropertyId,
    { readonly names: Words<Unit>; readonly positions: Words<Unit> }
  >;
  readonly #roomWords: ReadonlyMap<UnitId, Words<Room>>;

  constructor(store: Store) {
    const properties = listProperties(store);
    const units = listAllUnits(store);
    this.#properties = new Map(properties.map((property) => [property.id, property]));
    this.#units = new Map(units.map((unit) => [unit.id, unit]));
    this.#propertyWords = new Words(
      properties.map((one) => [[one.name, one.addressLines[0] ?? ''].map(plainWord), one]),
    );
    this.#unitWords = new Map(
      [...Map.groupBy(units, ({ propertyId }) => propertyId)].map(([id, own]) => [
        id,
        {
          names: new Words(own.map((unit) => [[unitWord(unit.name)], unit])),
          positions: new Words(own.map((unit) => [[unitWord(unit.position)], unit])),
        },
      ]),
    );
    this.#roomWords = new Map(
      [...Map.groupBy(listAllRooms(store), ({ unitId }) => unitId)].map(([id, own]) => [
        id,
        new Words(own.map((room) => [[plainWord(room.name)], room])),
      ]),
    );
  }

  propertyOf(id: PropertyId): Property | null {
    return this.#properties.get(id) ?? null;
  }

  unitOf(id: UnitId): Unit | null {
    return this.#units.get(id) ?? null;
  }

  /** By its name or the first line of its address. */
  findProperty(words: string): Property | null {
    return this.#propertyWords.find(plainWord(words));
  }

  /** By its name, or by where it lies in the house. */
  findUnit(propertyId: PropertyId, words: string): Unit | null {
    const known = this.#unitWords.get(propertyId);
    const word = unitWord(words);
    return known?.names.find(word) ?? known?.positions.find(word) ?? null;
  }

  findRoom(unit: Unit, words: string): RoomId | null {
    return this.#roomWords.get(unit.id)?.find(plainWord(words))?.id ?? null;
  }
}

/** Things by what they are called; what is called like another one is not found. */
class Words<One> {
  readonly #byWord = new Map<string, One | null>();

  constructor(named: readonly (readonly [words: readonly string[], one: One])[]) {
    for (const [words, one] of named)
      for (const word of new Set(words)) this.#byWord.set(word, this.#byWord.has(word) ? null : one);
  }

  find(word: string): One | null {
    return word === '' ? null : (this.#byWord.get(word) ?? null);
  }
}

function unitWord(text: string): string {
  return plainWord(text)
    .replace(UNIT_WORDS, '')
    .replaceAll(/(?<!\d)0+(?=\d)/g, '');
}
