/** Saves a part of the settings over the rest. */
import type { Settings } from '#shared/contract/settings.ts';
import type { Reply } from '#shared/contract/failure.ts';
import { ask } from '../../lib/office.ts';
import { useText } from '../../lib/text.tsx';
import { useToasts } from '../../lib/toasts.ts';

interface SaveSettings {
  readonly send: (settings: Settings, part: Partial<Settings>) => Promise<Reply<Settings>>;
  readonly tellSaved: () => void;
}

export function useSaveSettings(): SaveSettings {
  const text = useText();
  const { say } = useToasts();
  return {
    send: (settings, part) => ask('settings.save', { ...settings, ...part }),
    tellSaved: () => say(text.settings.saved),
  };
}
