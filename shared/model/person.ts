/** People the office deals with: landlords and tenants (Vermieter, Mieter), single or several on one contract. */

declare const personId: unique symbol;
export type PersonId = number & { readonly [personId]: true };

/** What may be known of a person; erased as a whole when the law asks for it. */
export interface PersonDetails {
  /** As a letter addresses them, such as `Anna und Timo Becker`. */
  readonly name: string;
  /** Street and town, a line each. */
  readonly addressLines: readonly string[];
  readonly phone: string | null;
  readonly email: string | null;
}

export interface Person extends PersonDetails {
  readonly id: PersonId;
}
