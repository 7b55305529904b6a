/** What the landlord of a property may see of a period, and everything he already has. */
import { useState } from 'react';
import type { ConsumptionScope } from '#shared/contract/consumption.ts';
import type { LandlordPreview, LandlordSum } from '#shared/contract/party-views.ts';
import { unitId as unitIdOf } from '#shared/contract/values.ts';
import { formatPeriod } from '#shared/text/format.ts';
import { useAnswer } from '../../lib/answers.ts';
import { formatMoment } from '../../lib/moment.ts';
import { useText } from '../../lib/text.tsx';
import { useToasts } from '../../lib/toasts.ts';
import { useAction } from '../../lib/use-action.ts';
import { Answered } from '../../ui/answered.tsx';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import { writeQuantity } from '../consumption/quantities.ts';

export function LandlordTab({ scope: { propertyId, period } }: { readonly scope: ConsumptionScope }) {
  const text = useText();
  const words = text.partyViews;
  const { say } = useToasts();
  const [chosen, setChosen] = useState<readonly number[]>([]);
  const { data: units = [] } = useAnswer('units.list', { propertyId });
  const question = {
    propertyId,
    period,
    chosen: chosen.length === 0 ? null : chosen.map((id) => unitIdOf.parse(id)),
  };
  const answer = useAnswer('partyViews.landlord', question);
  const release = useAction('partyViews.releaseLandlord', {
    onDone: (written) => (written === null ? undefined : say(words.released(written.fileName))),
  });
  return (
    <>
      <details>
        <summary>
          {words.choose}: {words.unitCount(chosen.length === 0 ? units.length : chosen.length)}
        </summary>
        <p className="muted">{words.chooseText}</p>
        <div className="party-units">
          {units.map(({ id, name }) => (
            <Checkbox
              key={id}
              isSelected={chosen.includes(id)}
              onChange={(isChosen) =>
                setChosen(isChosen ? [...chosen, id] : chosen.filter((other) => other !== id))
              }
            >
              {name}
            </Checkbox>
          ))}
        </div>
      </details>
      <Answered answer={answer}>
        {(preview) => (
          <>
            <p className="party-text">{words.landlordText(preview.landlordName)}</p>
            <SumsTable sums={preview.sums} />
            <div>
              <Button
                variant="primary"
                isDisabled={preview.sums.every(({ result }) => result.state === 'refused')}
                onPress={() => void release.run(question)}
              >
                {words.release}
              </Button>
            </div>
            <GivenTable given={preview.given} />
          </>
        )}
      </Answered>
    </>
  );
}

function SumsTable({ sums }: { readonly sums: readonly LandlordSum[] }) {
  const text = useText();
  const words = text.partyViews;
  return (
    <div className="table-scroller">
      <table className="plain-table">
        <caption className="visually-hidden">{words.landlord}</caption>
        <thead>
          <tr>
            <th scope="col">{words.medium}</th>
            <th scope="col" className="figure">
              {words.amount}
            </th>
            <th scope="col" className="figure">
              kWh
            </th>
            <th scope="col">{words.over}</th>
            <th scope="col">{words.state}</th>
          </tr>
        </thead>
        <tbody>
          {sums.map(({ medium, countedIn, result }) => (
            <tr key={`${medium}.${countedIn}`}>
              <th scope="row">{text.consumption.media[medium]}</th>
              {result.state === 'refused' ? (
                <>
                  <td className="figure">–</td>
                  <td className="figure">–</td>
                  <td>–</td>
                  <td>
                    <StatusMark shape="square" tone="check">
                      {words.refused[result.because]}
                    </StatusMark>
                  </td>
                </>
              ) : (
                <>
                  <td className="figure">{writeQuantity(text, result.quantity, countedIn)}</td>
                  <td className="figure">
                    {result.kwh === null ? '–' : writeQuantity(text, result.kwh, 'kWh')}
                  </td>
                  <td>{words.unitCount(result.unitCount)}</td>
                  <td>
                    <StatusMark shape="full" tone="good">
                      {result.wasGiven ? words.wasGiven : words.fresh}
                    </StatusMark>
                  </td>
                </>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function GivenTable({ given }: { readonly given: LandlordPreview['given'] }) {
  const text = useText();
  const words = text.partyViews;
  return (
    <section className="section" aria-labelledby="given">
      <h2 id="given">{words.given}</h2>
      {given.length === 0 ? (
        <p className="muted">{words.givenNone}</p>
      ) : (
        <ul className="work-list">
          {given.map((one) => (
            <li key={`${one.releasedAt}.${one.medium}.${one.countedIn}`} className="work-line">
              <span>{text.consumption.media[one.medium]}</span>
              <span>{formatPeriod(one.period)}</span>
              <span>{writeQuantity(text, one.quantity, one.countedIn)}</span>
              <span>
                {words.unitCount(one.unitCount)}
                <span className="field-help">
                  {' '}
                  {words.givenOn} {formatMoment(one.releasedAt)}
                </span>
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
