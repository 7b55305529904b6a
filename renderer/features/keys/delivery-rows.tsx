/** The preview of a delivery: what each column means, and verdict and proof of each row. */
import { useMemo, useState } from 'react';
import type {
  DeliveryColumn,
  DeliveryDefaults,
  DeliveryPreview,
  DeliveryRow,
} from '#shared/contract/keys.ts';
import type { Dictionary } from '#shared/text/dictionary.ts';
import { formatDecimal } from '#shared/text/format.ts';
import { useText } from '../../lib/text.tsx';
import { optionsOf } from '../../ui/options.ts';
import { Select } from '../../ui/select.tsx';
import { StatusMark, type StatusShape, type StatusTone } from '../../ui/status-mark.tsx';
import type { Column } from '../../ui/table/column.ts';
import { DataTable } from '../../ui/table/data-table.tsx';
import { PLAIN_VIEW } from '../../ui/table/table-view.ts';
import { DeliveryDefaultsFields } from './delivery-defaults.tsx';
import { KeyMark } from './key-mark.tsx';
import { ProfileField } from './profile-field.tsx';
import { isWritable } from './taken-rows.ts';

interface DeliveryRowsProps {
  readonly preview: DeliveryPreview;
  readonly skipped: ReadonlySet<number>;
  readonly onSkip: (skipped: ReadonlySet<number>) => void;
  readonly onColumns: (columns: readonly DeliveryColumn[]) => void;
  readonly onDefaults: (defaults: DeliveryDefaults) => void;
}

type Verdict = DeliveryRow['verdict'];

const MARKS: Record<Verdict, readonly [StatusShape, StatusTone]> = {
  new: ['full', 'good'],
  changed: ['half', 'late'],
  unchanged: ['hollow', 'plain'],
  conflict: ['triangle', 'check'],
  faulty: ['square', 'wrong'],
};

export function DeliveryRows({ preview, skipped, onSkip, onColumns, onDefaults }: DeliveryRowsProps) {
  const text = useText();
  const words = text.keys;
  const [view, setView] = useState(PLAIN_VIEW);
  const [wanted, setWanted] = useState<Verdict | 'all'>('all');
  const columns = useMemo(() => rowColumns(text, preview, skipped), [text, preview, skipped]);
  const rows = wanted === 'all' ? preview.rows : preview.rows.filter(({ verdict }) => verdict === wanted);
  const confirmed = preview.rows.filter(({ proof }) => proof === 'confirmed').length;
  const toggle = (toggled: readonly DeliveryRow[]): void => {
    const next = new Set(skipped);
    const writable = toggled.filter(isWritable);
    const wantsSkip = writable.some(({ entry }) => !skipped.has(entry));
    for (const { entry } of writable) {
      if (wantsSkip) next.add(entry);
      else next.delete(entry);
    }
    onSkip(next);
  };
  return (
    <>
      <p>
        {words.formats[preview.format]} · {words.summary(preview.rows.length, confirmed)}{' '}
        {preview.profile === null ? '' : words.fromProfile(preview.profile)}
      </p>
      <fieldset className="delivery-columns">
        <legend>{words.columnsTitle}</legend>
        {preview.columns.map((kind, index) => (
          <Select
            key={columnKey(index)}
            label={words.column(index + 1, preview.titles[index] ?? '')}
            options={optionsOf(words.columns)}
            value={kind}
            onChange={(next) => onColumns(preview.columns.with(index, next))}
          />
        ))}
      </fieldset>
      {preview.columns.includes('kind') ? (
        <DeliveryDefaultsFields defaults={preview.defaults} onDefaults={onDefaults} />
      ) : null}
      {preview.profile === null && preview.titles.some((title) => title !== '') ? (
        <ProfileField token={preview.token} />
      ) : null}
      <div className="paste-table">
        <DataTable
          label={words.delivery}
          rows={rows}
          columns={columns}
          rowId={(row) => String(row.entry)}
          view={view}
          onView={setView}
          onOpen={(row) => toggle([row])}
          actions={
            <Select
              label={words.verdict}
              isLabelHidden
              options={verdictOptions(text, preview.rows)}
              value={wanted}
              onChange={setWanted}
            />
          }
          commands={(row, marked) => [
            {
              id: 'take',
              commands: [
                {
                  id: 'toggle',
                  label: skipped.has(row.entry) ? words.take : words.skip,
                  run: () => toggle(marked),
                  isDisabled: !marked.some(isWritable),
                },
              ],
            },
          ]}
          empty={<p>{text.common.nothingFound}</p>}
        />
      </div>
    </>
  );
}

/** A column of a file is known by its place only. */
function columnKey(index: number): string {
  return `column.${index}`;
}

/** The verdicts there are, each with its number of rows. */
function verdictOptions({ keys: words }: Dictionary, rows: readonly DeliveryRow[]) {
  const counts = new Map<Verdict, number>();
  for (const { verdict } of rows) counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
  const found = optionsOf(words.verdicts).flatMap(({ value, label }) => {
    const count = counts.get(value);
    return count === undefined ? [] : [{ value, label: `${label} (${formatDecimal(count, 0)})` }];
  });
  return [{ value: 'all' as const, label: `${words.all} (${formatDecimal(rows.length, 0)})` }, ...found];
}

function rowColumns(
  { keys: words }: Dictionary,
  { columns: kinds, rows }: DeliveryPreview,
  skipped: ReadonlySet<number>,
): readonly Column<DeliveryRow>[] {
  const hasLabels = rows.some(({ label }) => label !== '');
  const hasDevices = rows.some(({ device }) => device !== null);
  /** What was read, or what stands in the file where it could not be. */
  const written = (row: DeliveryRow, kind: 'manufacturer' | 'serial'): string | null =>
    row[kind] ?? row.cells[kinds.indexOf(kind)] ?? null;
  const verdictOf = (row: DeliveryRow): string =>
    skipped.has(row.entry) ? words.skip : words.verdicts[row.verdict];
  return [
    { id: 'line', title: words.line, kind: 'decimal', places: 0, value: (row) => row.line, width: 70 },
    {
      id: 'verdict',
      title: words.verdict,
      kind: 'text',
      value: verdictOf,
      show: (row) => {
        const [shape, tone] = skipped.has(row.entry) ? MARKS.unchanged : MARKS[row.verdict];
        return (
          <StatusMark shape={shape} tone={tone}>
            {verdictOf(row)}
          </StatusMark>
        );
      },
      width: 130,
    },
    {
      id: 'manufacturer',
      title: words.manufacturer,
      kind: 'text',
      value: (row) => written(row, 'manufacturer'),
      width: 100,
    },
    { id: 'serial', title: words.serial, kind: 'text', value: (row) => written(row, 'serial'), width: 130 },
    ...(hasLabels ? [labelColumn(words.label)] : []),
    {
      id: 'proof',
      title: words.proof,
      kind: 'text',
      value: (row) => (row.proof === null ? '' : words.states[row.proof]),
      show: ({ verdict, proof }) =>
        verdict === 'faulty' || proof === null ? null : <KeyMark state={proof} />,
      width: 240,
    },
    ...(hasDevices ? deviceColumns(words) : []),
    { id: 'remarks', title: words.remarks, kind: 'text', value: (row) => row.remarks.join(' '), width: 520 },
  ];
}

function labelColumn(title: string): Column<DeliveryRow> {
  return { id: 'label', title, kind: 'text', value: (row) => row.label, width: 110 };
}

function deviceColumns(words: Dictionary['keys']): readonly Column<DeliveryRow>[] {
  return [
    {
      id: 'device',
      title: words.device,
      kind: 'text',
      value: ({ device }) => (device === null ? '' : words.deviceStates[device.state]),
      width: 150,
    },
    {
      id: 'place',
      title: words.devicePlace,
      kind: 'text',
      value: ({ device }) => device?.place ?? '',
      width: 320,
    },
  ];
}
