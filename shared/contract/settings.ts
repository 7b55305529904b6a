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

export const appearanceDesk = {
  'appearance.get': channelBeforeUnlock(nothing, appearance),
  'appearance.save': channelBeforeUnlock(appearance, done),
};
