/** Shortcuts as this keyboard and language write them. */
import { describeKeys, SHORTCUTS, type ShortcutId } from './keyboard.ts';
import { useLook } from './look-context.tsx';

const IS_MAC = navigator.userAgent.includes('Mac OS');

/** Writes a shortcut of the map, or any combination, such as `Strg+K`. */
export function useKeysText(): {
  readonly of: (id: ShortcutId) => string;
  readonly write: (combination: string) => string;
} {
  const { language } = useLook();
  const write = (combination: string): string => describeKeys(combination, language, IS_MAC);
  return { of: (id) => write(SHORTCUTS[id]), write };
}
