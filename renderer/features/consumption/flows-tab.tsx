/** Where the energy of a period came from and where it went: as a picture and as a table, the rest named. */
import type { ConsumptionScope, EnergyFlows } from '#shared/contract/consumption.ts';
import { formatDecimal, formatQuantity } from '#shared/text/format.ts';
import { useAnswer } from '../../lib/answers.ts';
import { useText } from '../../lib/text.tsx';
import { Answered } from '../../ui/answered.tsx';
import { FlowDiagram } from '../../ui/chart/flow-diagram.tsx';
import { Notice } from '../../ui/notice.tsx';
import { nameOfNode, nodesOf } from './flow-nodes.ts';

export function FlowsTab({ scope }: { readonly scope: ConsumptionScope }) {
  const text = useText();
  const answer = useAnswer('consumption.flows', scope);
  return (
    <Answered answer={answer}>
      {(flows) => (flows === null ? <Notice>{text.consumption.noFlows}</Notice> : <Flows flows={flows} />)}
    </Answered>
  );
}

function Flows({ flows }: { readonly flows: EnergyFlows }) {
  const text = useText();
  const words = text.consumption;
  const bands = flows.flows.map(({ from, to, kwh }) => ({ from, to, value: Number(kwh) }));
  return (
    <>
      {flows.isFuelKnown ? null : <Notice>{words.fuelUnknown}</Notice>}
      <section className="section" aria-labelledby="flows">
        <h2 id="flows">{words.flows}</h2>
        <FlowDiagram
          name={words.flows}
          nodes={nodesOf(text, flows)}
          bands={bands}
          writeValue={(value) => formatQuantity(value, 0, 'kWh')}
        />
        {flows.isDerived ? <p className="muted">{words.flowsDerived}</p> : null}
      </section>
      <div className="table-scroller">
        <table className="plain-table">
          <caption className="visually-hidden">{words.flows}</caption>
          <thead>
            <tr>
              <th scope="col">{words.flowFrom}</th>
              <th scope="col">{words.flowTo}</th>
              <th scope="col" className="figure">
                kWh
              </th>
            </tr>
          </thead>
          <tbody>
            {flows.flows.map(({ from, to, kwh }) => (
              <tr key={`${from}.${to}`}>
                <td>{nameOfNode(text, flows, from)}</td>
                <td>{nameOfNode(text, flows, to)}</td>
                <td className="figure">{formatDecimal(Number(kwh), 1)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
