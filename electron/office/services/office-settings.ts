/** The office's settings in the store, each with a default, so that an empty office can already be asked. */
import { pullResult, type PullResult } from '#shared/contract/pull.ts';
import { appearance, settings, type Appearance, type Settings } from '#shared/contract/settings.ts';
import { day } from '#shared/contract/values.ts';
import { right, setupStep, type Right, type SetupStep } from '#shared/contract/vault.ts';
import type { PlainDate } from '#shared/model/plain-date.ts';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { Change } from '../store/change.ts';
import { readSetting, writeSetting } from '../store/settings.ts';
import type { Store } from '../store/store.ts';

const DEFAULT_SETTINGS: Omit<Settings, 'office'> = {
  security: { idleLockMinutes: 5 },
  retention: { readingYears: 3, billYears: 10 },
  backup: { daily: true, folder: null },
  entry: { enterMovesOn: true },
  billing: { fourEyes: false },
};

/** The settings as they stand. Throws when the store holds something else: they were checked on their way in. */
export function readSettings(store: Store): Settings {
  const stored = readSetting(store, 'office') as Partial<Settings> | undefined;
  return settings.parse({
    ...DEFAULT_SETTINGS,
    office: { name: 'Stichtag', addressLines: [], phone: '', email: '' },
    ...stored,
  });
}

export function writeSettings(change: Change, values: Settings): void {
  writeSetting(change, 'office', values);
}

/** The settings of a new office. */
export function firstSettings(operatorName: string): Settings {
  return { ...DEFAULT_SETTINGS, office: { name: operatorName, addressLines: [], phone: '', email: '' } };
}

/** What the first start still asks for. */
export function readSetup(store: Store): SetupStep[] {
  return z.array(setupStep).parse(readSetting(store, 'setup') ?? []);
}

export function writeSetup(change: Change, steps: readonly SetupStep[]): void {
  writeSetting(change, 'setup', [...steps]);
}

export const ALL_RIGHTS: readonly Right[] = right.options;

const storedRights = z.record(z.string(), z.array(right));

/** The rights of an employee. An office that never gave any (made on the command line) gives everybody all. */
export function rightsOf(store: Store, staffId: string): readonly Right[] {
  const stored = readSetting(store, 'rights');
  return stored === undefined ? ALL_RIGHTS : (storedRights.parse(stored)[staffId] ?? []);
}

export function readRights(store: Store): Readonly<Record<string, readonly Right[]>> {
  return storedRights.parse(readSetting(store, 'rights') ?? {});
}

export function writeRights(change: Change, rights: Readonly<Record<string, readonly Right[]>>): void {
  writeSetting(
    change,
    'rights',
    Object.fromEntries(Object.entries(rights).map(([staffId, given]) => [staffId, [...given]])),
  );
}

/** Whether the office holds the demo's data, which every page and document then says. */
export function isDemoOffice(store: Store): boolean {
  return readSetting(store, 'demo') === true;
}

/** Marks the office, with the day on which the demo was opened: what it shows happened around then. */
export function markAsDemo(change: Change, openedOn: PlainDate): void {
  writeSetting(change, 'demo', true);
  writeSetting(change, 'demoOpenedOn', openedOn);
}

/** Null in an office that was marked by a version without the day. */
export function demoOpenedOn(store: Store): PlainDate | null {
  return day.nullable().parse(readSetting(store, 'demoOpenedOn') ?? null);
}

/** The result of the last pull; null when there was none. */
export function readLastPull(store: Store): PullResult | null {
  // A result of an older version says less; the next pull replaces it.
  return pullResult
    .nullable()
    .catch(null)
    .parse(readSetting(store, 'lastPull') ?? null);
}

export function writeLastPull(change: Change, result: PullResult): void {
  writeSetting(change, 'lastPull', result);
}

/** When the last backup was taken and read back, UTC; null when there was none. */
export function readLastBackup(store: Store): string | null {
  return z.iso
    .datetime()
    .nullable()
    .parse(readSetting(store, 'lastBackup') ?? null);
}

export function writeLastBackup(change: Change, takenAt: string): void {
  writeSetting(change, 'lastBackup', takenAt);
}

export const DEFAULT_APPEARANCE: Appearance = {
  language: 'system',
  theme: 'system',
  density: 'normal',
  zoomPercent: 100,
  sidebarCollapsed: false,
};

/** The look of the window, kept in a plain file: it must be known before anybody unlocks. */
export class AppearanceFile {
  readonly #file: string;

  constructor(folder: string) {
    this.#file = path.join(folder, 'appearance.json');
  }

  /** A file that cannot be read costs nothing but the look. */
  read(): Appearance {
    try {
      if (!existsSync(this.#file)) return DEFAULT_APPEARANCE;
      return appearance.parse(JSON.parse(readFileSync(this.#file, 'utf8')));
    } catch {
      return DEFAULT_APPEARANCE;
    }
  }

  write(look: Appearance): void {
    mkdirSync(path.dirname(this.#file), { recursive: true, mode: 0o700 });
    writeFileSync(`${this.#file}.neu`, JSON.stringify(look), { mode: 0o600 });
    renameSync(`${this.#file}.neu`, this.#file);
  }
}
