/** Help for the page at hand, always at the same place: what it is for, how it is done, which law is behind it. */
import { X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useKeysText } from '../../lib/use-keys-text.ts';
import { useText } from '../../lib/text.tsx';
import { IconButton } from '../../ui/button.tsx';
import type { PageId } from '../pages.ts';

interface HelpPanelProps {
  readonly page: PageId;
  readonly onClose: () => void;
}

export function HelpPanel({ page, onClose }: HelpPanelProps) {
  const text = useText();
  const keys = useKeysText();
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    const element = panel.current;
    element?.focus();
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') onClose();
    };
    element?.addEventListener('keydown', onKeyDown);
    return () => element?.removeEventListener('keydown', onKeyDown);
  }, [onClose]);
  const { title, paragraphs } = text.help.pages[page];
  return (
    <aside className="help" aria-label={text.frame.help} data-pane="" tabIndex={-1} ref={panel}>
      <div className="help-head">
        <h2>{title}</h2>
        <IconButton label={text.common.close} keys="Esc" onPress={onClose}>
          <X size={18} aria-hidden />
        </IconButton>
      </div>
      {paragraphs.map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
      <p className="muted">{text.help.more(keys.of('keyMap'), keys.of('palette'))}</p>
    </aside>
  );
}
