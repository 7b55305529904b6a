import { describe, expect, it } from 'vitest';
import { changeMasterData } from '#office/store/change.ts';
import { insertBundles } from '#office/store/bundles.ts';
import { removeSetting, writeSetting } from '#office/store/settings.ts';
import { NOW, codeOf, officeFixture, type OfficeFixture } from '../../../../../support/office-folder.ts';

function write({ store, desk }: OfficeFixture, action: string) {
  return changeMasterData(store, desk, { action }, (change) => writeSetting(change, 'test', action));
}

function receive({ store }: OfficeFixture) {
  const bundle = {
    source: 'file',
    topic: 'a',
    key: null,
    payload: Buffer.from('a'),
    receivedAt: NOW,
  } as const;
  return insertBundles(store, [{ ...bundle, lastModified: null, state: 'stored', telegrams: [] }]);
}

describe('schema version 2', () => {
  it('takes nothing new once the office has moved, until the move is taken back', async () => {
    const office = await officeFixture();
    const { store, desk } = office;
    expect(write(office, 'test.first').ok).toBe(true);
    const moved = changeMasterData(store, desk, { action: 'office.move' }, (change) =>
      writeSetting(change, 'office.movedAt', NOW.toISOString()),
    );
    expect(moved.ok).toBe(true);
    expect([codeOf(write(office, 'test.second')), codeOf(receive(office))]).toEqual([
      'OFFICE_MOVED',
      'OFFICE_MOVED',
    ]);
    const back = changeMasterData(store, desk, { action: 'office.stay' }, (change) =>
      removeSetting(change, 'office.movedAt'),
    );
    expect(back.ok).toBe(true);
    expect([write(office, 'test.third').ok, receive(office).ok]).toEqual([true, true]);
  });
});
