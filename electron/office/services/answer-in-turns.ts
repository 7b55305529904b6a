/** Questions whose answer takes many turns: the session may end under them. */
import type { OfficeFailure } from '#shared/contract/failure.ts';
import { fail, succeed, type Result } from '#shared/model/result.ts';
import { Turn } from './turn.ts';
import type { WorkingOffice } from './working-office.ts';

/** Works an answer out turn by turn; `SESSION_ENDED` when the office was locked meanwhile. Bugs throw. */
export async function answerInTurns<T>(
  office: WorkingOffice,
  work: (turn: Turn) => Promise<T>,
): Promise<Result<T, OfficeFailure>> {
  const { ending } = office;
  try {
    return succeed(await work(new Turn()));
  } catch (error) {
    if (!ending.aborted) throw error;
    return fail({
      code: 'SESSION_ENDED',
      message: 'Stichtag wurde gesperrt, bevor die Antwort fertig war. Bitte fragen Sie noch einmal.',
    });
  }
}
