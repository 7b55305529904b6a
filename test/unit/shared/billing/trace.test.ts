/** The trace proves the bill: every figure is recomputed from its inputs, by an evaluator of this test's own. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { runCase } from '#office/services/run-case.ts';
import { billProperty } from '#shared/billing/bill-property.ts';
import { readNumber, type FigureRecord } from '#shared/billing/figure-record.ts';
import { billDocument, type ResultDocument } from '#shared/billing/result-document.ts';
import { Trace } from '#shared/billing/trace.ts';
import {
  add,
  compare,
  divide,
  floor,
  multiply,
  ONE,
  rational,
  roundHalfUp,
  subtract,
  ZERO,
  type Rational,
} from '#shared/model/rational.ts';
import { explainChain } from '#shared/text/billing/explain.ts';
import { randomBuilding, seededNumbers } from './random-building.ts';

const FIXTURES = new URL('../../../fixtures/billing/', import.meta.url);

function fixtureResults(): { name: string; result: ResultDocument }[] {
  return readdirSync(FIXTURES, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json'))
    .flatMap((name) => {
      const outcome = runCase(readFileSync(new URL(name, FIXTURES), 'utf8'));
      return outcome.kind === 'done' ? [{ name, result: outcome.result }] : [];
    });
}

const isSettled = ({ rounding }: FigureRecord): boolean =>
  rounding !== undefined && rounding.kind !== 'halfUp' && rounding.kind !== 'upTo';

/** What an input counts with, as docs/case-format.md says. */
function counts(input: FigureRecord, figure: FigureRecord): Rational {
  const exactly = isSettled(figure) || figure.rule === 'USER_SHARE_OF_POT';
  return readNumber(exactly && isSettled(input) && input.exact ? input.exact : input);
}

function recompute(figure: FigureRecord, values: readonly Rational[]): Rational {
  const [first = ZERO, ...others] = values;
  const { operation } = figure;
  if (operation === 'sum') return values.reduce(add, ZERO);
  if (operation === 'difference') return others.reduce(subtract, first);
  if (operation === 'product') return others.reduce(multiply, first);
  if (operation === 'quotient') return others.reduce(divide, first);
  if (operation === 'proportion')
    return divide(others.slice(0, -1).reduce(multiply, first), others.at(-1) ?? ONE);
  if (operation === 'sumOfProducts') return everyTwo(values).reduce(add, ZERO);
  throw new RangeError('a figure that is given is not computed');
}

function everyTwo(values: readonly Rational[]): Rational[] {
  return values.flatMap((value, index) =>
    index % 2 === 0 ? [multiply(value, values[index + 1] ?? ONE)] : [],
  );
}

/** Why a figure is not what its inputs make of it; null when it is. */
function mistakeIn(figure: FigureRecord, find: (id: string) => FigureRecord): string | null {
  if (figure.operation === 'given') return null;
  const computed = recompute(
    figure,
    figure.inputs.map((id) => counts(find(id), figure)),
  );
  const exact = readNumber(figure.exact ?? figure);
  if (compare(computed, exact) !== 0) return `${figure.id}: computed otherwise`;
  const { rounding } = figure;
  if (!rounding) return null;
  const value = readNumber(figure);
  if (rounding.kind === 'halfUp')
    return compare(roundHalfUp(exact, rounding.decimals), value) === 0
      ? null
      : `${figure.id}: rounded otherwise`;
  if (rounding.kind !== 'largestRemainder') return null;
  const cents = multiply(exact, rational(100));
  const [low, given] = [rational(floor(cents)), multiply(value, rational(100))];
  const isNextCent = compare(given, low) === 0 || compare(given, add(low, ONE)) === 0;
  return isNextCent ? null : `${figure.id}: more than a cent from its exact value`;
}

function mistakes({ figures }: ResultDocument): string[] {
  const byId = new Map(figures.map((figure) => [figure.id, figure]));
  const find = (id: string): FigureRecord => {
    const figure = byId.get(id);
    if (!figure) throw new Error(`${id} is no figure`);
    return figure;
  };
  return figures.map((figure) => mistakeIn(figure, find)).filter((mistake) => mistake !== null);
}

/** Ids the result itself points to, wherever it does. */
function pointedTo(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    name === 'figure' && typeof inner === 'string' && inner !== '' ? [inner] : pointedTo(inner),
  );
}

describe('the trace of a result', () => {
  it.each(fixtureResults())('recomputes every figure of $name from its inputs', ({ result }) => {
    expect(mistakes(result)).toEqual([]);
  });

  it('recomputes every figure of random houses', () => {
    for (let seed = 1; seed <= 25; seed += 1) {
      const rounding = seed % 2 === 0 ? ('halfUpLandlordBearsRest' as const) : ('largestRemainder' as const);
      const outcome = billProperty(
        randomBuilding({ units: 1 + (seed % 7), next: seededNumbers(seed), rounding }),
      );
      if (outcome.kind === 'billed') expect(mistakes(billDocument(outcome.bill))).toEqual([]);
    }
  });

  it('holds every figure the result points to, with a chain that ends in readings, invoices or the law', () => {
    for (const { result } of fixtureResults()) {
      const byId = new Map(result.figures.map((figure) => [figure.id, figure]));
      for (const id of new Set(pointedTo(result.result))) {
        const chain = explainChain((each) => byId.get(each), id);
        expect(chain[0]?.figure, id).toBe(id);
        const ends = chain.filter(({ inputs }) => inputs.length === 0);
        expect(ends.length, id).toBeGreaterThan(0);
        expect(chain.every(({ label, paragraph }) => label !== '' && paragraph !== '')).toBe(true);
      }
    }
  });

  it('settles each largest remainder to the cents it distributes', () => {
    const outcome = billProperty(randomBuilding({ units: 9, next: seededNumbers(4) }));
    const figures = outcome.kind === 'billed' ? [...outcome.bill.figures.values()] : [];
    const parts = new Map<string, bigint>();
    for (const { rounding, value } of figures)
      if (rounding?.kind === 'largestRemainder')
        parts.set(rounding.of, (parts.get(rounding.of) ?? 0n) + value.numerator);
    expect(parts.size).toBeGreaterThan(4);
    for (const [of, cents] of parts)
      expect(figures.find(({ id }) => id === of)?.value.numerator, of).toBe(cents);
  });

  it('refuses the same id twice and a rule that computes nothing', () => {
    const trace = new Trace();
    const one = trace.given('a', 'WHOLE', ONE, 'ratio');
    expect(() => trace.given('a', 'WHOLE', ONE, 'ratio')).toThrow('exists already');
    expect(() => trace.derive('b', 'WHOLE', [one], 'ratio')).toThrow('computes nothing');
    expect(() =>
      trace.derive('c', 'UNIT_PRICE', [one, trace.given('0', 'WHOLE', ZERO, 'ratio')], 'ratio'),
    ).toThrow('denominator');
  });
});
