/** What a unit's heat would cost so far: marked as an estimate, with all its inputs on demand. */
import { useState } from 'react';
import type { CostEstimate } from '#shared/contract/consumption.ts';
import {
  formatDecimal,
  formatEuros,
  formatPercent,
  formatPeriod,
  formatPlainEuros,
} from '#shared/text/format.ts';
import { useText } from '../../lib/text.tsx';
import { LinkButton } from '../../ui/button.tsx';

type Shown = Extract<CostEstimate, { state: 'shown' }>;

export function EstimateCard({ estimate }: { readonly estimate: CostEstimate }) {
  const text = useText();
  const words = text.consumption;
  const [isOpen, setIsOpen] = useState(false);
  return (
    <section className="card" data-wide={isOpen ? '' : undefined} aria-label={words.estimate}>
      <h2 className="card-title">{words.estimate}</h2>
      {estimate.state === 'hidden' ? (
        <p className="muted">{words.estimateHidden[estimate.because]}</p>
      ) : (
        <>
          <p className="card-figure">
            {formatEuros(estimate.amountCents)} <span className="tag">{words.estimateMark}</span>
          </p>
          <LinkButton onPress={() => setIsOpen(!isOpen)} aria-expanded={isOpen}>
            {words.estimateHow}
          </LinkButton>
          {isOpen ? <Inputs estimate={estimate} /> : null}
        </>
      )}
    </section>
  );
}

function Inputs({ estimate: { lines, pricesOf, isFinal } }: { readonly estimate: Shown }) {
  const text = useText();
  const words = text.consumption;
  const columns = words.estimateColumns;
  const nameOf = (unit: string): string => (unit === 'units' || unit === 'm3' ? words.units[unit] : unit);
  return (
    <>
      <p className="card-note">{words.estimatePrices(formatPeriod(pricesOf), isFinal)}</p>
      <div className="table-scroller">
        <table className="plain-table">
          <caption className="visually-hidden">{words.estimateHow}</caption>
          <thead>
            <tr>
              <th scope="col">{columns.what}</th>
              {[columns.quantity, columns.price, columns.share, columns.amount].map((title) => (
                <th key={title} scope="col" className="figure">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map(({ medium, kind, quantity, unit, price, share, amountCents }) => (
              <tr key={`${medium}.${kind}.${unit}`}>
                <th scope="row">
                  {words.media[medium]}, {words.estimateKinds[kind]}
                </th>
                <td className="figure">
                  {formatDecimal(Number(quantity), 2)} {nameOf(unit)}
                </td>
                <td className="figure">{formatDecimal(Number(price), 4)} €</td>
                <td className="figure">{share === null ? '–' : formatPercent(Number(share), 1)}</td>
                <td className="figure">{formatPlainEuros(amountCents)} €</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
