/** The table of meters: of all, of one property, or of one unit. */
import { useMemo, useState } from 'react';
import type { PropertyId } from '#shared/model/property.ts';
import type { UnitId } from '#shared/model/unit.ts';
import { useAnswer } from '../../lib/answers.ts';
import { useText } from '../../lib/text.tsx';
import { useAddressedView } from '../../lib/use-addressed-view.ts';
import { useShortcuts } from '../../lib/use-shortcuts.ts';
import { Answered } from '../../ui/answered.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { DataTable } from '../../ui/table/data-table.tsx';
import { PropertyFirst } from '../properties/property-first.tsx';
import { UnplacedButton } from '../unplaced/unplaced-button.tsx';
import { InstallDialog } from './install-dialog.tsx';
import { meterColumns } from './meter-columns.tsx';
import { useMeterCommands } from './use-meter-commands.tsx';

interface MetersTableProps {
  readonly propertyId: PropertyId | undefined;
  readonly unitId?: UnitId;
}

export function MetersTable({ propertyId, unitId }: MetersTableProps) {
  const text = useText();
  const words = text.meters;
  const [view, setView] = useAddressedView();
  const [isInstalling, setIsInstalling] = useState(false);
  const scope = unitId === undefined ? (propertyId === undefined ? {} : { propertyId }) : { unitId };
  const answer = useAnswer('meters.list', scope);
  const { commandsOf, open, dialog } = useMeterCommands();
  const columns = useMemo(
    () => meterColumns(text, { hasProperty: propertyId !== undefined, hasUnit: unitId !== undefined }),
    [text, propertyId, unitId],
  );
  useShortcuts({ create: () => (propertyId === undefined ? undefined : setIsInstalling(true)) });
  const actions =
    propertyId === undefined ? (
      <PropertyFirst sentence={words.chooseProperty} />
    ) : (
      <>
        <Button variant="primary" onPress={() => setIsInstalling(true)}>
          {words.create}
        </Button>
        {unitId === undefined ? <UnplacedButton propertyId={propertyId} /> : null}
      </>
    );
  return (
    <>
      <Answered answer={answer}>
        {(rows) => (
          <DataTable
            label={text.frame.pages.meters}
            rows={rows}
            columns={columns}
            rowId={(meter) => String(meter.id)}
            view={view}
            onView={setView}
            onOpen={open}
            commands={commandsOf}
            actions={rows.length === 0 ? undefined : actions}
            empty={
              <EmptyState
                sentence={unitId === undefined ? words.empty : words.emptyUnit}
                action={<div className="row-of">{actions}</div>}
              />
            }
          />
        )}
      </Answered>
      {dialog}
      {isInstalling && propertyId !== undefined ? (
        <InstallDialog propertyId={propertyId} unitId={unitId} onClose={() => setIsInstalling(false)} />
      ) : null}
    </>
  );
}
