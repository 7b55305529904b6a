/** "Warum dieser Betrag?": the chain behind a figure in German sentences, down to readings, invoices and paragraphs. */
import type { FigureRecord } from '../../billing/figure-record.ts';
import type { RuleCode } from '../../billing/rules.ts';
import { parsePlainDate } from '../../model/plain-date.ts';
import { formatDate } from '../format.ts';
import { NO_NAMES, type NameOfId } from './case-names.ts';
import { figureLabel } from './figure-label.ts';
import { sayNumber } from './say-number.ts';

/** Finds a figure by its id. */
export type FindFigure = (id: string) => FigureRecord | undefined;

/** One link of a chain. */
export interface ExplanationStep {
  readonly figure: string;
  readonly label: string;
  readonly text: string;
  readonly formula: string | null;
  readonly paragraph: string;
  readonly inputs: readonly { readonly figure: string; readonly label: string; readonly text: string }[];
}

/** Sums over the whole house: they are shown, but the neighbours behind them are not walked. */
const OVER_THE_HOUSE: ReadonlySet<RuleCode> = new Set([
  'KEY_TOGETHER',
  'CONSUMPTION_TOGETHER',
  'TOTAL_LIVING_AREA',
  'RECORDED',
  'RECORDED_AREA',
  'AREAS_TOGETHER',
  'HOT_WATER_VOLUME_OF_UNITS',
  'SUPPLIED_AREA_OF_UNITS',
  'GROUP_KEY',
]);

/** More terms than this are counted instead of written out. */
const TERMS_AT_MOST = 8;

const SIGNS = { sum: ' + ', difference: ' − ', product: ' × ', quotient: ' ÷ ' } as const;

const ROUNDINGS = {
  halfUp: 'kaufmännisch gerundet',
  upTo: 'aufgerundet',
  largestRemainder: 'auf ganze Cent verteilt nach dem größten Rest',
  runningWithinUnit: 'auf ganze Cent verteilt, fortlaufend über die Nutzer der Einheit',
  sumOfPositions: 'Summe der ganzen Cent',
  halfUpPerUser: 'kaufmännisch gerundet',
  sumOfUsers: 'Summe der gerundeten Beträge der Nutzer',
  landlordBearsRest: 'der Vermieter trägt den Rundungsrest',
} as const;

function shown(figure: FigureRecord): string {
  return sayNumber(figure, figure.unit);
}

function isSettled({ rounding }: FigureRecord): boolean {
  return rounding !== undefined && rounding.kind !== 'halfUp' && rounding.kind !== 'upTo';
}

/** Whether a figure was computed from the exact values behind the cents of its inputs. */
function countsExactly(figure: FigureRecord): boolean {
  if (figure.rule === 'USER_SHARE_OF_POT') return true;
  return isSettled(figure) && figure.rounding?.kind !== 'sumOfPositions';
}

/** What an input counted with: its cents, or the exact value behind them. */
function counted(input: FigureRecord, figure: FigureRecord): string {
  const behind = countsExactly(figure) && isSettled(input) ? input.exact : undefined;
  return sayNumber(behind ?? input, input.unit);
}

/** Each two numbers as a product. */
function pairs(numbers: readonly string[]): string[] {
  return numbers.flatMap((number, index) =>
    index % 2 === 0 ? [`${number}${SIGNS.product}${numbers[index + 1] ?? ''}`] : [],
  );
}

function terms(figure: FigureRecord, inputs: readonly FigureRecord[]): string | null {
  const { operation } = figure;
  if (operation === 'given') return null;
  if (inputs.length > TERMS_AT_MOST) return `Summe aus ${inputs.length} Werten`;
  const numbers = inputs.map((input) => counted(input, figure));
  if (operation === 'sumOfProducts') return pairs(numbers).join(SIGNS.sum);
  if (operation !== 'proportion') return numbers.join(SIGNS[operation]);
  return `${numbers.slice(0, -1).join(SIGNS.product)}${SIGNS.quotient}${numbers.at(-1) ?? ''}`;
}

/** Null where nothing is computed: a figure that is entered, or one that only takes over another. */
function formulaOf(figure: FigureRecord, inputs: readonly FigureRecord[]): string | null {
  const left = inputs.length > 1 || figure.rounding ? terms(figure, inputs) : null;
  if (left === null) return null;
  const { rounding, exact } = figure;
  if (!rounding || !exact || rounding.kind === 'sumOfPositions') return `${left} = ${shown(figure)}`;
  return `${left} = ${sayNumber(exact, figure.unit)}; ${ROUNDINGS[rounding.kind]}: ${shown(figure)}`;
}

const ORIGINS: Readonly<Record<string, string>> = {
  telegram: 'Funktelegramm',
  manual: 'vor Ort abgelesen',
  tenant: 'vom Mieter gemeldet',
  takenOver: 'vom Vorgänger übernommen',
  import: 'aus einer Datei',
};

function sayDay(text: string): string {
  const day = parsePlainDate(text);
  return day === null ? text : formatDate(day);
}

/** Where a figure that is read or entered comes from. */
function sourceOf({ facts }: FigureRecord): string {
  if (!facts) return '';
  const words = [
    facts['number'] && `Nr. ${facts['number']}`,
    facts['supplier'],
    facts['date'] && `vom ${sayDay(facts['date'])}`,
    facts['from'] && facts['to'] && `${sayDay(facts['from'])} bis ${sayDay(facts['to'])}`,
    facts['table'],
    facts['origin'] && (ORIGINS[facts['origin']] ?? facts['origin']),
    facts['originId'],
    facts['rule'],
  ].filter((word) => word !== undefined && word !== '');
  return words.length === 0 ? '' : ` (${words.join(', ')})`;
}

function inputsOf(figure: FigureRecord, find: FindFigure): FigureRecord[] {
  return figure.inputs.map(find).filter((input) => input !== undefined);
}

function stepOf(figure: FigureRecord, find: FindFigure, nameOf: NameOfId): ExplanationStep {
  const inputs = inputsOf(figure, find);
  return {
    figure: figure.id,
    label: figureLabel(figure, nameOf),
    text: `${shown(figure)}${sourceOf(figure)}`,
    formula: formulaOf(figure, inputs),
    paragraph: figure.norm,
    inputs: OVER_THE_HOUSE.has(figure.rule)
      ? []
      : inputs.map((input) => ({
          figure: input.id,
          label: figureLabel(input, nameOf),
          text: shown(input),
        })),
  };
}

/** The chain behind a figure, the figure itself first; each link once. Empty when there is no such figure. */
export function explainChain(find: FindFigure, id: string, nameOf: NameOfId = NO_NAMES): ExplanationStep[] {
  const steps: ExplanationStep[] = [];
  const seen = new Set<string>([id]);
  const open = [id];
  for (let next = open.shift(); next !== undefined; next = open.shift()) {
    const figure = find(next);
    if (!figure) continue;
    const step = stepOf(figure, find, nameOf);
    steps.push(step);
    for (const input of step.inputs)
      if (!seen.has(input.figure)) {
        seen.add(input.figure);
        open.push(input.figure);
      }
  }
  return steps;
}

/** The chain as numbered German lines for a terminal or a letter. */
export function explainInSentences(find: FindFigure, id: string): string[] {
  return explainChain(find, id).map(({ label, text, formula, paragraph }, index) => {
    const said = formula === null ? `${label}: ${text}` : `${label}: ${formula}`;
    return `(${index + 1}) ${said} [${paragraph}]`;
  });
}
