/** How the window looks on this device, applied to the page's root element. */
import type { Appearance } from '#shared/contract/settings.ts';

export const DEFAULT_LOOK: Appearance = {
  language: 'system',
  theme: 'system',
  density: 'normal',
  zoomPercent: 100,
  sidebarCollapsed: false,
};

/** The language to speak; German unless the system or the user says English. */
export function languageOf(look: Appearance, systemLanguage: string): 'de' | 'en' {
  if (look.language !== 'system') return look.language;
  return systemLanguage.toLowerCase().startsWith('en') ? 'en' : 'de';
}

/** Sets theme, density, zoom and language; the style sheet does the rest. */
export function applyLook(look: Appearance, language: 'de' | 'en', root: HTMLElement): void {
  root.lang = language;
  root.dataset['theme'] = look.theme;
  root.dataset['density'] = look.density;
  root.style.fontSize = `${(16 * look.zoomPercent) / 100}px`;
}
