/** The result of a case as a document: the same bytes for the same case on every machine. */
import type { Bill } from './bill.ts';
import { CASE_VERSION } from './billing-case.ts';
import { ENGINE } from './engine.ts';
import { writeFigure, writeNumber, writtenUnit, type FigureRecord } from './figure-record.ts';
import type { Answer, Answers } from './rule-cases/answer.ts';
import type { CaseKind } from './any-case.ts';
import type { Figure, Figures } from './trace.ts';

export const RESULT_FORMAT = 'stichtag-result';

/** One answer of a single rule as written; `figure` leads into the trace. */
export interface WrittenAnswer {
  readonly value: string;
  readonly fraction?: string;
  readonly unit: string;
  readonly figure: string;
}

export type WrittenAnswers =
  | WrittenAnswer
  | string
  | boolean
  | null
  | readonly WrittenAnswers[]
  | { readonly [name: string]: WrittenAnswers };

/** A result file. `result` is a bill without its figures, or the answers of a rule. */
export interface ResultDocument {
  readonly format: typeof RESULT_FORMAT;
  readonly version: number;
  readonly kind: CaseKind;
  readonly engine: string;
  readonly result: Omit<Bill, 'figures'> | WrittenAnswers;
  readonly figures: readonly FigureRecord[];
}

function isFigure(answer: Figure | { readonly [name: string]: Answer }): answer is Figure {
  return 'rule' in answer && 'inputs' in answer;
}

function writeAnswer(answer: Answer): WrittenAnswers {
  if (answer === null || typeof answer === 'string' || typeof answer === 'boolean') return answer;
  if (Array.isArray(answer)) return answer.map((each: Answer) => writeAnswer(each));
  const named = answer as Figure | { readonly [name: string]: Answer };
  if (isFigure(named))
    return { ...writeNumber(named.value, named.unit), unit: writtenUnit(named.unit), figure: named.id };
  return Object.fromEntries(Object.entries(named).map(([name, each]) => [name, writeAnswer(each)]));
}

function document(kind: CaseKind, result: ResultDocument['result'], figures: Figures): ResultDocument {
  return {
    format: RESULT_FORMAT,
    version: CASE_VERSION,
    kind,
    engine: ENGINE,
    result,
    figures: [...figures.values()].map(writeFigure),
  };
}

/** A bill as a document. */
export function billDocument({ figures, ...bill }: Bill): ResultDocument {
  return document('bill', bill, figures);
}

/** The answers of a single rule as a document. */
export function answerDocument(kind: CaseKind, answers: Answers, figures: Figures): ResultDocument {
  return document(kind, writeAnswer(answers), figures);
}
