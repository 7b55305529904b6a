/** Asks whose consumption is to be shown, in the one table: an office has hundreds of properties. */
import { useMemo, useState } from 'react';
import type { PropertySummary } from '#shared/contract/properties.ts';
import { useText } from '../../lib/text.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { DataTable } from '../../ui/table/data-table.tsx';
import { BY_NAME } from '../../ui/table/table-view.ts';
import { propertyColumns } from '../properties/property-columns.tsx';
import { FirstProperty } from '../properties/property-first.tsx';

/** What tells one property from another; its bills have pages of their own. */
const TELLING_APART: ReadonlySet<string> = new Set(['name', 'address', 'units', 'meters', 'landlord']);

interface PropertyChoiceProps {
  readonly properties: readonly PropertySummary[];
  readonly onChoose: (property: number) => void;
}

export function PropertyChoice({ properties, onChoose }: PropertyChoiceProps) {
  const text = useText();
  const [view, setView] = useState(BY_NAME);
  const columns = useMemo(() => propertyColumns(text).filter(({ id }) => TELLING_APART.has(id)), [text]);
  return (
    <DataTable
      label={text.frame.pages.properties}
      rows={properties}
      columns={columns}
      rowId={({ id }) => String(id)}
      view={view}
      onView={setView}
      onOpen={({ id }) => onChoose(id)}
      actions={
        properties.length === 0 ? undefined : <p className="muted">{text.consumption.chooseProperty}</p>
      }
      empty={<EmptyState sentence={text.consumption.noProperty} action={<FirstProperty />} />}
    />
  );
}
