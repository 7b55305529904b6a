/** A property at a glance: what is still missing for billing, its periods, its sums. */
import { useNavigate } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import type { Property } from '#shared/contract/properties.ts';
import { parseDecimal, rational } from '#shared/model/rational.ts';
import { formatDecimal, formatQuantity } from '#shared/text/format.ts';
import { useText } from '../../lib/text.tsx';
import { Button, LinkButton } from '../../ui/button.tsx';
import { PeriodList } from '../periods/period-list.tsx';
import { OpenPointList } from './open-point-list.tsx';

interface PropertyOverviewProps {
  readonly property: Property;
  readonly onTab: (tab: string) => void;
}

export function PropertyOverview({ property, onTab }: PropertyOverviewProps) {
  const text = useText();
  const words = text.properties;
  const navigate = useNavigate();
  const [isCreating, setIsCreating] = useState(false);
  return (
    <>
      <section className="section" aria-labelledby="open-points">
        <h2 id="open-points">{words.openPoints}</h2>
        <OpenPointList points={property.openPoints} />
        {property.unitCount === 0 ? (
          <div>
            <Button variant="primary" onPress={() => onTab('units')}>
              {words.toUnits}
            </Button>
          </div>
        ) : null}
      </section>
      <PeriodList property={property} isCreating={isCreating} onCreating={setIsCreating} />
      <dl className="facts">
        <Fact term={words.landlord}>
          <LinkButton
            onPress={() => void navigate({ to: '/people/$id', params: { id: String(property.landlordId) } })}
          >
            {property.landlordName}
          </LinkButton>
        </Fact>
        <Fact term={words.units}>
          <LinkButton onPress={() => onTab('units')}>{formatDecimal(property.unitCount, 0)}</LinkButton>
        </Fact>
        <Fact term={words.meters}>
          <LinkButton onPress={() => void navigate({ to: '/meters', search: { property: property.id } })}>
            {formatDecimal(property.meterCount, 0)}
          </LinkButton>
        </Fact>
        <Fact term={words.livingArea}>{formatArea(property.livingAreaM2)}</Fact>
        <Fact term={words.heatedArea}>{formatArea(property.heatedAreaM2)}</Fact>
      </dl>
    </>
  );
}

function Fact({ term, children }: { readonly term: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function formatArea(decimal: string): string {
  return formatQuantity(parseDecimal(decimal) ?? rational(0), 2, 'm²');
}
