/** Every command the palette knows, with the words one might look for. */
import { useNavigate } from '@tanstack/react-router';
import { useStartPull } from '../../../features/pull/use-start-pull.ts';
import { useChangeCommands } from '../../../features/tenant-change/use-change-commands.ts';
import { useKeysText } from '../../../lib/use-keys-text.ts';
import { useLock } from '../../../lib/use-lock.ts';
import { useLook } from '../../../lib/look-context.tsx';
import { useText } from '../../../lib/text.tsx';
import { useAction } from '../../../lib/use-action.ts';
import { useRedo, useUndo } from '../../../lib/use-undo.ts';
import { PAGES } from '../../pages.ts';

export interface PaletteCommand {
  readonly id: string;
  readonly label: string;
  readonly keys?: string | undefined;
  readonly run: () => void;
}

interface Openers {
  readonly onKeyMap: () => void;
  readonly onHelp: () => void;
  readonly onSwitchStaff: () => void;
}

export function usePaletteCommands({ onKeyMap, onHelp, onSwitchStaff }: Openers): readonly PaletteCommand[] {
  const text = useText();
  const keys = useKeysText();
  const navigate = useNavigate();
  const lock = useLock();
  const undo = useUndo();
  const redo = useRedo();
  const { change } = useLook();
  const startPull = useStartPull();
  const backUp = useAction('backup.create');
  const changes = useChangeCommands();
  const pages = PAGES.map((page) => ({
    id: `page.${page.id}`,
    label: `${text.frame.go}: ${text.frame.pages[page.id]}`,
    run: () => void navigate({ to: page.path }),
  }));
  return [
    {
      id: 'property.create',
      label: text.properties.create,
      keys: keys.of('createProperty'),
      run: () => void navigate({ to: '/properties', search: { create: true } }),
    },
    {
      id: 'person.create',
      label: text.people.create,
      run: () => void navigate({ to: '/people', search: { create: true } }),
    },
    {
      id: 'billing.create',
      label: text.billing.create,
      run: () => void navigate({ to: '/billing', search: { create: true } }),
    },
    {
      id: 'delivery.read',
      label: text.keys.readCommand,
      run: () => void navigate({ to: '/keys', search: { create: true } }),
    },
    { id: 'pull.start', label: text.pull.start, keys: keys.of('pull'), run: startPull },
    { id: 'backup.create', label: text.settings.backupNow, run: () => void backUp.run({}) },
    { id: 'undo', label: text.common.undo, keys: keys.of('undo'), run: () => void undo() },
    { id: 'redo', label: text.frame.redo, keys: keys.of('redo'), run: () => void redo() },
    { id: 'lock', label: text.frame.lock, keys: keys.of('lock'), run: () => void lock() },
    { id: 'switch', label: text.frame.switchStaff, run: onSwitchStaff },
    { id: 'help', label: text.frame.help, keys: keys.of('help'), run: onHelp },
    { id: 'keys', label: text.frame.keyMap, keys: keys.of('keyMap'), run: onKeyMap },
    ...(['light', 'dark', 'system'] as const).map((theme) => ({
      id: `theme.${theme}`,
      label: `${text.frame.theme}: ${text.frame.themes[theme]}`,
      run: () => change({ theme }),
    })),
    ...(['de', 'en'] as const).map((language) => ({
      id: `language.${language}`,
      label: `${text.frame.language}: ${text.frame.languages[language]}`,
      run: () => change({ language }),
    })),
    ...pages,
    ...changes,
  ];
}
