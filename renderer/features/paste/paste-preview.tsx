/** The preview of a paste: what each column means, and what becomes of each row. */
import { useMemo, useState } from 'react';
import type { PasteColumn, PastedRow } from '#shared/contract/tenancies.ts';
import type { ValueOf } from '#shared/contract/contract.ts';
import type { Dictionary } from '#shared/text/dictionary.ts';
import { useText } from '../../lib/text.tsx';
import { optionsOf } from '../../ui/options.ts';
import { Select } from '../../ui/select.tsx';
import { StatusMark, type StatusShape, type StatusTone } from '../../ui/status-mark.tsx';
import type { Column } from '../../ui/table/column.ts';
import { DataTable } from '../../ui/table/data-table.tsx';
import { PLAIN_VIEW } from '../../ui/table/table-view.ts';
import { isWritten } from './written-rows.ts';

interface PastePreviewProps {
  readonly preview: ValueOf<'tenancies.previewPaste'>;
  readonly skipped: ReadonlySet<number>;
  readonly onSkip: (skipped: ReadonlySet<number>) => void;
  readonly onColumns: (columns: readonly PasteColumn[]) => void;
}

const MARKS: Record<PastedRow['verdict'], readonly [StatusShape, StatusTone]> = {
  new: ['full', 'good'],
  changed: ['half', 'late'],
  unchanged: ['hollow', 'plain'],
  conflict: ['triangle', 'check'],
  faulty: ['square', 'wrong'],
};

function previewColumns(
  { units: words }: Dictionary,
  kinds: readonly PasteColumn[],
  skipped: ReadonlySet<number>,
): readonly Column<PastedRow>[] {
  return [
    {
      id: 'row',
      title: words.pasteRow,
      kind: 'decimal',
      places: 0,
      value: (row) => row.rowNumber,
      width: 70,
    },
    {
      id: 'verdict',
      title: words.pasteVerdict,
      kind: 'text',
      value: (row) => (skipped.has(row.rowNumber) ? words.pasteSkip : words.pasteVerdicts[row.verdict]),
      show: (row) => {
        const isSkipped = skipped.has(row.rowNumber);
        const [shape, tone] = isSkipped ? MARKS.unchanged : MARKS[row.verdict];
        return (
          <StatusMark shape={shape} tone={tone}>
            {isSkipped ? words.pasteSkip : words.pasteVerdicts[row.verdict]}
          </StatusMark>
        );
      },
      width: 120,
    },
    {
      id: 'remarks',
      title: words.pasteRemarks,
      kind: 'text',
      value: (row) => row.remarks.map(({ message }) => message).join(' '),
      width: 320,
    },
    ...kinds.flatMap((kind, index): Column<PastedRow>[] =>
      kind === 'ignore'
        ? []
        : [
            {
              id: columnKey(index),
              title: words.pasteColumns[kind],
              kind: 'text',
              value: (row) => row.cells[index] ?? null,
              width: 140,
            },
          ],
    ),
  ];
}

/** A pasted column is known by its place only. */
function columnKey(index: number): string {
  return `column.${index}`;
}

export function PastePreview({ preview, skipped, onSkip, onColumns }: PastePreviewProps) {
  const text = useText();
  const words = text.units;
  const [view, setView] = useState(PLAIN_VIEW);
  const columns = useMemo(
    () => previewColumns(text, preview.columns, skipped),
    [text, preview.columns, skipped],
  );
  const toggle = (rows: readonly PastedRow[]): void => {
    const next = new Set(skipped);
    const wantsSkip = rows.some((row) => !skipped.has(row.rowNumber));
    for (const { rowNumber } of rows) {
      if (wantsSkip) next.add(rowNumber);
      else next.delete(rowNumber);
    }
    onSkip(next);
  };
  return (
    <>
      <div className="paste-columns">
        {preview.columns.map((kind, index) => (
          <Select
            key={columnKey(index)}
            label={words.pasteColumn(index + 1)}
            options={optionsOf(words.pasteColumns)}
            value={kind}
            onChange={(next) => onColumns(preview.columns.with(index, next))}
          />
        ))}
      </div>
      <div className="paste-table">
        <DataTable
          label={words.pastePreview}
          rows={preview.rows}
          columns={columns}
          rowId={(row) => String(row.rowNumber)}
          view={view}
          onView={setView}
          onOpen={(row) => toggle([row])}
          commands={(row, marked) => [
            {
              id: 'take',
              commands: [
                {
                  id: 'toggle',
                  label: skipped.has(row.rowNumber) ? words.pasteTake : words.pasteSkip,
                  run: () => toggle(marked),
                  isDisabled: !marked.some(isWritten),
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
