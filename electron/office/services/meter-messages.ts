/** Messages with what somebody decided about them: a mark holds as long as the message stays in its state. */
import type { Message, MessageCode, MessageMark } from '#shared/contract/messages.ts';
import type { Readable } from '#shared/contract/handler.ts';
import type { PlainDate } from '#shared/model/plain-date.ts';
import { listMarks, type StoredMark } from '../store/message-marks.ts';
import { listStaff } from '../store/staff.ts';
import type { Store } from '../store/store.ts';
import type { JudgedMessage } from './judge-meter.ts';
import type { SurveyedGateway } from './meter-survey.ts';

/** The codes whose cause may be the gateway before the meter. */
const SILENCES: ReadonlySet<MessageCode> = new Set(['silent', 'late']);

/** The marks of an office, by what they are about. */
export class Marks {
  readonly #bySubject: ReadonlyMap<string, readonly StoredMark[]>;
  readonly #initials: ReadonlyMap<string, string>;
  readonly #today: PlainDate;

  constructor(store: Store, today: PlainDate) {
    this.#bySubject = Map.groupBy(listMarks(store), ({ subject }) => subject);
    this.#initials = new Map(listStaff(store).map(({ accessId, initials }) => [accessId, initials]));
    this.#today = today;
  }

  /** A message with its mark, unless it is news again; `gateway` is the one before a meter. */
  withMark(
    subject: string,
    judged: JudgedMessage,
    gateway?: Pick<SurveyedGateway, 'contact'>,
  ): Readable<Message> {
    const mark = this.#markOf(subject, judged);
    return {
      ...judged,
      isBehindSilentGateway: SILENCES.has(judged.code) && gateway?.contact === 'silent',
      mark: mark === undefined ? null : this.#told(mark),
    };
  }

  /** Whether somebody put the message off to a later day, or ignores it. What was only seen stays on the lists. */
  isSettled(subject: string, judged: JudgedMessage): boolean {
    const mark = this.#markOf(subject, judged);
    if (mark === undefined || mark.kind === 'seen') return false;
    return mark.until === null || mark.until > this.#today;
  }

  /** The codes of what nobody settled. */
  openCodes(subject: string, judged: readonly JudgedMessage[]): MessageCode[] {
    return judged.filter((message) => !this.isSettled(subject, message)).map(({ code }) => code);
  }

  #markOf(subject: string, { code, state }: JudgedMessage): StoredMark | undefined {
    return this.#bySubject.get(subject)?.find((mark) => mark.code === code && mark.state === state);
  }

  #told({ kind, until, note, madeBy, madeAt }: StoredMark): MessageMark {
    return { kind, until, note, by: this.#initials.get(madeBy) ?? madeBy, at: madeAt };
  }
}

export function subjectOfMeter(id: number): string {
  return `meter:${id}`;
}

export function subjectOfGateway(serial: string): string {
  return `gateway:${serial}`;
}
