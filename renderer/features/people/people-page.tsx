/** The list of people: landlords and tenants. */
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { PersonSummary } from '#shared/contract/people.ts';
import type { Dictionary } from '#shared/text/dictionary.ts';
import { useAnswer } from '../../lib/answers.ts';
import { useText } from '../../lib/text.tsx';
import { useToasts } from '../../lib/toasts.ts';
import { useAction } from '../../lib/use-action.ts';
import { useAddressedView } from '../../lib/use-addressed-view.ts';
import { useGoOn } from '../../lib/use-go-on.ts';
import { useShortcuts } from '../../lib/use-shortcuts.ts';
import { useUndo } from '../../lib/use-undo.ts';
import { Answered } from '../../ui/answered.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page } from '../../ui/page.tsx';
import type { Column } from '../../ui/table/column.ts';
import { DataTable } from '../../ui/table/data-table.tsx';
import { BY_NAME } from '../../ui/table/table-view.ts';
import { PersonDialog } from './person-dialog.tsx';

function personColumns({ people: words }: Dictionary): readonly Column<PersonSummary>[] {
  const roleOf = (row: PersonSummary): string => {
    const roles = [row.isLandlord ? words.landlord : '', row.rents === null ? '' : words.tenant];
    return roles.filter((role) => role !== '').join(', ');
  };
  return [
    { id: 'name', title: words.name, kind: 'text', value: (row) => row.name, width: 190 },
    { id: 'role', title: words.role, kind: 'text', value: roleOf, width: 100 },
    { id: 'rents', title: words.rents, kind: 'text', value: (row) => row.rents, width: 140 },
    {
      id: 'address',
      title: words.address,
      kind: 'text',
      value: (row) => row.addressLines.join(', '),
      width: 230,
    },
    { id: 'phone', title: words.phone, kind: 'text', value: (row) => row.phone, width: 140 },
    { id: 'email', title: words.email, kind: 'text', value: (row) => row.email, width: 190 },
  ];
}

export function PeoplePage() {
  const text = useText();
  const navigate = useNavigate();
  const goOn = useGoOn();
  const { say } = useToasts();
  const undo = useUndo();
  const { create = false } = useSearch({ from: '__root__' });
  const [view, setView] = useAddressedView(BY_NAME);
  const columns = useMemo(() => personColumns(text), [text]);
  const answer = useAnswer('people.list', {});
  const remove = useAction('people.remove');
  const setCreating = (isCreating: boolean): void =>
    void navigate({
      to: '.',
      replace: true,
      search: (current) => ({ ...current, create: isCreating ? true : undefined }),
    });
  const open = ({ id }: Pick<PersonSummary, 'id'>): void =>
    void navigate({ to: '/people/$id', params: { id: String(id) } });
  const removePerson = async (row: PersonSummary): Promise<void> => {
    if (await remove.run({ id: row.id }))
      say(text.people.removed(row.name), { label: text.common.undo, run: () => void undo() });
  };
  useShortcuts({ create: () => setCreating(true) });
  const createButton = (
    <Button variant="primary" onPress={() => setCreating(true)}>
      {text.people.create}
    </Button>
  );
  return (
    <Page title={text.frame.pages.people} isFilled>
      <Answered answer={answer}>
        {(rows) => (
          <DataTable
            label={text.frame.pages.people}
            rows={rows}
            columns={columns}
            rowId={(row) => String(row.id)}
            view={view}
            onView={setView}
            onOpen={open}
            commands={(row) => [
              {
                id: 'person',
                heading: row.name,
                commands: [
                  { id: 'open', label: text.common.open, run: () => open(row), keys: 'Enter' },
                  { id: 'remove', label: text.common.remove, run: () => void removePerson(row) },
                ],
              },
            ]}
            actions={rows.length === 0 ? undefined : createButton}
            empty={<EmptyState sentence={text.people.empty} action={createButton} />}
          />
        )}
      </Answered>
      {create ? (
        <PersonDialog
          onClose={() => setCreating(false)}
          onCreated={(id, name) => {
            const news = text.people.created(name);
            if (goOn(() => open({ id }), news)) say(news);
          }}
        />
      ) : null}
    </Page>
  );
}
