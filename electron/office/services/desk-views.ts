/** Views desk: how each employee wants to see a list, by name. */
import { z } from 'zod';
import type { HandlersOf } from '#shared/contract/handler.ts';
import { savedView, type SavedView, type viewsDesk } from '#shared/contract/settings.ts';
import { fail, succeed } from '#shared/model/result.ts';
import type { Change } from '../store/change.ts';
import { readSetting, writeSetting } from '../store/settings.ts';
import type { Store } from '../store/store.ts';
import { goneFailure, type WorkingOffice } from './working-office.ts';

const VIEWS_AT_MOST = 200;

const settingOf = (staffId: string): string => `views:${staffId}`;

function readViews(store: Store, staffId: string): SavedView[] {
  return z.array(savedView).parse(readSetting(store, settingOf(staffId)) ?? []);
}

function writeViews(change: Change, staffId: string, views: readonly SavedView[]): void {
  writeSetting(
    change,
    settingOf(staffId),
    views.map((view) => ({ ...view })),
  );
}

export function createViewsDesk(office: WorkingOffice): HandlersOf<typeof viewsDesk> {
  /** Replaces the views of whoever is at work, as one step. */
  function replace(name: string, before: readonly SavedView[], after: readonly SavedView[]) {
    const { id } = office.session.vault.staff;
    const saved = office.step({
      action: 'views.change',
      name,
      touches: ['settings'],
      work: (change) => writeViews(change, id, after),
      undo: (change) => writeViews(change, id, before),
    });
    return saved.ok ? succeed([...after]) : saved;
  }

  function current(): SavedView[] {
    const { store, vault } = office.session;
    return readViews(store, vault.staff.id);
  }

  return {
    'views.list': () => succeed(current()),
    'views.save': (view) => {
      const before = current();
      const others = before.filter(({ list, name }) => list !== view.list || name !== view.name);
      if (others.length >= VIEWS_AT_MOST)
        return fail({
          code: 'VIEWS_FULL',
          message:
            'So viele Ansichten lassen sich nicht merken. Bitte löschen Sie eine, die Sie nicht brauchen.',
          field: 'name',
        });
      return replace(`Ansicht „${view.name}“ gespeichert`, before, [...others, view]);
    },
    'views.remove': ({ list, name }) => {
      const before = current();
      const after = before.filter((view) => view.list !== list || view.name !== name);
      if (after.length === before.length) return goneFailure();
      return replace(`Ansicht „${name}“ gelöscht`, before, after);
    },
  };
}
