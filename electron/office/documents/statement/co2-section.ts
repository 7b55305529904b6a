/** How the CO2 costs were split, with everything § 7 Abs. 3 CO2KostAufG asks for. */
import type { Bill, Co2Split, UserLine } from '#shared/billing/bill.ts';
import { exactly, fractionOf } from '#shared/billing/case/values.ts';
import { STATUTORY, tableFraction, tableValue } from '#shared/billing/statutory.ts';
import { compare, isZero, multiply, ONE, subtract, type Rational } from '#shared/model/rational.ts';
import { formatEuros, formatPercent, formatQuantity, formatShortDecimal } from '#shared/text/format.ts';
import { CO2_TEXT } from '#shared/text/documents/annexes.ts';
import { heading, paragraph, smallPrint, tableBlock } from '../model/blocks.ts';
import type { Block } from '../model/printed-document.ts';
import { entry, figures, subtotal, words, type Cell, type Row, type Table } from '../model/table.ts';

/** The split; for one user also what is in his costs. Nothing where the law does not apply. */
export function co2Section(bill: Bill, user?: UserLine): Block[] {
  const { co2 } = bill;
  if (co2 === null) return [];
  const { steps } = CO2_TEXT;
  return [
    heading(CO2_TEXT.heading),
    paragraph(CO2_TEXT.introduction),
    tableBlock(splitTable(co2, user)),
    ...(co2.step === null
      ? [paragraph(CO2_TEXT.nonResidential)]
      : [smallPrint(steps.introduction), tableBlock(stepTable(bill, exactly(co2.step.from)))]),
  ];
}

function splitTable(co2: Co2Split, user: UserLine | undefined): Table {
  const landlordShare = fractionOf(co2.landlordPercent);
  const yours: Row[] =
    user === undefined
      ? []
      : [
          subtotal(CO2_TEXT.yours, formatEuros(user.co2.tenant)),
          subtotal(CO2_TEXT.relief, formatEuros(user.co2.relief)),
        ];
  return {
    name: CO2_TEXT.name,
    columns: [words(''), figures('')],
    rows: [
      entry(CO2_TEXT.emissions, formatQuantity(exactly(co2.kg), 1, 'kg CO₂')),
      entry(CO2_TEXT.area, formatQuantity(exactly(co2.areaM2), 2, 'm²')),
      entry(CO2_TEXT.specific, formatQuantity(exactly(co2.kgPerM2), 1, 'kg CO₂/m²')),
      entry(CO2_TEXT.cost, formatEuros(co2.cost)),
      entry(CO2_TEXT.landlord(formatPercent(landlordShare)), formatEuros(co2.landlord)),
      entry(CO2_TEXT.tenants(formatPercent(subtract(ONE, landlordShare))), formatEuros(co2.tenants)),
      ...yours,
    ],
  };
}

/** The steps side by side; the bounds of a shortened period are scaled as the bill scaled them. */
function stepTable(bill: Bill, ownFrom: Rational): Table {
  const { steps: text } = CO2_TEXT;
  const shortening = bill.figures.get('co2.shortening')?.value ?? ONE;
  const scaled = (value: string | number): Rational => multiply(tableValue(value), shortening);
  const steps = STATUTORY.co2Steps.steps.map((step) => {
    const from = scaled(step.from);
    const landlord = tableFraction(step.landlordPercent);
    return {
      isOwn: compare(from, ownFrom) === 0,
      range: rangeText(from, step.to === null ? null : scaled(step.to)),
      tenants: formatPercent(subtract(ONE, landlord)),
      landlord: formatPercent(landlord),
    };
  });
  const row = (label: string, textOfStep: (step: (typeof steps)[number]) => string): Row =>
    entry(
      label,
      ...steps.map((step): Cell =>
        step.isOwn ? { text: textOfStep(step), marked: true } : textOfStep(step),
      ),
    );
  return {
    name: text.name,
    columns: [words(''), ...steps.map(() => figures(''))],
    rows: [
      row(text.class, (step) => step.range),
      row(text.tenants, (step) => step.tenants),
      row(text.landlord, (step) => step.landlord),
      row(text.own, (step) => (step.isOwn ? '●' : '')),
    ],
  };
}

function bound(value: Rational): string {
  return formatShortDecimal(value, 0, 2);
}

function rangeText(from: Rational, to: Rational | null): string {
  if (to === null) return `≥\u00a0${bound(from)}`;
  return isZero(from) ? `<\u00a0${bound(to)}` : `${bound(from)}–${bound(to)}`;
}
