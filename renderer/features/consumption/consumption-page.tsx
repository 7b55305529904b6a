/** Consumption: what a property or a unit used in a period, where the energy went, and the meters behind it. */
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ConsumptionScope, DataStatus } from '#shared/contract/consumption.ts';
import type { PropertySummary } from '#shared/contract/properties.ts';
import { monthAround } from '#shared/consumption/reference-periods.ts';
import { formatDate } from '#shared/text/format.ts';
import type { ValueOf } from '#shared/contract/contract.ts';
import { useAnswer } from '../../lib/answers.ts';
import { formatMoment } from '../../lib/moment.ts';
import { useText } from '../../lib/text.tsx';
import { Answered } from '../../ui/answered.tsx';
import { Button } from '../../ui/button.tsx';
import { ComboBox } from '../../ui/combo-box.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { LandlordTab } from '../views/landlord-tab.tsx';
import { TenantTab } from '../views/tenant-tab.tsx';
import { EstimateCard } from './estimate-card.tsx';
import { FlowsTab } from './flows-tab.tsx';
import { LinesTable } from './lines-table.tsx';
import { MetersTab } from './meters-tab.tsx';
import { MonthsPanel } from './months-panel.tsx';
import { PeriodPicker } from './period-picker.tsx';
import { PropertyChoice } from './property-choice.tsx';
import { ReadingCards } from './reading-cards.tsx';
import { UsageCard } from './usage-cards.tsx';
import { useScope, type Choice } from './use-scope.ts';

export function ConsumptionPage() {
  const answer = useAnswer('properties.list', {});
  return <Answered answer={answer}>{(properties) => <Chosen properties={properties} />}</Answered>;
}

function Chosen({ properties }: { readonly properties: readonly PropertySummary[] }) {
  const text = useText();
  const choice = useScope(properties);
  const { scope } = choice;
  const property = properties.find(({ id }) => id === scope?.propertyId);
  if (scope === null || !property)
    return (
      <Page title={text.frame.pages.consumption} isFilled>
        <PropertyChoice properties={properties} onChoose={choice.chooseProperty} />
      </Page>
    );
  return <Consumption property={property} scope={scope} choice={choice} />;
}

interface ConsumptionProps {
  readonly property: PropertySummary;
  readonly scope: ConsumptionScope;
  readonly choice: Choice;
}

function Consumption({ property, scope, choice }: ConsumptionProps) {
  const text = useText();
  const words = text.consumption;
  const navigate = useNavigate();
  const { tab = 'usage' } = useSearch({ from: '__root__' });
  const answer = useAnswer('consumption.overview', scope);
  const { data: units = [] } = useAnswer('units.list', { propertyId: scope.propertyId });
  const showTab = (next: string): void =>
    void navigate({ to: '.', replace: true, search: (current) => ({ ...current, tab: next }) });
  return (
    <Page
      title={text.frame.pages.consumption}
      subtitle={
        <>
          {property.name} · {answer.data === undefined ? '…' : <Status status={answer.data.status} />}
        </>
      }
      isFilled
    >
      <div className="consumption-bar">
        <ComboBox
          key={`units.${units.length}`}
          label={words.unit}
          value={scope.unitId === null ? WHOLE : String(scope.unitId)}
          onChange={(chosen) =>
            choice.chooseUnit(chosen === null || chosen === WHOLE ? null : Number(chosen))
          }
          options={[
            { value: WHOLE, label: words.wholeProperty },
            ...units.map(({ id, name }) => ({ value: String(id), label: name })),
          ]}
          nothingFound={text.common.nothingFound}
        />
        <PeriodPicker period={scope.period} onChoose={choice.choosePeriod} />
      </div>
      <Tabs
        label={property.name}
        chosen={tab}
        onChoose={showTab}
        views={[
          {
            id: 'usage',
            label: words.tabs.usage,
            content: (
              <Answered answer={answer}>
                {(overview) => (
                  <Usage
                    scope={scope}
                    overview={overview}
                    choice={choice}
                    onMeters={() => showTab('meters')}
                  />
                )}
              </Answered>
            ),
          },
          { id: 'flows', label: words.tabs.flows, content: <FlowsTab scope={scope} /> },
          {
            id: 'meters',
            label: words.tabs.meters,
            content: <Answered answer={answer}>{({ meters }) => <MetersTab meters={meters} />}</Answered>,
          },
          scope.unitId === null
            ? { id: 'party', label: text.partyViews.landlord, content: <LandlordTab scope={scope} /> }
            : {
                id: 'party',
                label: text.partyViews.tenant,
                content: <TenantTab key={scope.unitId} unitId={scope.unitId} propertyId={scope.propertyId} />,
              },
        ]}
      />
    </Page>
  );
}

/** Stands for the choice of no unit. */
const WHOLE = 'all';

/** How fresh the values are: measured when, fetched when. */
function Status({ status: { newestDay, measuredAt, lastPullAt } }: { readonly status: DataStatus }) {
  const text = useText();
  const words = text.consumption;
  const measured = measuredAt === null ? newestDay && formatDate(newestDay) : formatMoment(measuredAt);
  return (
    <span>
      {measured === null ? words.neverMeasured : words.measured(measured)},{' '}
      {lastPullAt === null ? words.neverPulled : words.pulled(formatMoment(lastPullAt))}
    </span>
  );
}

interface UsageProps {
  readonly scope: ConsumptionScope;
  readonly overview: ValueOf<'consumption.overview'>;
  readonly choice: Choice;
  readonly onMeters: () => void;
}

function Usage({ scope, overview, choice, onMeters }: UsageProps) {
  const text = useText();
  const words = text.consumption;
  const { media, meters, estimate, status } = overview;
  const { newestDay } = status;
  if (meters.length === 0) return <Notice>{words.noMeters}</Notice>;
  return (
    <>
      {newestDay !== null && newestDay < scope.period.from ? (
        <Notice
          action={
            <Button onPress={() => choice.choosePeriod(monthAround(newestDay))}>{words.showNewest}</Button>
          }
        >
          {words.newestIs(formatDate(newestDay))}
        </Notice>
      ) : null}
      <div className="cards">
        {media.map((used) => (
          <UsageCard key={`${used.medium}.${used.countedIn}`} scope={scope} used={used} onMeters={onMeters} />
        ))}
        {estimate === null ? null : <EstimateCard estimate={estimate} />}
      </div>
      <MonthsPanel scope={scope} media={[...new Set(media.map(({ medium }) => medium))]} />
      {scope.unitId === null ? null : <ReadingCards meters={meters} />}
      <LinesTable media={media} {...(scope.unitId === null ? { onUnit: choice.chooseUnit } : {})} />
    </>
  );
}
