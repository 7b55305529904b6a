/** The frame around every page: sidebar, header, the page itself, status line, and what the keys open. */
import { Outlet, useNavigate, useRouter } from '@tanstack/react-router';
import { useEffect, useRef, useState, type RefObject } from 'react';
import { useLook } from '../../lib/look-context.tsx';
import { usePagePath } from '../../lib/page-path.ts';
import { useSession } from '../../lib/session.tsx';
import { useText } from '../../lib/text.tsx';
import { useToasts } from '../../lib/toasts.ts';
import { useLock } from '../../lib/use-lock.ts';
import { useShortcuts } from '../../lib/use-shortcuts.ts';
import { useRedo, useUndo } from '../../lib/use-undo.ts';
import { useStartPull } from '../../features/pull/use-start-pull.ts';
import { TenantChangeHost } from '../../features/tenant-change/tenant-change-host.tsx';
import { SwitchStaff } from '../access/switch-staff.tsx';
import { FaultBoundary } from '../fault-boundary.tsx';
import { pageOfPath, PAGES } from '../pages.ts';
import { DemoStrip } from './demo-strip.tsx';
import { FileDrop } from './drop/file-drop.tsx';
import { Header } from './header.tsx';
import { HelpPanel } from './help-panel.tsx';
import { IdleWarning } from './idle-warning.tsx';
import { KeyMap } from './key-map.tsx';
import { Palette } from './palette/palette.tsx';
import { moveToNextPane } from './panes.ts';
import { Sidebar } from './sidebar.tsx';
import { StatusLine } from './status-line.tsx';
import { VaultWarnings } from './vault-warnings.tsx';

/** What lies over the page; one at a time. */
type Overlay = 'palette' | 'keyMap' | 'switchStaff' | null;

export function Frame() {
  const text = useText();
  const session = useSession();
  const { look } = useLook();
  const { say } = useToasts();
  const router = useRouter();
  const navigate = useNavigate();
  const path = usePagePath();
  const [overlay, setOverlay] = useState<Overlay>(null);
  const [hasHelp, setHasHelp] = useState(false);
  const main = useRef<HTMLElement>(null);
  const lock = useLock();
  const undo = useUndo();
  const redo = useRedo();
  const startPull = useStartPull();
  const page = pageOfPath(path);
  const close = (): void => setOverlay(null);
  const goTo = (index: number) => () => {
    const target = PAGES[index];
    if (target) void navigate({ to: target.path });
  };

  useEffect(() => {
    document.title = page ? `${text.frame.pages[page.id]} – Stichtag` : 'Stichtag';
  }, [page, text]);
  useShortcuts({
    palette: () => setOverlay(overlay === 'palette' ? null : 'palette'),
    keyMap: () => setOverlay('keyMap'),
    help: () => setHasHelp(!hasHelp),
    back: () => router.history.back(),
    forward: () => router.history.forward(),
    lock: () => void lock(),
    undo: () => void undo(),
    redo: () => void redo(),
    redoToo: () => void redo(),
    pull: startPull,
    saved: () => say(text.frame.autosave),
    createProperty: () => void navigate({ to: '/properties', search: { create: true } }),
    nextPane: moveToNextPane,
    page1: goTo(0),
    page2: goTo(1),
    page3: goTo(2),
    page4: goTo(3),
    page5: goTo(4),
    page6: goTo(5),
    page7: goTo(6),
    page8: goTo(7),
    page9: goTo(8),
  });

  return (
    <div className="frame" data-folded={look.sidebarCollapsed ? '' : undefined}>
      <a
        className="skip-link"
        href="#content"
        onClick={(event) => {
          event.preventDefault();
          main.current?.focus();
        }}
      >
        {text.frame.skip}
      </a>
      <Sidebar current={page?.id} />
      <div className="frame-middle">
        <Header
          onSearch={() => setOverlay('palette')}
          onKeyMap={() => setOverlay('keyMap')}
          onHelp={() => setHasHelp(!hasHelp)}
          onSwitchStaff={() => setOverlay('switchStaff')}
        />
        {session.isDemo ? <DemoStrip /> : null}
        <VaultWarnings />
        <main className="content" id="content" tabIndex={-1} ref={main} data-pane="">
          <FaultBoundary key={path}>
            <Outlet />
            <FocusOnArrival target={main} />
          </FaultBoundary>
        </main>
        <StatusLine />
      </div>
      {hasHelp ? <HelpPanel page={page?.id ?? 'start'} onClose={() => setHasHelp(false)} /> : null}
      {overlay === 'palette' ? (
        <Palette
          onClose={close}
          onKeyMap={() => setOverlay('keyMap')}
          onHelp={() => setHasHelp(true)}
          onSwitchStaff={() => setOverlay('switchStaff')}
        />
      ) : null}
      {overlay === 'keyMap' ? <KeyMap onClose={close} /> : null}
      {overlay === 'switchStaff' ? <SwitchStaff onClose={close} /> : null}
      <TenantChangeHost />
      <FileDrop />
      <IdleWarning minutes={session.idleLockMinutes} />
    </div>
  );
}

/** A page that took the focused element away with it leaves the focus to the next page. */
function FocusOnArrival({ target }: { readonly target: RefObject<HTMLElement | null> }) {
  useEffect(() => {
    if (document.activeElement === document.body) target.current?.focus();
  }, [target]);
  return null;
}
