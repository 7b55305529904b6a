/** One person: data, all tenancies with ways to the units, bills, and history. */
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import type { Person } from '#shared/contract/people.ts';
import { personId as personIdOf } from '#shared/contract/values.ts';
import { formatDate } from '#shared/text/format.ts';
import { useAnswer } from '../../lib/answers.ts';
import { useDraftForm } from '../../lib/draft-form.ts';
import { ask } from '../../lib/office.ts';
import { useText } from '../../lib/text.tsx';
import { useToasts } from '../../lib/toasts.ts';
import { useUndo } from '../../lib/use-undo.ts';
import { Answered } from '../../ui/answered.tsx';
import { Page } from '../../ui/page.tsx';
import { SavedForm } from '../../ui/saved-form.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { HistoryList } from '../history/history-list.tsx';
import { PersonBills } from './person-bills.tsx';
import { PersonDeliveryFields } from './person-delivery.tsx';
import { draftOfPerson, readPerson } from './person-draft.ts';
import { PersonFormFields } from './person-fields.tsx';
import { PersonTenancies } from './person-tenancies.tsx';

export function PersonPage() {
  const { id } = useParams({ from: '/people/$id' });
  const answer = useAnswer('people.get', { id: personIdOf.parse(Number(id)) });
  return <Answered answer={answer}>{(person) => <PersonTabs person={person} />}</Answered>;
}

function PersonTabs({ person }: { readonly person: Person }) {
  const text = useText();
  const navigate = useNavigate();
  const { tab = 'data' } = useSearch({ from: '__root__' });
  return (
    <Page title={person.name} subtitle={person.addressLines.join(', ')} isFilled>
      <Tabs
        label={person.name}
        chosen={tab}
        onChoose={(next) =>
          void navigate({ to: '.', replace: true, search: (current) => ({ ...current, tab: next }) })
        }
        views={[
          { id: 'data', label: text.people.data, content: <PersonData key={person.id} person={person} /> },
          { id: 'tenancies', label: text.people.tenancies, content: <PersonTenancies person={person} /> },
          { id: 'bills', label: text.people.bills, content: <PersonBills person={person} /> },
          {
            id: 'history',
            label: text.audit.history,
            content: <HistoryList subject={{ kind: 'person', id: person.id }} />,
          },
        ]}
      />
    </Page>
  );
}

function PersonData({ person }: { readonly person: Person }) {
  const text = useText();
  const { say } = useToasts();
  const undo = useUndo();
  const draft = useDraftForm({
    survivesLock: true,
    initial: draftOfPerson(person),
    read: (typed) => readPerson(typed, text),
    send: (fields) => ask('people.save', { id: person.id, fields, reason: '' }),
    onSent: (saved) => {
      draft.form.reset(draftOfPerson(saved));
      say(text.people.saved, { label: text.common.undo, run: () => void undo() });
    },
  });
  return (
    <SavedForm draft={draft}>
      <PersonFormFields control={draft.form.control} />
      <PersonDeliveryFields control={draft.form.control} />
      <p className="muted">
        {person.erasableFrom === null
          ? text.people.notErasable
          : text.people.erasableFrom(formatDate(person.erasableFrom))}
      </p>
    </SavedForm>
  );
}
