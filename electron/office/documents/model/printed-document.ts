/** What a printed document says, free of where it stands on paper. Contents are built here, drawn elsewhere. */
import type { BarComparison } from '#shared/chart/bar-comparison.ts';
import type { PrintColour } from '#shared/chart/print-colours.ts';
import type { Cents } from '#shared/model/money.ts';
import type { PlainDate } from '#shared/model/plain-date.ts';
import type { Rational } from '#shared/model/rational.ts';
import type { Orientation } from '../drawing/paper.ts';
import type { Table } from './table.ts';

export interface PrintedDocument {
  /** The subject of the letter and the title of the file. */
  readonly title: string;
  /** What the file is about, for its properties; never a person's name. */
  readonly description: string;
  readonly documentNumber: string;
  readonly issuedOn: PlainDate;
  readonly office: Office;
  readonly edition?: Edition;
  /** A letter has an address; a sheet for the files has none. */
  readonly recipient?: readonly string[];
  /** Beside the address: what the letter is about, label and value. */
  readonly facts: readonly Fact[];
  readonly sections: readonly Section[];
}

/** What stands on every page beside the content. */
export interface Edition {
  /** Of a final bill, as on the screen: `7F3A-91C2`. */
  readonly checkNumber?: string;
  /** Over the text, such as that the data is made up. */
  readonly mark?: string;
}

/** Who sends the letters: the metering service. */
export interface Office {
  readonly name: string;
  /** Street, then postcode and town. */
  readonly address: readonly string[];
  readonly phone?: string;
  readonly email?: string;
}

export interface Fact {
  readonly label: string;
  readonly value: string;
}

/** A section begins on a new page, or goes on where the one before only just began one. */
export interface Section {
  readonly orientation: Orientation;
  readonly blocks: readonly Block[];
}

export type Block =
  | { readonly kind: 'heading'; readonly level: 2 | 3; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string; readonly style?: 'body' | 'strong' | 'small' }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'table'; readonly table: Table }
  | { readonly kind: 'balance'; readonly balance: Balance }
  | { readonly kind: 'transfer'; readonly transfer: Transfer }
  | { readonly kind: 'notice'; readonly title: string; readonly items: readonly string[] }
  | { readonly kind: 'bars'; readonly bars: BarComparison; readonly alternative: string }
  | { readonly kind: 'months'; readonly chart: PrintedMonths; readonly alternative: string }
  | { readonly kind: 'code'; readonly groups: readonly string[] };

/** Months as stacked columns, the bottom part first; a value is null where nothing is known. */
export interface PrintedMonths {
  readonly unit: string;
  readonly colour: PrintColour;
  readonly months: readonly string[];
  readonly series: readonly {
    readonly id: string;
    readonly isBase: boolean;
    readonly name: string;
    readonly values: readonly (Rational | null)[];
  }[];
}

/** The one box of a statement: how the result comes about, and its word. */
export interface Balance {
  readonly steps: readonly Fact[];
  readonly word: string;
  readonly amount: string;
}

/** A payment someone is asked to make. */
export interface Transfer {
  readonly text: string;
  readonly details: readonly Fact[];
  readonly giroCode?: GiroTransfer;
}

/** What a banking app reads from a GiroCode. */
export interface GiroTransfer {
  readonly payee: string;
  readonly iban: string;
  readonly amount: Cents;
  readonly purpose: string;
}
