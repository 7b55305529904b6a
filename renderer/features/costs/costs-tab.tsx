/** The costs of a billing period: a grid typed like a spreadsheet, kept as one step. */
import { useMemo, useState } from 'react';
import type { Cost } from '#shared/contract/costs.ts';
import type { BillingPeriodId } from '#shared/model/invoice.ts';
import { useAnswer } from '../../lib/answers.ts';
import { useText } from '../../lib/text.tsx';
import { useToasts } from '../../lib/toasts.ts';
import { useAction } from '../../lib/use-action.ts';
import { useShortcuts } from '../../lib/use-shortcuts.ts';
import { useUndo } from '../../lib/use-undo.ts';
import { Answered } from '../../ui/answered.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import type { CommandGroup } from '../../ui/menu.tsx';
import { DataTable } from '../../ui/table/data-table.tsx';
import { PLAIN_VIEW } from '../../ui/table/table-view.ts';
import { costColumns } from './cost-columns.ts';
import { changeRow, countChanges, duplicateRow, keptRows, newRow, type CostRow } from './cost-rows.ts';

interface CostsTabProps {
  readonly periodId: BillingPeriodId;
  /** The period's bill is final: nothing can be typed any more. */
  readonly isFrozen: boolean;
}

export function CostsTab({ periodId, isFrozen }: CostsTabProps) {
  const answer = useAnswer('costs.list', { periodId });
  return (
    <Answered answer={answer}>
      {(kept) => (
        <CostsGrid
          key={`${periodId}.${answer.dataUpdatedAt}`}
          periodId={periodId}
          costs={kept}
          isFrozen={isFrozen}
        />
      )}
    </Answered>
  );
}

interface CostsGridProps extends CostsTabProps {
  readonly costs: readonly Cost[];
}

function CostsGrid({ periodId, costs, isFrozen }: CostsGridProps) {
  const text = useText();
  const words = text.costs;
  const { say } = useToasts();
  const undo = useUndo();
  const kept = useMemo(() => keptRows(costs), [costs]);
  const [rows, setRows] = useState<readonly CostRow[]>(kept);
  const [view, setView] = useState(PLAIN_VIEW);
  const columns = useMemo(() => {
    const typed = costColumns(text, (key, change) => setRows((current) => changeRow(current, key, change)));
    return isFrozen ? typed.map(({ editing: _typing, ...column }) => column) : typed;
  }, [text, isFrozen]);
  const changes = countChanges(kept, rows);
  const save = useAction('costs.save', {
    onDone: () => say(words.saved, { label: text.common.undo, run: () => void undo() }),
  });
  const readFile = useAction('costs.readFile', {
    onDone: (file) => {
      if (file === null) return;
      setRows([...rows, ...file.rows.map((cost) => ({ key: crypto.randomUUID(), cost }))]);
      say(words.fileRead(file.rows.length));
      if (file.skipped > 0) say(words.fileSkipped(file.skipped));
    },
  });
  const keep = (): void => void save.run({ periodId, rows: rows.map(({ cost }) => cost), reason: '' });
  const add = (): void => setRows([...rows, newRow(crypto.randomUUID(), words.newName)]);
  useShortcuts(isFrozen ? {} : { create: add, ...(changes === 0 ? {} : { saved: keep }) });
  const actions = isFrozen ? undefined : (
    <>
      <Button variant={rows.length === 0 ? 'primary' : 'plain'} onPress={add}>
        {words.add}
      </Button>
      <Button onPress={() => void readFile.run({ periodId })} isPending={readFile.isRunning}>
        {words.fromFile}
      </Button>
    </>
  );
  const commands = (row: CostRow, marked: readonly CostRow[]): CommandGroup[] => [
    {
      id: 'cost',
      heading: row.cost.label,
      commands: [
        {
          id: 'duplicate',
          label: words.duplicate,
          run: () => setRows(duplicateRow(rows, row.key, crypto.randomUUID())),
        },
        {
          id: 'remove',
          label: words.remove,
          run: () => setRows(rows.filter((other) => !marked.includes(other))),
        },
      ],
    },
  ];
  return (
    <>
      <DataTable
        label={text.periods.costs}
        rows={rows}
        columns={columns}
        rowId={({ key }) => key}
        view={view}
        onView={setView}
        {...(isFrozen ? {} : { commands })}
        actions={rows.length === 0 ? undefined : actions}
        empty={<EmptyState sentence={words.empty} action={<div className="row-of">{actions}</div>} />}
      />
      {changes === 0 ? null : (
        <div className="change-bar" role="status">
          <span>{words.changes(changes)}</span>
          <Button variant="primary" onPress={keep} isPending={save.isRunning}>
            {words.keep}
          </Button>
          <Button onPress={() => setRows(kept)}>{words.discard}</Button>
        </div>
      )}
    </>
  );
}
