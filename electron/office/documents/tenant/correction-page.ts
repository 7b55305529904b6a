/** What a corrected bill changes for one tenant: every changed amount, before and now, and why. */
import {
  changesAnything,
  differenceOf,
  type AmountChange,
  type PositionChange,
  type PositionName,
  type UserDifference,
} from '#shared/billing/bill-difference.ts';
import type { Bill, PotLine, UserLine } from '#shared/billing/bill.ts';
import { exactly } from '#shared/billing/case/values.ts';
import type { Pot } from '#shared/billing/metered.ts';
import { centsOf, type Cents } from '#shared/model/money.ts';
import { CORRECTION_TEXT as text } from '#shared/text/documents/correction.ts';
import { unitName } from '#shared/text/documents/keys.ts';
import { formatEuros, formatPlainEuros, formatQuantity } from '#shared/text/format.ts';
import { heading, paragraph, smallPrint, tableBlock } from '../model/blocks.ts';
import type { Block } from '../model/printed-document.ts';
import { entry, figures, subtotal, total, words, type Row } from '../model/table.ts';
import type { BilledBefore, TenantView } from '../statement/statement-input.ts';

/** The page of a correction; nothing for a bill that corrects none. */
export function correctionPage(view: TenantView): Block[] {
  const { correction } = view.input;
  if (correction === undefined) return [];
  const { number, issuedOn, reason, before } = correction;
  return [
    heading(text.heading),
    paragraph(text.replaces(number, issuedOn)),
    paragraph(text.reason(reason)),
    ...(before === null ? [paragraph(text.notComparable)] : changesOf(view, before)),
  ];
}

function changesOf(view: TenantView, before: BilledBefore): Block[] {
  const { bill } = view.input;
  const difference = differenceOf(before, bill).find(({ id }) => id === view.user.id);
  if (difference === undefined || !changesAnything(difference)) return [paragraph(text.nothing)];
  const columns = [
    words(text.position, 4),
    words(text.why, 5),
    ...[text.before, text.after, text.change].map(figures),
  ];
  const rows = [...positionRows(view, before, difference), ...resultRows(difference)];
  return [tableBlock({ name: text.name, columns, rows }), smallPrint(text.signs)];
}

function positionRows(view: TenantView, before: BilledBefore, { positions }: UserDifference): Row[] {
  return positions
    .filter(({ change }) => change !== 0)
    .map((changed) =>
      entry(
        changed.label ?? text.positions[changed.position],
        reasonsOf(view, before, changed).join('\n'),
        ...amounts(changed),
      ),
    );
}

/** From the costs to the result, as the letter counts. */
function resultRows({ total: costs, tax, prepaid, balance }: UserDifference): Row[] {
  return [
    subtotal(text.costs, '', ...amounts(costs)),
    ...(tax.before === 0 && tax.after === 0 ? [] : [entry(text.tax, '', ...amounts(tax))]),
    entry(text.prepaid, '', ...amounts(negated(prepaid))),
    total(text.balance, '', ...amounts(balance)),
  ];
}

function negated({ before, after, change }: AmountChange): AmountChange {
  return { before: centsOf(0 - before), after: centsOf(0 - after), change: centsOf(0 - change) };
}

function amounts({ before, after, change }: AmountChange): string[] {
  const sign = change > 0 ? '+' : '';
  return [formatPlainEuros(before), formatPlainEuros(after), `${sign}${formatPlainEuros(change)}`];
}

const POT_OF: Readonly<Partial<Record<PositionName, Pot>>> = {
  heatingBase: 'heating',
  heatingConsumption: 'heating',
  hotWaterBase: 'hotWater',
  hotWaterConsumption: 'hotWater',
};

/** Why an amount changed: what of the house or of the tenant's own stands differently in both bills. */
function reasonsOf(view: TenantView, before: BilledBefore, { position, cost }: PositionChange): string[] {
  const pot = POT_OF[position];
  const then = before.users.find(({ id }) => id === view.user.id);
  const reasons =
    pot === undefined
      ? houseReason(costOf(before, cost), costOf(view.input.bill, cost))
      : potReasons(view, before, then, pot, position.endsWith('Base'));
  return reasons.length === 0 ? [text.because.others] : reasons;
}

function potReasons(
  { input: { bill }, user, unit }: TenantView,
  before: BilledBefore,
  then: UserLine | undefined,
  pot: Pot,
  isBase: boolean,
): string[] {
  const [old, present] = [before, bill].map(({ pots }) =>
    pots.find((line) => line.pot === pot && (line.group === null || line.group === unit.group)),
  );
  const house = houseReason(old && amountOf(old, isBase), present && amountOf(present, isBase));
  if (then === undefined) return house;
  if (isBase) return then.days === user.days ? house : [...house, text.because.days(user.days, then.days)];
  const key = pot === 'heating' ? 'heatingConsumption' : 'hotWaterConsumption';
  const [was, is] = [then[key].value, user[key].value];
  const name = unitName(present?.consumptionUnit ?? '');
  const written = (value: string): string => formatQuantity(exactly(value), 2, name);
  return was === is ? house : [...house, text.because.consumption(written(is), written(was))];
}

function amountOf(line: PotLine, isBase: boolean): Cents {
  return isBase ? line.base : line.consumption;
}

function costOf({ costs }: Pick<Bill, 'costs'>, id: string | null): Cents | undefined {
  return costs.find((line) => line.id === id)?.inPeriod;
}

function houseReason(before: Cents | undefined, after: Cents | undefined): string[] {
  const [was, is] = [before ?? centsOf(0), after ?? centsOf(0)];
  return was === is ? [] : [text.because.house(formatEuros(is), formatEuros(was))];
}
