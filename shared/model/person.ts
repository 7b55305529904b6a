/** People the office deals with: landlords and tenants (Vermieter, Mieter), single or several on one contract. */

declare const personId: unique symbol;
export type PersonId = number & { readonly [personId]: true };

export type DeliveryWay = 'post' | 'email';

/** What a person agreed to, each to be withdrawn at any time (Art. 7 Abs. 3 DSGVO). */
export interface Consents {
  readonly billsByEmail: boolean;
  /** The monthly consumption information (§ 6a Abs. 1 HeizkostenV). */
  readonly informationByEmail: boolean;
  readonly calls: boolean;
}

/** How letters reach a person. */
export interface Delivery {
  /** Where letters go after moving out; empty while the address holds. */
  readonly addressLines: readonly string[];
  readonly way: DeliveryWay;
  readonly consents: Consents;
}

/** By post to the address, and nothing agreed to. */
export const PLAIN_DELIVERY: Delivery = {
  addressLines: [],
  way: 'post',
  consents: { billsByEmail: false, informationByEmail: false, calls: false },
};

/** What may be known of a person; erased as a whole when the law asks for it. */
export interface PersonDetails {
  /** As a letter addresses them, such as `Anna und Timo Becker`. */
  readonly name: string;
  /** Street and town, a line each. */
  readonly addressLines: readonly string[];
  readonly phone: string | null;
  readonly email: string | null;
  /** Nobody said anything about it while it is missing: `PLAIN_DELIVERY`. */
  readonly delivery?: Delivery | undefined;
}

export interface Person extends PersonDetails {
  readonly id: PersonId;
}
