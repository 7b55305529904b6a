/** The columns of the list of tenancies and vacancies; days can be edited in place. */
import type { Occupancy, TenancyFields } from '#shared/contract/tenancies.ts';
import { fail, type Result } from '#shared/model/result.ts';
import type { Dictionary } from '#shared/text/dictionary.ts';
import { formatDate } from '#shared/text/format.ts';
import { today } from '../../lib/moment.ts';
import { readDay } from '../../lib/read-day.ts';
import { StatusMark, type StatusShape, type StatusTone } from '../../ui/status-mark.tsx';
import type { CellEditing, Column } from '../../ui/table/column.ts';
import { fieldsOfTenancy, type Tenancy } from './tenancy-draft.ts';

/** Stores changed fields of a tenancy, or says why not. */
export type WriteTenancy = (tenancy: Tenancy, fields: TenancyFields) => Promise<Result<null, string>>;

export type OccupancyStatus = 'future' | 'running' | 'ended' | 'vacancy';

const MARKS: Record<OccupancyStatus, readonly [StatusShape, StatusTone]> = {
  future: ['half', 'plain'],
  running: ['full', 'good'],
  ended: ['square', 'plain'],
  vacancy: ['hollow', 'late'],
};

export function statusOf(row: Occupancy): OccupancyStatus {
  return row.kind === 'vacancy' ? 'vacancy' : row.status;
}

type Change = (typed: string) => Result<Partial<TenancyFields>, string>;

export function tenancyColumns(
  words: Dictionary,
  write: WriteTenancy,
  shown: { readonly property: boolean; readonly unit: boolean },
): readonly Column<Occupancy>[] {
  const { tenancies, common } = words;
  const editing = (text: (tenancy: Tenancy) => string, change: Change): CellEditing<Occupancy> => ({
    isAllowed: (row) => row.kind === 'tenancy',
    text: (row) => (row.kind === 'tenancy' ? text(row) : ''),
    write: (row, typed) => {
      const changed = change(typed);
      if (!changed.ok) return changed;
      return row.kind === 'tenancy'
        ? write(row, { ...fieldsOfTenancy(row), ...changed.value })
        : fail(common.unexpected);
    },
  });
  const from: Change = (typed) => {
    const read = readDay(typed, today(), words);
    return read.ok ? { ok: true, value: { from: read.day } } : fail(read.message);
  };
  const to: Change = (typed) => {
    if (typed.trim() === '') return { ok: true, value: { to: null } };
    const read = readDay(typed, today(), words);
    return read.ok ? { ok: true, value: { to: read.day } } : fail(read.message);
  };
  const unit: Column<Occupancy> = {
    id: 'unit',
    title: tenancies.unit,
    kind: 'text',
    value: (row) => row.unitName,
    width: 190,
  };
  const property: Column<Occupancy> = {
    id: 'property',
    title: tenancies.property,
    kind: 'text',
    value: (row) => row.propertyName,
    width: 170,
  };
  return [
    ...(shown.unit ? [unit] : []),
    {
      id: 'tenant',
      title: tenancies.tenant,
      kind: 'text',
      value: (row) => (row.kind === 'tenancy' ? row.tenantName : tenancies.vacancy),
      width: 240,
    },
    ...(shown.property ? [property] : []),
    {
      id: 'from',
      title: tenancies.from,
      kind: 'day',
      value: (row) => row.from,
      width: 120,
      editing: editing((row) => formatDate(row.from), from),
    },
    {
      id: 'to',
      title: tenancies.to,
      kind: 'day',
      value: (row) => row.to,
      width: 120,
      editing: editing((row) => (row.to === null ? '' : formatDate(row.to)), to),
    },
    {
      id: 'status',
      title: tenancies.status,
      kind: 'text',
      value: (row) => tenancies.statuses[statusOf(row)],
      show: (row) => {
        const status = statusOf(row);
        const [shape, tone] = MARKS[status];
        return (
          <StatusMark shape={shape} tone={tone}>
            {tenancies.statuses[status]}
          </StatusMark>
        );
      },
      width: 120,
    },
  ];
}
