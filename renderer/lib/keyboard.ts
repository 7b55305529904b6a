/** The keyboard map as data, and the test whether a key press is one of its entries. Pure. */

/** Everything the window does by key outside a table. */
export type ShortcutId =
  | 'palette'
  | 'back'
  | 'forward'
  | 'create'
  | 'createProperty'
  | 'undo'
  | 'redo'
  | 'redoToo'
  | 'pull'
  | 'nextFinding'
  | 'previousFinding'
  | 'nextBill'
  | 'earlierPeriod'
  | 'laterPeriod'
  | 'chartTable'
  | 'lock'
  | 'help'
  | 'keyMap'
  | 'saved'
  | 'nextPane'
  | 'page1'
  | 'page2'
  | 'page3'
  | 'page4'
  | 'page5'
  | 'page6'
  | 'page7'
  | 'page8'
  | 'page9';

/** Written for Windows and Linux; on a Mac, Ctrl is Cmd. */
export const SHORTCUTS: Record<ShortcutId, string> = {
  palette: 'Ctrl+K',
  back: 'Alt+ArrowLeft',
  forward: 'Alt+ArrowRight',
  create: 'Ctrl+N',
  createProperty: 'Ctrl+Shift+N',
  undo: 'Ctrl+Z',
  redo: 'Ctrl+Y',
  redoToo: 'Ctrl+Shift+Z',
  pull: 'F5',
  nextFinding: 'F8',
  previousFinding: 'Shift+F8',
  nextBill: 'N',
  earlierPeriod: 'PageDown',
  laterPeriod: 'PageUp',
  chartTable: 'T',
  lock: 'Ctrl+L',
  help: 'F1',
  keyMap: '?',
  saved: 'Ctrl+S',
  nextPane: 'F6',
  page1: 'Ctrl+1',
  page2: 'Ctrl+2',
  page3: 'Ctrl+3',
  page4: 'Ctrl+4',
  page5: 'Ctrl+5',
  page6: 'Ctrl+6',
  page7: 'Ctrl+7',
  page8: 'Ctrl+8',
  page9: 'Ctrl+9',
};

/** The keys of a press that matter here. */
export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

/** Whether a press is the combination, such as `Ctrl+Shift+N`. A sign such as `?` needs its own Shift and is let be. */
export function isPressed(press: KeyPress, combination: string): boolean {
  const parts = combination.split('+');
  const key = parts.at(-1) ?? '';
  const isSign = key.length === 1 && !/[a-z0-9]/i.test(key);
  return (
    press.key.toLowerCase() === key.toLowerCase() &&
    (press.ctrlKey || press.metaKey) === parts.includes('Ctrl') &&
    press.altKey === parts.includes('Alt') &&
    (isSign || press.shiftKey === parts.includes('Shift'))
  );
}

/** Whether the combination is also a letter or sign one types into a field. */
export function isTyping(combination: string): boolean {
  return combination.length === 1;
}

const GERMAN: Record<string, string> = {
  Ctrl: 'Strg',
  Shift: 'Umschalt',
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  PageUp: 'Bild ↑',
  PageDown: 'Bild ↓',
  Home: 'Pos1',
  End: 'Ende',
  Space: 'Leertaste',
  Delete: 'Entf',
};

const ENGLISH: Record<string, string> = {
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  PageUp: 'PgUp',
  PageDown: 'PgDn',
  Delete: 'Del',
};

/** The combination as the keyboard of the language has it printed: `Strg+Umschalt+N`, on a Mac `⌘⇧N`. */
export function describeKeys(combination: string, language: 'de' | 'en', isMac: boolean): string {
  const words = language === 'de' ? GERMAN : ENGLISH;
  const parts = combination.split('+');
  if (isMac)
    return parts.map((part) => ({ Ctrl: '⌘', Shift: '⇧', Alt: '⌥' })[part] ?? words[part] ?? part).join('');
  return parts.map((part) => words[part] ?? part).join('+');
}
