/** Values that were determined instead of read: result, method, arithmetic and reason, as the bill must say them. */
import type { EstimateLine } from '#shared/billing/bill.ts';
import type { Figure } from '#shared/billing/trace.ts';
import { exactly } from '#shared/billing/case/values.ts';
import { plainDateOf } from '#shared/model/plain-date.ts';
import { DERIVATION_TEXT } from '#shared/text/documents/derivation.ts';
import { ESTIMATE_METHODS, POT_NAMES, unitName } from '#shared/text/documents/keys.ts';
import { formatPeriod, formatQuantity } from '#shared/text/format.ts';
import type { Block } from '../model/printed-document.ts';
import { stepOf, written } from './arithmetic.ts';
import { byId, type StatementInput } from './statement-input.ts';

const { devices: text } = DERIVATION_TEXT;

/** One panel for all estimates given; the numbers come from the trace (§ 9a; AG Neuruppin 42 C 64/04). */
export function estimateNotice(estimates: readonly EstimateLine[], input: StatementInput): Block[] {
  if (estimates.length === 0) return [];
  const items = estimates.map((estimate) => sentencesOf(estimate, input).join(' '));
  return [{ kind: 'notice', title: text.estimateTitle, items }];
}

function sentencesOf(estimate: EstimateLine, input: StatementInput): string[] {
  const device = estimate.device === null ? null : byId(input.case.devices, estimate.device);
  const figure = input.bill.figures.get(estimate.result.figure);
  const place = device?.room ?? POT_NAMES[estimate.pot];
  const result = formatQuantity(exactly(estimate.result.value), 2, unitName(figure?.unit ?? ''));
  const head = text.estimate(place, result, ESTIMATE_METHODS[estimate.method], estimate.reason);
  if (figure === undefined) return [head];
  const step = stepOf(figure);
  return [head, ...(step === null ? [] : [text.arithmetic(step, result)]), ...sourcesOf(figure)];
}

/** The rooms or the days the value was taken from. */
function sourcesOf({ inputs }: Figure): string[] {
  const roots = inputs.flatMap((input) => [input, ...input.inputs]);
  const rooms = roots.flatMap((root) => {
    const label = root.facts?.['label'];
    return root.rule === 'ROOM_CONSUMPTION' && label !== undefined ? [`${label} (${written(root)})`] : [];
  });
  const periods = roots.flatMap(({ rule, facts }) => {
    const [from, to] = [facts?.['from'], facts?.['to']];
    const isReference = rule === 'PREVIOUS_CONSUMPTION' || rule === 'PART_CONSUMPTION';
    return isReference && from !== undefined && to !== undefined
      ? [formatPeriod({ from: plainDateOf(from), to: plainDateOf(to) })]
      : [];
  });
  return [...(rooms.length === 0 ? [] : [text.rooms(rooms.join(', '))]), ...periods.map(text.reference)];
}
