/** Who is at work, and how the window looks and speaks: switch, lock, theme, language, row height, size. */
import { CircleUserRound } from 'lucide-react';
import { Button } from 'react-aria-components';
import { formatPercent } from '#shared/text/format.ts';
import { rational } from '#shared/model/rational.ts';
import { useKeysText } from '../../lib/use-keys-text.ts';
import { useLock } from '../../lib/use-lock.ts';
import { useLook } from '../../lib/look-context.tsx';
import { useSession } from '../../lib/session.tsx';
import { useText } from '../../lib/text.tsx';
import { Menu, type CommandGroup } from '../../ui/menu.tsx';

interface UserMenuProps {
  readonly onKeyMap: () => void;
  readonly onSwitchStaff: () => void;
}

const ZOOM_STEP = 10;

export function UserMenu({ onKeyMap, onSwitchStaff }: UserMenuProps) {
  const text = useText();
  const keys = useKeysText();
  const session = useSession();
  const lock = useLock();
  const { look, change } = useLook();
  const zoomTo = (percent: number) => (): void =>
    change({ zoomPercent: Math.max(80, Math.min(200, percent)) });
  const groups: readonly CommandGroup[] = [
    {
      id: 'session',
      heading: text.frame.user(session.name),
      commands: [
        { id: 'switch', label: text.frame.switchStaff, run: onSwitchStaff },
        { id: 'lock', label: text.frame.lock, run: () => void lock(), keys: keys.of('lock') },
        { id: 'keys', label: text.frame.keyMap, run: onKeyMap, keys: keys.of('keyMap') },
      ],
    },
    {
      id: 'theme',
      heading: text.frame.theme,
      commands: (['system', 'light', 'dark'] as const).map((theme) => ({
        id: theme,
        label: text.frame.themes[theme],
        run: () => change({ theme }),
        isChosen: look.theme === theme,
      })),
    },
    {
      id: 'language',
      heading: text.frame.language,
      commands: (['system', 'de', 'en'] as const).map((language) => ({
        id: language,
        label: text.frame.languages[language],
        run: () => change({ language }),
        isChosen: look.language === language,
      })),
    },
    {
      id: 'density',
      heading: text.frame.density,
      commands: (['normal', 'compact'] as const).map((density) => ({
        id: density,
        label: text.frame.densities[density],
        run: () => change({ density }),
        isChosen: look.density === density,
      })),
    },
    {
      id: 'zoom',
      heading: text.frame.zoom(formatPercent(rational(look.zoomPercent, 100))),
      commands: [
        { id: 'in', label: text.frame.zoomIn, run: zoomTo(look.zoomPercent + ZOOM_STEP) },
        { id: 'out', label: text.frame.zoomOut, run: zoomTo(look.zoomPercent - ZOOM_STEP) },
        { id: 'reset', label: text.frame.zoomReset, run: zoomTo(100) },
      ],
    },
  ];
  return (
    <Menu label={text.frame.user(session.name)} groups={groups}>
      <Button className="button" data-variant="quiet">
        <CircleUserRound size={18} aria-hidden />
        <span>
          <span className="visually-hidden">{text.frame.user(session.name)} </span>
          {session.initials}
        </span>
      </Button>
    </Menu>
  );
}
