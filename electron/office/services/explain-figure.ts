/** Explains a figure of a result file: the chain behind it in German sentences. */
import { z } from 'zod';
import type { FigureRecord } from '#shared/billing/figure-record.ts';
import { RESULT_FORMAT } from '#shared/billing/result-document.ts';
import { RULES, type RuleCode } from '#shared/billing/rules.ts';
import { fail, succeed, type Failure, type Result } from '#shared/model/result.ts';
import { explainInSentences } from '#shared/text/billing/explain.ts';

const writtenNumber = { value: z.string(), fraction: z.string().optional() };

const figureRecord = z.object({
  id: z.string(),
  rule: z.string().refine((rule): rule is RuleCode => rule in RULES),
  norm: z.string(),
  operation: z.enum(['given', 'sum', 'difference', 'product', 'quotient', 'proportion', 'sumOfProducts']),
  unit: z.string(),
  ...writtenNumber,
  exact: z.object(writtenNumber).optional(),
  rounding: z
    .object({
      kind: z.enum([
        'halfUp',
        'upTo',
        'largestRemainder',
        'runningWithinUnit',
        'halfUpPerUser',
        'sumOfUsers',
        'sumOfPositions',
        'landlordBearsRest',
      ]),
    })
    .loose()
    .optional(),
  inputs: z.array(z.string()),
  facts: z.record(z.string(), z.string()).optional(),
});

const resultFile = z.object({ format: z.literal(RESULT_FORMAT), figures: z.array(figureRecord) });

/** A result as `stichtag bill` prints it, or the document within it. */
const anyResult = z.union([resultFile, z.object({ result: resultFile }).transform(({ result }) => result)]);

type ExplainFailure = Failure<'RESULT_UNREADABLE' | 'FIGURE_UNKNOWN'>;

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** The chain behind a figure as lines of German text. Fails when the file is no result or has no such figure. */
export function explainFigure(resultText: string, figure: string): Result<string, ExplainFailure> {
  const read = anyResult.safeParse(parse(resultText));
  if (!read.success)
    return fail({
      code: 'RESULT_UNREADABLE',
      message:
        'Die Datei ist kein Ergebnis einer Abrechnung. Erzeugen Sie es mit „stichtag bill FALL.json > ERGEBNIS.json“.',
    });
  const figures = new Map(read.data.figures.map((record) => [record.id, record as unknown as FigureRecord]));
  const lines = explainInSentences((id) => figures.get(id), figure);
  if (lines.length === 0)
    return fail({
      code: 'FIGURE_UNKNOWN',
      message: `Den Betrag „${figure}“ gibt es in diesem Ergebnis nicht. Die Namen stehen dort unter „figures“.`,
    });
  return succeed(lines.join('\n'));
}
