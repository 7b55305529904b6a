/** The list of properties. */
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useAnswer } from '../../lib/answers.ts';
import { useText } from '../../lib/text.tsx';
import { useToasts } from '../../lib/toasts.ts';
import { useAddressedView } from '../../lib/use-addressed-view.ts';
import { useGoOn } from '../../lib/use-go-on.ts';
import { useShortcuts } from '../../lib/use-shortcuts.ts';
import { Answered } from '../../ui/answered.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page } from '../../ui/page.tsx';
import { DataTable } from '../../ui/table/data-table.tsx';
import { BY_NAME } from '../../ui/table/table-view.ts';
import { propertyColumns } from './property-columns.tsx';
import { PropertyDialog } from './property-dialog.tsx';

export function PropertiesPage() {
  const text = useText();
  const navigate = useNavigate();
  const goOn = useGoOn();
  const { say } = useToasts();
  const { create = false } = useSearch({ from: '__root__' });
  const [view, setView] = useAddressedView(BY_NAME);
  const columns = useMemo(() => propertyColumns(text), [text]);
  const answer = useAnswer('properties.list', {});
  const setCreating = (isCreating: boolean): void =>
    void navigate({
      to: '.',
      replace: true,
      search: (current) => ({ ...current, create: isCreating ? true : undefined }),
    });
  const open = (id: number, tab?: string): void =>
    void navigate({ to: '/properties/$id', params: { id: String(id) }, search: { property: id, tab } });
  useShortcuts({ create: () => setCreating(true) });
  const createButton = (
    <Button variant="primary" onPress={() => setCreating(true)}>
      {text.properties.create}
    </Button>
  );
  return (
    <Page title={text.frame.pages.properties} isFilled>
      <Answered answer={answer}>
        {(rows) => (
          <DataTable
            label={text.frame.pages.properties}
            rows={rows}
            columns={columns}
            rowId={(row) => String(row.id)}
            view={view}
            onView={setView}
            onOpen={(row) => open(row.id)}
            commands={(row) => [
              {
                id: 'property',
                heading: row.name,
                commands: [
                  { id: 'open', label: text.common.open, run: () => open(row.id), keys: 'Enter' },
                  { id: 'units', label: text.frame.pages.units, run: () => open(row.id, 'units') },
                  {
                    id: 'costs',
                    label: text.billing.enterCosts,
                    run: () =>
                      row.period === null
                        ? open(row.id)
                        : void navigate({ to: '/periods/$id', params: { id: String(row.period.id) } }),
                  },
                  {
                    id: 'billing',
                    label: text.properties.openBilling,
                    run: () => void navigate({ to: '/billing', search: { property: row.id } }),
                  },
                ],
              },
            ]}
            actions={rows.length === 0 ? undefined : createButton}
            empty={<EmptyState sentence={text.properties.empty} action={createButton} />}
          />
        )}
      </Answered>
      {create ? (
        <PropertyDialog
          onClose={() => setCreating(false)}
          onCreated={(id, name) => {
            const news = text.properties.created(name);
            if (goOn(() => open(id, 'units'), news)) say(news);
          }}
        />
      ) : null}
    </Page>
  );
}
