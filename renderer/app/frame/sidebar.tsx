/** The sidebar: every page with its number key; folded, it keeps icons and spoken names. */
import { Link } from '@tanstack/react-router';
import { PanelLeftClose, PanelLeftOpen } from 'lucide-react';
import { Focusable, TooltipTrigger } from 'react-aria-components';
import { useKeysText } from '../../lib/use-keys-text.ts';
import { useLook } from '../../lib/look-context.tsx';
import { useText } from '../../lib/text.tsx';
import type { ShortcutId } from '../../lib/keyboard.ts';
import { IconButton } from '../../ui/button.tsx';
import { Hint } from '../../ui/hint.tsx';
import { Brand } from '../brand.tsx';
import { PAGES, type PageId } from '../pages.ts';

const NUMBER_KEYS: readonly ShortcutId[] = [
  'page1',
  'page2',
  'page3',
  'page4',
  'page5',
  'page6',
  'page7',
  'page8',
  'page9',
];

export function Sidebar({ current }: { readonly current: PageId | undefined }) {
  const text = useText();
  const keys = useKeysText();
  const { look, change } = useLook();
  const isFolded = look.sidebarCollapsed;
  return (
    <nav className="sidebar" aria-label={text.frame.navigation} data-pane="">
      <div className="sidebar-head">
        {isFolded ? null : <Brand />}
        <IconButton
          label={isFolded ? text.frame.unfoldSidebar : text.frame.foldSidebar}
          onPress={() => change({ sidebarCollapsed: !isFolded })}
          aria-expanded={!isFolded}
        >
          {isFolded ? <PanelLeftOpen size={18} aria-hidden /> : <PanelLeftClose size={18} aria-hidden />}
        </IconButton>
      </div>
      <ul>
        {PAGES.map((page, index) => {
          const name = text.frame.pages[page.id];
          const numberKey = NUMBER_KEYS[index];
          const hint = numberKey === undefined ? undefined : keys.of(numberKey);
          return (
            <li key={page.id}>
              <TooltipTrigger delay={isFolded ? 200 : 900} closeDelay={0}>
                <Focusable>
                  <Link
                    to={page.path}
                    search={({ property }) => ({ property })}
                    className="sidebar-link"
                    aria-current={page.id === current ? 'page' : undefined}
                  >
                    <page.icon size={18} aria-hidden />
                    <span className={isFolded ? 'visually-hidden' : 'sidebar-name'}>{name}</span>
                  </Link>
                </Focusable>
                <Hint keys={hint}>{name}</Hint>
              </TooltipTrigger>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
