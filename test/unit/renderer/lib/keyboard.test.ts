import { describe, expect, it } from 'vitest';
import {
  describeKeys,
  isPressed,
  isTyping,
  SHORTCUTS,
  type KeyPress,
} from '../../../../renderer/lib/keyboard.ts';

const press = (key: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...held,
});

describe('the keyboard map', () => {
  it('takes exactly its combination', () => {
    expect(isPressed(press('k', { ctrlKey: true }), 'Ctrl+K')).toBe(true);
    expect(isPressed(press('K', { ctrlKey: true, shiftKey: true }), 'Ctrl+K')).toBe(false);
    expect(isPressed(press('k'), 'Ctrl+K')).toBe(false);
    expect(isPressed(press('N', { ctrlKey: true, shiftKey: true }), 'Ctrl+Shift+N')).toBe(true);
    expect(isPressed(press('ArrowLeft', { altKey: true }), 'Alt+ArrowLeft')).toBe(true);
  });

  it('takes Cmd for Ctrl', () => expect(isPressed(press('k', { metaKey: true }), 'Ctrl+K')).toBe(true));

  it('lets a sign have the Shift its keyboard needs', () =>
    expect(isPressed(press('?', { shiftKey: true }), '?')).toBe(true));

  it('knows which entries are also typed into fields', () =>
    expect(Object.values(SHORTCUTS).filter(isTyping)).toEqual(['N', 'T', '?']));

  it('gives no two entries the same keys', () =>
    expect(new Set(Object.values(SHORTCUTS)).size).toBe(Object.keys(SHORTCUTS).length));

  it('is written as the keyboard has it printed', () => {
    expect(describeKeys('Ctrl+Shift+N', 'de', false)).toBe('Strg+Umschalt+N');
    expect(describeKeys('Alt+ArrowLeft', 'en', false)).toBe('Alt+←');
    expect(describeKeys('Ctrl+Shift+N', 'de', true)).toBe('⌘⇧N');
  });
});
