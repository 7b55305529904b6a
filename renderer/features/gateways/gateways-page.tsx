/** The list of gateways, and the inbox of those nobody entered. */
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import type { GatewaySummary } from '#shared/contract/gateways.ts';
import { propertyId } from '#shared/contract/values.ts';
import { useAnswer } from '../../lib/answers.ts';
import { useText } from '../../lib/text.tsx';
import { useAddressedView } from '../../lib/use-addressed-view.ts';
import { useShortcuts } from '../../lib/use-shortcuts.ts';
import { Answered } from '../../ui/answered.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page } from '../../ui/page.tsx';
import { DataTable } from '../../ui/table/data-table.tsx';
import { gatewayColumns } from './gateway-columns.tsx';
import { GatewayDialog } from './gateway-dialog.tsx';
import { newGateway } from './gateway-draft.ts';
import { UnknownGateways } from './unknown-gateways.tsx';

export function GatewaysPage() {
  const text = useText();
  const words = text.gateways;
  const navigate = useNavigate();
  const { property } = useSearch({ from: '__root__' });
  const house = property === undefined ? undefined : propertyId.parse(property);
  const answer = useAnswer('gateways.list', house === undefined ? {} : { propertyId: house });
  const [view, setView] = useAddressedView();
  const [isCreating, setIsCreating] = useState(false);
  const columns = useMemo(() => gatewayColumns(text), [text]);
  const create = (): void => setIsCreating(true);
  useShortcuts({ create });
  const open = ({ id }: GatewaySummary): void =>
    void navigate({
      to: '/gateways/$id',
      params: { id: String(id) },
      search: ({ property: kept }) => ({ property: kept }),
    });
  const showMeters = ({ serial }: GatewaySummary): void =>
    void navigate({ to: '/meters', search: { property: undefined, filters: { gateway: `=${serial}` } } });
  const action = (
    <Button variant="primary" onPress={create}>
      {words.create}
    </Button>
  );
  return (
    <Page title={text.frame.pages.gateways} isFilled>
      <Answered answer={answer}>
        {({ gateways, unknown }) => (
          <>
            <UnknownGateways unknown={unknown} />
            <DataTable
              label={text.frame.pages.gateways}
              rows={gateways}
              columns={columns}
              rowId={(gateway) => String(gateway.id)}
              view={view}
              onView={setView}
              onOpen={open}
              commands={(gateway) => [
                {
                  id: 'gateway',
                  heading: gateway.serial,
                  commands: [
                    { id: 'open', label: text.common.open, run: () => open(gateway), keys: 'Enter' },
                    { id: 'meters', label: words.openMeters, run: () => showMeters(gateway) },
                  ],
                },
              ]}
              actions={gateways.length === 0 ? undefined : action}
              empty={<EmptyState sentence={words.empty} action={action} />}
            />
          </>
        )}
      </Answered>
      {isCreating ? (
        <GatewayDialog draft={newGateway('', house ?? null)} onClose={() => setIsCreating(false)} />
      ) : null}
    </Page>
  );
}
