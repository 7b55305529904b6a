import { describe, expect, it } from 'vitest';
import { answerInTurns } from '#office/services/answer-in-turns.ts';
import { listAllUnits } from '#office/store/whole-office.ts';
import { workingOffice } from '../../../../support/working-office.ts';

describe('an answer in turns', () => {
  it('lets whoever waits go first, and is what was worked out', async () => {
    const office = await workingOffice();
    const order: string[] = [];
    setImmediate(() => order.push('somebody else'));
    const answer = await answerInTurns(office, async (turn) => {
      await turn.passOn();
      order.push('the answer');
      return listAllUnits(office.session.store).length;
    });
    expect(answer).toEqual({ ok: true, value: 1 });
    expect(order).toEqual(['somebody else', 'the answer']);
    office.lock('user');
  });

  it('says that the office was locked under it instead of failing', async () => {
    const office = await workingOffice();
    const { store } = office.session;
    const answer = await answerInTurns(office, async (turn) => {
      office.lock('user');
      await turn.passOn();
      return listAllUnits(store);
    });
    expect(answer).toMatchObject({ ok: false, error: { code: 'SESSION_ENDED' } });
  });

  it('hides no bug', async () => {
    const office = await workingOffice();
    const broken = answerInTurns(office, async () => {
      throw new TypeError('a bug');
    });
    await expect(broken).rejects.toThrow('a bug');
    office.lock('user');
  });
});
