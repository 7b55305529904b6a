/** The list of units, of the property at hand or of all. */
import { useSearch } from '@tanstack/react-router';
import { propertyId } from '#shared/contract/values.ts';
import { useText } from '../../lib/text.tsx';
import { Page } from '../../ui/page.tsx';
import { UnitsTable } from './units-table.tsx';

export function UnitsPage() {
  const text = useText();
  const { property } = useSearch({ from: '__root__' });
  return (
    <Page title={text.frame.pages.units} isFilled>
      <UnitsTable propertyId={property === undefined ? undefined : propertyId.parse(property)} />
    </Page>
  );
}
