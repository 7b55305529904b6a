/** One meter: how it is, its values over time, its telegrams, its data and places, and its changes. */
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { Wrench } from 'lucide-react';
import type { MeterView } from '#shared/contract/meters.ts';
import { meterId } from '#shared/contract/values.ts';
import { useAnswer } from '../../lib/answers.ts';
import { useText } from '../../lib/text.tsx';
import { Answered } from '../../ui/answered.tsx';
import { Button, LinkButton } from '../../ui/button.tsx';
import { Menu } from '../../ui/menu.tsx';
import { Page } from '../../ui/page.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { HistoryList } from '../history/history-list.tsx';
import { MeterData } from './meter-data.tsx';
import { MeterHistory } from './meter-history.tsx';
import { MeterState } from './meter-state.tsx';
import { MeterTelegrams } from './meter-telegrams.tsx';
import { writeDevice } from './meter-words.ts';
import { useMeterCommands } from './use-meter-commands.tsx';

export function MeterPage() {
  const { id } = useParams({ from: '/meters/$id' });
  const answer = useAnswer('meters.get', { id: meterId.parse(Number(id)) });
  return <Answered answer={answer}>{(view) => <MeterTabs view={view} />}</Answered>;
}

function MeterTabs({ view }: { readonly view: MeterView }) {
  const text = useText();
  const words = text.meters;
  const navigate = useNavigate();
  const { tab = 'state' } = useSearch({ from: '__root__' });
  const { commandsOf, dialog } = useMeterCommands();
  const { summary } = view;
  const title = writeDevice(summary, text);
  return (
    <Page
      title={title}
      subtitle={<MeterPlace view={view} />}
      actions={
        <Menu
          label={text.table.rowMenu}
          groups={commandsOf(summary).map((group) => ({
            ...group,
            commands: group.commands.filter(({ id }) => id !== 'open'),
          }))}
        >
          <Button>
            <Wrench size={16} aria-hidden />
            {text.common.edit}
          </Button>
        </Menu>
      }
      isFilled
    >
      <Tabs
        label={title}
        chosen={tab}
        onChoose={(next) =>
          void navigate({ to: '.', replace: true, search: ({ property }) => ({ property, tab: next }) })
        }
        views={[
          { id: 'state', label: words.tabs.state, content: <MeterState view={view} /> },
          { id: 'history', label: words.tabs.history, content: <MeterHistory id={summary.id} /> },
          { id: 'telegrams', label: words.tabs.telegrams, content: <MeterTelegrams id={summary.id} /> },
          {
            id: 'data',
            label: words.tabs.data,
            content: <MeterData key={JSON.stringify([view.fields, view.places])} view={view} />,
          },
          {
            id: 'changes',
            label: words.tabs.changes,
            content: <HistoryList subject={{ kind: 'meter', id: summary.id }} />,
          },
        ]}
      />
      {dialog}
    </Page>
  );
}

/** The property and the unit a meter hangs in, as ways to go there. */
function MeterPlace({ view: { summary } }: { readonly view: MeterView }) {
  const text = useText();
  const navigate = useNavigate();
  const { propertyId, propertyName, unitId, unitName, place } = summary;
  if (propertyId === null) return text.meters.statuses.gone;
  return (
    <>
      <LinkButton
        onPress={() =>
          void navigate({
            to: '/properties/$id',
            params: { id: String(propertyId) },
            search: { property: propertyId },
          })
        }
      >
        {propertyName}
      </LinkButton>
      {' · '}
      {unitId === null ? (
        text.meters.wholeProperty
      ) : (
        <LinkButton
          onPress={() =>
            void navigate({
              to: '/units/$id',
              params: { id: String(unitId) },
              search: { property: propertyId },
            })
          }
        >
          {unitName}
        </LinkButton>
      )}
      {place === '' ? '' : ` · ${place}`}
    </>
  );
}
