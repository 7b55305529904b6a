/**
 * Figures by their ids, a shelf for each thing they are about. Whoever bills a unit asks for its own figures: on a
 * shelf of fifty they are found far sooner than among the half million of a house of ten thousand units.
 */

const DOT = '.';

/** Things with ids such as `unit.A.livingArea`, in the order they came; what stands between the first dots names the shelf. */
export class Shelves<T extends { readonly id: string }> {
  readonly #all: T[] = [];
  readonly #shelves = new Map<string, Map<string, T>>();
  /** The shelf used last: figures of one thing mostly come one after the other. */
  #name: string | null = null;
  #shelf = new Map<string, T>();

  get size(): number {
    return this.#all.length;
  }

  /** All of them, in the order they came. */
  values(): Iterable<T> {
    return this.#all;
  }

  get(id: string): T | undefined {
    this.#step(id);
    return this.#shelf.get(id);
  }

  /** Takes one up. The same id twice is a bug and throws a RangeError. */
  add(item: T): void {
    this.#step(item.id);
    const before = this.#shelf.size;
    if (before === 0 && this.#name !== null) this.#shelves.set(this.#name, this.#shelf);
    this.#shelf.set(item.id, item);
    if (this.#shelf.size === before) throw new RangeError(`the figure ${item.id} exists already`);
    this.#all.push(item);
  }

  /** Goes to the shelf of an id; an empty one is only put up when something comes onto it. */
  #step(id: string): void {
    const from = id.indexOf(DOT) + 1;
    if (this.#name !== null && isPartAt(id, from, this.#name)) return;
    const end = id.indexOf(DOT, from);
    this.#name = end === -1 ? id.slice(from) : id.slice(from, end);
    this.#shelf = this.#shelves.get(this.#name) ?? new Map();
  }
}

/** Whether the part of an id that begins at `from` is this one. */
function isPartAt(id: string, from: number, part: string): boolean {
  const end = from + part.length;
  return id.startsWith(part, from) && (end === id.length || id.startsWith(DOT, end));
}
