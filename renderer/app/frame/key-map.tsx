/** The keyboard map, opened by `?`. */
import { useKeysText } from '../../lib/use-keys-text.ts';
import { useText } from '../../lib/text.tsx';
import { Dialog } from '../../ui/dialog.tsx';

const TABLE_KEYS = {
  move: 'ArrowUp',
  edge: 'Ctrl+ArrowDown',
  extend: 'Shift+ArrowDown',
  row: 'Space',
  all: 'Ctrl+A',
  edit: 'F2',
  open: 'Enter',
  above: 'Ctrl+D',
  restore: 'Esc',
  filter: 'Ctrl+F',
  copy: 'Ctrl+C',
  copyPlain: 'Ctrl+Shift+C',
  paste: 'Ctrl+V',
  rowMenu: 'Shift+F10',
  titleMenu: 'Alt+ArrowDown',
} as const;

const FRAME_KEYS = [
  'palette',
  'page1',
  'back',
  'forward',
  'create',
  'createProperty',
  'undo',
  'redo',
  'pull',
  'nextFinding',
  'previousFinding',
  'nextBill',
  'earlierPeriod',
  'laterPeriod',
  'chartTable',
  'saved',
  'nextPane',
  'lock',
  'help',
  'keyMap',
] as const;

export function KeyMap({ onClose }: { readonly onClose: () => void }) {
  const text = useText();
  const { of, write } = useKeysText();
  return (
    <Dialog title={text.frame.keyMap} isOpen onClose={onClose} size="wide" isDismissable>
      <div className="key-map">
        <section>
          <h3>{text.help.everywhere}</h3>
          <dl>
            {FRAME_KEYS.map((id) => (
              <div key={id}>
                <dt>{text.help.keys[id]}</dt>
                <dd>
                  <kbd>{id === 'page1' ? `${of('page1')} … 9` : of(id)}</kbd>
                </dd>
              </div>
            ))}
          </dl>
        </section>
        <section>
          <h3>{text.help.inTables}</h3>
          <dl>
            {Object.entries(TABLE_KEYS).map(([id, combination]) => (
              <div key={id}>
                <dt>{text.help.tableKeys[id as keyof typeof TABLE_KEYS]}</dt>
                <dd>
                  <kbd>{id === 'move' ? '↑ ↓ ← →' : write(combination)}</kbd>
                </dd>
              </div>
            ))}
          </dl>
          <h3>{text.help.inDates}</h3>
          <p>{text.help.dates(write('PageUp'), write('PageDown'))}</p>
          <h3>{text.help.inAmounts}</h3>
          <p>{text.help.amounts}</p>
          <h3>{text.help.inPreviews}</h3>
          <p>{text.help.previews(write('PageUp'), write('PageDown'))}</p>
        </section>
      </div>
    </Dialog>
  );
}
