/** Exactly what one tenant gets: the own months and readings, and a file of them. */
import { useState } from 'react';
import type { PropertyId } from '#shared/model/property.ts';
import type { UnitId } from '#shared/model/unit.ts';
import type { TenancyId } from '#shared/model/tenancy.ts';
import type { TenantPreview } from '#shared/contract/party-views.ts';
import type { Occupancy } from '#shared/contract/tenancies.ts';
import { formatDate } from '#shared/text/format.ts';
import type { Dictionary } from '#shared/text/dictionary.ts';
import { useAnswer } from '../../lib/answers.ts';
import { useText } from '../../lib/text.tsx';
import { useToasts } from '../../lib/toasts.ts';
import { useAction } from '../../lib/use-action.ts';
import { Answered } from '../../ui/answered.tsx';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Select } from '../../ui/select.tsx';
import { shortMonth, writeQuantity } from '../consumption/quantities.ts';
import { TenantDocuments } from './tenant-documents.tsx';

type Tenancy = Extract<Occupancy, { kind: 'tenancy' }>;

interface TenantTabProps {
  readonly unitId: UnitId;
  readonly propertyId: PropertyId;
}

export function TenantTab({ unitId, propertyId }: TenantTabProps) {
  const text = useText();
  const answer = useAnswer('tenancies.list', { unitId });
  return (
    <Answered answer={answer}>
      {(rows) => {
        const tenancies = rows.filter((row) => row.kind === 'tenancy').toReversed();
        return tenancies.length === 0 ? (
          <Notice>{text.partyViews.noTenancy}</Notice>
        ) : (
          <ChosenTenant tenancies={tenancies} propertyId={propertyId} />
        );
      }}
    </Answered>
  );
}

function nameOf({ partyViews: words }: Dictionary, { tenantName, from, to }: Tenancy): string {
  return to === null
    ? words.since(tenantName, formatDate(from))
    : words.during(tenantName, formatDate(from), formatDate(to));
}

interface ChosenTenantProps {
  readonly tenancies: readonly Tenancy[];
  readonly propertyId: PropertyId;
}

function ChosenTenant({ tenancies, propertyId }: ChosenTenantProps) {
  const text = useText();
  const words = text.partyViews;
  const [chosen, setChosen] = useState<string>();
  const tenancy = tenancies.find(({ id }) => String(id) === chosen) ?? tenancies[0];
  if (!tenancy) return null;
  return (
    <>
      <p className="party-text">{words.tenantText}</p>
      <div className="party-choice">
        <Select
          label={words.tenancy}
          value={String(tenancy.id)}
          onChange={setChosen}
          options={tenancies.map((one) => ({ value: String(one.id), label: nameOf(text, one) }))}
        />
      </div>
      <div className="party-columns">
        <TenantDocuments key={tenancy.id} tenancyId={tenancy.id} propertyId={propertyId} />
        <TenantData tenancyId={tenancy.id} />
      </div>
    </>
  );
}

function TenantData({ tenancyId }: { readonly tenancyId: TenancyId }) {
  const text = useText();
  const words = text.partyViews;
  const { say } = useToasts();
  const answer = useAnswer('partyViews.tenant', { tenancyId });
  const save = useAction('partyViews.exportTenant', {
    onDone: (written) => (written === null ? undefined : say(words.exported(written.fileName))),
  });
  return (
    <section className="section party-data" aria-labelledby="tenant-data">
      <h2 id="tenant-data">{words.data}</h2>
      <Answered answer={answer}>
        {(preview) => (
          <>
            <div>
              <Button onPress={() => void save.run({ tenancyId })}>{words.export}</Button>
            </div>
            <Months months={preview.months} />
            <Readings readings={preview.readings} />
          </>
        )}
      </Answered>
    </section>
  );
}

function Months({ months }: { readonly months: TenantPreview['months'] }) {
  const text = useText();
  const words = text.partyViews;
  if (months.length === 0) return <p className="muted">{words.noMonths}</p>;
  return (
    <div className="table-scroller">
      <table className="plain-table">
        <caption className="visually-hidden">{words.months}</caption>
        <thead>
          <tr>
            <th scope="col">{words.month}</th>
            <th scope="col">{words.medium}</th>
            <th scope="col" className="figure">
              {words.amount}
            </th>
            <th scope="col" className="figure">
              kWh ({text.consumption.derived})
            </th>
          </tr>
        </thead>
        <tbody>
          {months.map(({ month, until, medium, countedIn, value, kwh }) => (
            <tr key={`${month.from}.${medium}.${countedIn}`}>
              <th scope="row">
                {shortMonth(month)}
                {until === month.to ? null : (
                  <span className="field-help"> {words.until(formatDate(until))}</span>
                )}
              </th>
              <td>{text.consumption.media[medium]}</td>
              <td className="figure">{writeQuantity(text, value, countedIn)}</td>
              <td className="figure">{kwh === null ? '–' : writeQuantity(text, kwh, 'kWh')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Readings({ readings }: { readonly readings: TenantPreview['readings'] }) {
  const text = useText();
  const words = text.partyViews;
  return (
    <section className="section" aria-labelledby="own-readings">
      <h2 id="own-readings">{words.readings}</h2>
      <ul className="work-list">
        {readings.map(({ serial, room, kind, reading, readOn, countedIn }) => (
          <li key={serial} className="work-line">
            <span>{room || text.consumption.noRoom}</span>
            <span>
              {text.consumption.meterKinds[kind]} {serial}
            </span>
            <span>{writeQuantity(text, reading, countedIn)}</span>
            <span>{readOn === null ? '' : text.consumption.readingOn(formatDate(readOn))}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
