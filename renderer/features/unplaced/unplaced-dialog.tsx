/** Meters without a place: the list to walk with goes out, the places noted on it come in, as one step. */
import { useMemo, useState } from 'react';
import type { UnplacedMeter } from '#shared/contract/unplaced.ts';
import type { MeterId } from '#shared/model/meter.ts';
import type { PropertyId } from '#shared/model/property.ts';
import { formatDate } from '#shared/text/format.ts';
import { today } from '../../lib/moment.ts';
import { readDay } from '../../lib/read-day.ts';
import { useText } from '../../lib/text.tsx';
import { useToasts } from '../../lib/toasts.ts';
import { useAction } from '../../lib/use-action.ts';
import { useUndo } from '../../lib/use-undo.ts';
import { Button } from '../../ui/button.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import { DataTable } from '../../ui/table/data-table.tsx';
import { PLAIN_VIEW } from '../../ui/table/table-view.ts';
import { fromTsv } from '../../ui/table/tsv.ts';
import { placesOf, rowsOf, withBlock, withCell, type NotedPlaces } from './noted-places.ts';
import { unplacedColumns } from './unplaced-columns.ts';

interface UnplacedDialogProps {
  readonly propertyId: PropertyId;
  readonly meters: readonly UnplacedMeter[];
  readonly onClose: () => void;
}

export function UnplacedDialog({ propertyId, meters, onClose }: UnplacedDialogProps) {
  const text = useText();
  const words = text.unplaced;
  const { say } = useToasts();
  const undo = useUndo();
  const [view, setView] = useState(PLAIN_VIEW);
  const [typed, setTyped] = useState<NotedPlaces>(new Map());
  const [messages, setMessages] = useState<ReadonlyMap<MeterId, string>>(new Map());
  const [day, setDay] = useState(formatDate(today()));
  const columns = useMemo(
    () =>
      unplacedColumns(text, ({ meter }, cell, next) =>
        setTyped((before) => withCell(before, meter.id, cell, next)),
      ),
    [text],
  );
  const dayOf = (written: string) => {
    const read = readDay(written, today(), text);
    return read.ok ? read.day : null;
  };
  const forAll = dayOf(day);
  const rows = rowsOf(meters, typed, messages);
  const places = forAll === null ? [] : placesOf(rows, forAll, dayOf);
  const place = useAction('unplaced.place', {
    onDone: ({ placed, left }) => {
      if (placed > 0) say(words.applied(placed), { label: text.common.undo, run: () => void undo() });
      setMessages(new Map(left.map(({ id, message }) => [id, message])));
      if (placed === meters.length) onClose();
    },
  });
  // Disabled while it runs, the button would lose the focus, and with it the dialog its keys.
  const apply = (): void => {
    if (!place.isRunning) void place.run({ propertyId, rows: places });
  };
  const print = useAction('unplaced.saveList', {
    onDone: (isSaved) => (isSaved ? say(words.printed) : undefined),
  });
  return (
    <Dialog
      title={words.title}
      isOpen
      onClose={onClose}
      size="huge"
      actions={
        <>
          <Button onPress={onClose}>{text.common.cancel}</Button>
          <Button isPending={print.isRunning} onPress={() => void print.run({ propertyId })}>
            {words.print}
          </Button>
          <Button variant="primary" isDisabled={places.length === 0} onPress={apply}>
            {words.apply(places.length)}
          </Button>
        </>
      }
    >
      <div className="form-stack">
        <p>{words.introduction}</p>
        {messages.size === 0 ? null : <Notice tone="check">{words.left(messages.size)}</Notice>}
        <div className="form-grid">
          <DateField label={words.installedOn} text={day} onText={setDay} help={words.installedOnHelp} />
        </div>
        <div className="paste-table">
          <DataTable
            label={words.title}
            rows={rows}
            columns={columns}
            rowId={({ meter }) => String(meter.id)}
            view={view}
            onView={setView}
            onPaste={(block, at) => setTyped((before) => withBlock(before, fromTsv(block), at))}
            empty={null}
          />
        </div>
      </div>
    </Dialog>
  );
}
