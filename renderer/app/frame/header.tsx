/** The header: back and forward, the property at hand, search, help, and who is at work. */
import { useRouter } from '@tanstack/react-router';
import { ArrowLeft, ArrowRight, CircleHelp, Lock, Search } from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components';
import { useKeysText } from '../../lib/use-keys-text.ts';
import { useLock } from '../../lib/use-lock.ts';
import { useText } from '../../lib/text.tsx';
import { IconButton } from '../../ui/button.tsx';
import { PropertySwitcher } from './property-switcher.tsx';
import { UserMenu } from './user-menu.tsx';

interface HeaderProps {
  readonly onSearch: () => void;
  readonly onKeyMap: () => void;
  readonly onHelp: () => void;
  readonly onSwitchStaff: () => void;
}

export function Header({ onSearch, onKeyMap, onHelp, onSwitchStaff }: HeaderProps) {
  const text = useText();
  const keys = useKeysText();
  const router = useRouter();
  const lock = useLock();
  return (
    <header className="header" data-pane="">
      <IconButton label={text.frame.back} keys={keys.of('back')} onPress={() => router.history.back()}>
        <ArrowLeft size={18} aria-hidden />
      </IconButton>
      <IconButton
        label={text.frame.forward}
        keys={keys.of('forward')}
        onPress={() => router.history.forward()}
      >
        <ArrowRight size={18} aria-hidden />
      </IconButton>
      <PropertySwitcher />
      <AriaButton className="search-button" onPress={onSearch}>
        <Search size={16} aria-hidden />
        <span className="search-words">{text.frame.search}</span>
        <kbd>{keys.of('palette')}</kbd>
      </AriaButton>
      <IconButton label={text.frame.help} keys={keys.of('help')} onPress={onHelp}>
        <CircleHelp size={18} aria-hidden />
      </IconButton>
      <IconButton label={text.frame.lock} keys={keys.of('lock')} onPress={() => void lock()}>
        <Lock size={18} aria-hidden />
      </IconButton>
      <UserMenu onKeyMap={onKeyMap} onSwitchStaff={onSwitchStaff} />
    </header>
  );
}
