/** The list of tenancies and vacancies, of the property at hand or of all. */
import { useSearch } from '@tanstack/react-router';
import { propertyId } from '#shared/contract/values.ts';
import { useText } from '../../lib/text.tsx';
import { Page } from '../../ui/page.tsx';
import { TenanciesTable } from './tenancies-table.tsx';

export function TenanciesPage() {
  const text = useText();
  const { property } = useSearch({ from: '__root__' });
  return (
    <Page title={text.frame.pages.tenancies} isFilled>
      <TenanciesTable propertyId={property === undefined ? undefined : propertyId.parse(property)} />
    </Page>
  );
}
