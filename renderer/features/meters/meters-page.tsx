/** The list of meters, of the property at hand or of all. */
import { useSearch } from '@tanstack/react-router';
import { propertyId } from '#shared/contract/values.ts';
import { useText } from '../../lib/text.tsx';
import { Page } from '../../ui/page.tsx';
import { MetersTable } from './meters-table.tsx';

export function MetersPage() {
  const text = useText();
  const { property } = useSearch({ from: '__root__' });
  return (
    <Page title={text.frame.pages.meters} isFilled>
      <MetersTable propertyId={property === undefined ? undefined : propertyId.parse(property)} />
    </Page>
  );
}
