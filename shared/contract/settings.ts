/** Settings desk: the office's own data, security and retention; and the look, which is known before unlocking. */
import { z } from 'zod';
import { channel, channelBeforeUnlock, done, nothing } from './channel.ts';
import { addressLines, line, optionalLine } from './values.ts';

export const officeData = z.strictObject({
  name: line,
  addressLines,
  phone: optionalLine,
  email: optionalLine,
});

export const settings = z.strictObject({
  office: officeData,
  security: z.strictObject({ idleLockMinutes: z.int().min(1).max(60) }),
  retention: z.strictObject({
    /** §§ 195, 199 BGB: three years to the end of the year. */
    readingYears: z.int().min(1).max(10),
    /** § 147 AO: ten years. */
    billYears: z.int().min(6).max(30),
  }),
  backup: z.strictObject({ daily: z.boolean(), folder: z.string().nullable() }),
  entry: z.strictObject({ enterMovesOn: z.boolean() }),
  billing: z.strictObject({
    /** Vier-Augen-Prinzip: who drafted a bill does not check it. */
    fourEyes: z.boolean(),
  }),
});
export type Settings = z.output<typeof settings>;

/** How this window looks on this device; no personal data, so it lies outside the vault. */
export const appearance = z.strictObject({
  language: z.enum(['system', 'de', 'en']),
  theme: z.enum(['system', 'light', 'dark']),
  density: z.enum(['normal', 'compact']),
  zoomPercent: z.int().min(80).max(200),
  sidebarCollapsed: z.boolean(),
});
export type Appearance = z.output<typeof appearance>;

export const settingsDesk = {
  'settings.get': channel(nothing, settings),
  /** The backup folder is chosen by `backup.chooseFolder`; here it is ignored. */
  'settings.save': channel(settings, settings),
};

/** Which list a view belongs to: its page, and the tab where there are several. */
const listName = z.string().min(1).max(100);

/** A list as one employee wants to see it; `view` is the window's own text and means nothing to the office. */
export const savedView = z.strictObject({ list: listName, name: line, view: z.string().max(8000) });
export type SavedView = z.output<typeof savedView>;

export const viewsDesk = {
  /** The views of whoever is at work. */
  'views.list': channel(nothing, z.array(savedView)),
  /** Saves a view under its name; one of the same name of the same list is replaced. */
  'views.save': channel(savedView, z.array(savedView)),
  'views.remove': channel(z.strictObject({ list: listName, name: line }), z.array(savedView)),
};

export const appearanceDesk = {
  'appearance.get': channelBeforeUnlock(nothing, appearance),
  'appearance.save': channelBeforeUnlock(appearance, done),
};
