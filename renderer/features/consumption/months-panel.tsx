/** Twelve months as stacked columns or, one key away, as a table. */
import { useState } from 'react';
import type { ConsumptionMedium, ConsumptionMonths, ConsumptionScope } from '#shared/contract/consumption.ts';
import type { Dictionary } from '#shared/text/dictionary.ts';
import { useAnswer } from '../../lib/answers.ts';
import { useKeysText } from '../../lib/use-keys-text.ts';
import { useShortcuts } from '../../lib/use-shortcuts.ts';
import { useText } from '../../lib/text.tsx';
import { numberOf } from '../../lib/amounts.ts';
import { Answered } from '../../ui/answered.tsx';
import { Button } from '../../ui/button.tsx';
import { RadioGroup } from '../../ui/radio-group.tsx';
import { StackedMonthsChart, type ChartSeries } from '../../ui/chart/stacked-months-chart.tsx';
import { shortMonth, writeNumber, writePerCent } from './quantities.ts';

interface MonthsPanelProps {
  readonly scope: ConsumptionScope;
  readonly media: readonly ConsumptionMedium[];
}

export function MonthsPanel({ scope, media }: MonthsPanelProps) {
  const text = useText();
  const words = text.consumption;
  const keys = useKeysText();
  const [chosen, setChosen] = useState<ConsumptionMedium>('heating');
  const [isTable, setIsTable] = useState(false);
  const medium = media.includes(chosen) ? chosen : (media[0] ?? 'heating');
  const answer = useAnswer('consumption.months', { ...scope, medium });
  const toggle = (): void => setIsTable(!isTable);
  useShortcuts({ chartTable: toggle });
  return (
    <section className="section" aria-labelledby="months">
      <div className="section-head">
        <h2 id="months">{words.perMonth}</h2>
        {media.length < 2 ? null : (
          <RadioGroup
            label={words.medium}
            isLabelHidden
            orientation="horizontal"
            value={medium}
            onChange={setChosen}
            options={media.map((value) => ({ value, label: words.media[value] }))}
          />
        )}
        <Button onPress={toggle}>
          {isTable ? words.asChart : words.asTable} <kbd>{keys.of('chartTable')}</kbd>
        </Button>
      </div>
      <Answered answer={answer}>
        {(months) =>
          months === null ? (
            <p className="muted">{words.noMonths}</p>
          ) : (
            <Months months={months} isTable={isTable} isUnit={scope.unitId !== null} />
          )
        }
      </Answered>
    </section>
  );
}

function nameOfSeries(
  words: Dictionary['consumption'],
  { kind, label }: ConsumptionMonths['series'][number],
  { groupedParts }: ConsumptionMonths,
  isUnit: boolean,
): string {
  if (kind === 'base') return words.baseShare;
  if (kind === 'others') return isUnit ? words.otherRooms(groupedParts) : words.others(groupedParts);
  if (label !== '') return label;
  return isUnit ? words.noRoom : words.house;
}

interface MonthsProps {
  readonly months: ConsumptionMonths;
  readonly isTable: boolean;
  readonly isUnit: boolean;
}

function Months({ months, isTable, isUnit }: MonthsProps) {
  const text = useText();
  const words = text.consumption;
  const series = months.series.map((one): ChartSeries => ({
    id: one.id,
    kind: one.kind,
    name: nameOfSeries(words, one, months, isUnit),
    values: one.values.map(numberOf),
  }));
  const lastYear = months.lastYear.map(numberOf);
  const { shownIn, consumptionPercent } = months;
  const unit = words.units[shownIn];
  return (
    <>
      {isTable ? (
        <MonthsTable months={months} series={series} lastYear={lastYear} />
      ) : (
        <StackedMonthsChart
          name={words.chartName(words.media[months.medium], unit)}
          unit={unit}
          tone={months.medium === 'heating' ? 'heat' : 'hotWater'}
          months={months.months.map(({ month, isComplete }) => ({ label: shortMonth(month), isComplete }))}
          series={series}
          lastYear={lastYear}
          lastYearName={words.lastYear}
          writeValue={(value) => writeNumber(value, shownIn)}
        />
      )}
      <p className="muted">
        {consumptionPercent === null
          ? null
          : words.sharesExplained(
              writePerCent(100 - consumptionPercent),
              writePerCent(consumptionPercent),
            )}{' '}
        {months.isDerived ? words.flowsDerived : null}
      </p>
    </>
  );
}

function MonthsTable({
  months: { months, shownIn, medium },
  series,
  lastYear,
}: {
  readonly months: ConsumptionMonths;
  readonly series: readonly ChartSeries[];
  readonly lastYear: readonly (number | null)[];
}) {
  const text = useText();
  const words = text.consumption;
  const totalOf = (month: number): number | null => {
    const known = series.flatMap(({ values }) => values[month] ?? []);
    return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0);
  };
  const columns = [
    { id: 'sum', name: words.sum, values: months.map((_, index) => totalOf(index)) },
    { id: 'lastYear', name: words.lastYear, values: lastYear },
    ...series.map(({ id, name, values }) => ({ id, name, values })),
  ];
  return (
    <div className="table-scroller">
      <table className="plain-table">
        <caption className="visually-hidden">
          {words.chartName(words.media[medium], words.units[shownIn])}
        </caption>
        <thead>
          <tr>
            <th scope="col">
              {words.month} ({words.units[shownIn]})
            </th>
            {columns.map(({ id, name }) => (
              <th key={id} scope="col" className="figure">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {months.map(({ month, isComplete }, index) => (
            <tr key={month.from}>
              <th scope="row">
                {shortMonth(month)}
                {isComplete ? null : <span className="field-help"> {words.incomplete}</span>}
              </th>
              {columns.map(({ id, values }) => (
                <td key={id} className="figure">
                  {writeNumber(values[index] ?? null, shownIn)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
