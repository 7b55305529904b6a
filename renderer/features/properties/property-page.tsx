/** One property: overview, units, tenancies, costs, its own data, and its history. */
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { propertyId as propertyIdOf } from '#shared/contract/values.ts';
import type { Property } from '#shared/contract/properties.ts';
import { useAnswer } from '../../lib/answers.ts';
import { useText } from '../../lib/text.tsx';
import { Answered } from '../../ui/answered.tsx';
import { Button } from '../../ui/button.tsx';
import { Page } from '../../ui/page.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { HistoryList } from '../history/history-list.tsx';
import { TenanciesTable } from '../tenancies/tenancies-table.tsx';
import { UnitsTable } from '../units/units-table.tsx';
import { PropertyData } from './property-data.tsx';
import { PropertyOverview } from './property-overview.tsx';

export function PropertyPage() {
  const { id } = useParams({ from: '/properties/$id' });
  const answer = useAnswer('properties.get', { id: propertyIdOf.parse(Number(id)) });
  return <Answered answer={answer}>{(property) => <PropertyTabs property={property} />}</Answered>;
}

function PropertyTabs({ property }: { readonly property: Property }) {
  const text = useText();
  const navigate = useNavigate();
  const { tab = 'overview' } = useSearch({ from: '__root__' });
  const choose = (next: string): void =>
    void navigate({
      to: '.',
      replace: true,
      search: ({ property: current }) => ({ property: current, tab: next }),
    });
  return (
    <Page
      title={property.name}
      subtitle={property.addressLines.join(', ')}
      actions={
        <Button onPress={() => void navigate({ to: '/billing', search: { property: property.id } })}>
          {text.properties.openBilling}
        </Button>
      }
      isFilled
    >
      <Tabs
        label={property.name}
        chosen={tab}
        onChoose={choose}
        views={[
          {
            id: 'overview',
            label: text.properties.overview,
            content: <PropertyOverview property={property} onTab={choose} />,
          },
          {
            id: 'units',
            label: text.frame.pages.units,
            content: <UnitsTable propertyId={property.id} />,
          },
          {
            id: 'tenancies',
            label: text.frame.pages.tenancies,
            content: <TenanciesTable propertyId={property.id} />,
          },
          {
            id: 'data',
            label: text.properties.data,
            content: <PropertyData key={property.id} property={property} />,
          },
          {
            id: 'history',
            label: text.properties.history,
            content: <HistoryList subject={{ kind: 'property', id: property.id }} />,
          },
        ]}
      />
    </Page>
  );
}
