import { describe, expect, it } from 'vitest';
import { auditOf } from '#office/store/audit.ts';
import { listMarks, markMessage, removeMark, type MessageMark } from '#office/store/message-marks.ts';
import { NOW, officeFixture, STAFF } from '../../../../support/office-folder.ts';
import { changed, day } from '../../../../support/small-house.ts';

const SEEN: MessageMark = {
  subject: 'meter:1',
  code: 'silent',
  state: '2026-02-01',
  kind: 'seen',
  until: null,
  note: '',
};

describe('marks of messages', () => {
  it('replace each other, one a message, each with its audit entry', async () => {
    const office = await officeFixture();
    changed(office, (change) => markMessage(change, SEEN, STAFF.id));
    changed(office, (change) =>
      markMessage(change, { ...SEEN, kind: 'wait', until: day('2026-03-09'), note: 'Techniker' }, STAFF.id),
    );
    changed(office, (change) => markMessage(change, { ...SEEN, code: 'batteryLow' }, STAFF.id));
    const marks = listMarks(office.store);
    expect(marks.map(({ code, kind, until, madeBy, madeAt }) => [code, kind, until, madeBy, madeAt])).toEqual(
      [
        ['silent', 'wait', '2026-03-09', STAFF.id, NOW.toISOString()],
        ['batteryLow', 'seen', null, STAFF.id, NOW.toISOString()],
      ],
    );
    expect(auditOf(office.store, 'message_marks:1')).toHaveLength(2);
  });

  it('are taken back, also when there is none', async () => {
    const office = await officeFixture();
    changed(office, (change) => markMessage(change, SEEN, STAFF.id));
    changed(office, (change) => removeMark(change, 'meter:1', 'silent'));
    changed(office, (change) => removeMark(change, 'meter:1', 'silent'));
    expect(listMarks(office.store)).toEqual([]);
  });

  it('cannot wait without a day, nor ignore without a reason', async () => {
    const office = await officeFixture();
    const marking = (mark: MessageMark) => () =>
      changed(office, (change) => markMessage(change, mark, STAFF.id));
    expect(marking({ ...SEEN, kind: 'wait' })).toThrow();
    expect(marking({ ...SEEN, kind: 'ignore', note: ' ' })).toThrow();
    expect(listMarks(office.store)).toEqual([]);
  });
});
