/** Morning desk: the list of what is wrong with meters and gateways, what somebody decides about it, and the work order. */
import type { HandlersOf } from '#shared/contract/handler.ts';
import type { Marking } from '#shared/contract/messages.ts';
import type { morningDesk } from '#shared/contract/overview.ts';
import type { PlainDate } from '#shared/model/plain-date.ts';
import { succeed } from '#shared/model/result.ts';
import { renderWorkOrder } from '../documents/work-order.ts';
import { listMarks, markMessage, removeMark, type MessageMark } from '../store/message-marks.ts';
import { readSilenceLimits, writeSilenceLimits } from './meter-limits.ts';
import { Marks } from './meter-messages.ts';
import type { Survey } from './meter-survey.ts';
import { morningOf } from './morning-list.ts';
import { workOrderOf, type Order } from './morning-work-order.ts';
import { officeDayOf } from './office-day.ts';
import { silentUnder } from './silent-under.ts';
import type { WorkingOffice } from './working-office.ts';
import { writeWhole } from './write-whole.ts';

const TOUCHES = ['meters', 'gateways'] as const;

interface WantedOrder {
  readonly messages: readonly Order[];
  readonly by: PlainDate | null;
}

function fileNameOf(issuedOn: PlainDate): string {
  return `Arbeitsauftrag_${issuedOn}.pdf`;
}

export function createMorningDesk(
  office: WorkingOffice,
  survey: () => Survey,
): HandlersOf<typeof morningDesk> {
  const today = () => officeDayOf(office.session.clock());
  const orderPdf = async ({ messages, by }: WantedOrder) => {
    const issuedOn = today();
    const pdf = await renderWorkOrder(
      workOrderOf(office.session.store, survey(), messages, { issuedOn, by }),
    );
    return pdf.ok ? succeed({ fileName: fileNameOf(issuedOn), pdf: pdf.value }) : pdf;
  };
  return {
    'morning.list': () => succeed(morningOf(survey(), new Marks(office.session.store, today()))),
    'morning.mark': ({ subject, code, state, marking }) => {
      const { store, vault } = office.session;
      const before = listMarks(store).find((mark) => mark.subject === subject && mark.code === code);
      const marked = office.step({
        action: `message.${marking.kind}`,
        name: 'Vermerk zu einer Meldung',
        touches: TOUCHES,
        work: (change) => markMessage(change, markFrom(subject, code, state, marking), vault.staff.id),
        undo: (change) => {
          removeMark(change, subject, code);
          if (before) markMessage(change, before, before.madeBy);
        },
      });
      return marked.ok ? succeed(null) : marked;
    },
    'morning.unmark': ({ subject, code }) => {
      const before = listMarks(office.session.store).find(
        (mark) => mark.subject === subject && mark.code === code,
      );
      if (before === undefined) return succeed(null);
      const removed = office.step({
        action: 'message.unmark',
        name: 'Vermerk aufgehoben',
        touches: TOUCHES,
        work: (change) => removeMark(change, subject, code),
        undo: (change) => void markMessage(change, before, before.madeBy),
      });
      return removed.ok ? succeed(null) : removed;
    },
    'morning.workOrder': (wanted) => orderPdf(wanted),
    'morning.saveWorkOrder': async (wanted) => {
      const file = await office.options.desktop.chooseNewFile(
        'Arbeitsauftrag speichern',
        fileNameOf(today()),
      );
      if (file === null) return succeed({ saved: false });
      const order = await orderPdf(wanted);
      if (!order.ok) return order;
      const written = await writeWhole(file, order.value.pdf);
      return written.ok ? succeed({ saved: true }) : written;
    },
    'morning.silenceLimits': () => succeed(readSilenceLimits(office.session.store)),
    'morning.saveSilenceLimits': (limits) => {
      const refused = office.refuseWithout('changeSettings');
      if (refused !== null) return refused;
      const before = readSilenceLimits(office.session.store);
      const saved = office.step({
        action: 'settings.silenceLimits',
        name: 'Fristen für stumme Geräte geändert',
        touches: ['settings', ...TOUCHES],
        work: (change) => writeSilenceLimits(change, limits),
        undo: (change) => writeSilenceLimits(change, before),
      });
      return saved.ok ? succeed(limits) : saved;
    },
    'morning.silentUnder': (limits) => succeed(silentUnder(survey(), limits, office.session.clock())),
  };
}

function markFrom(subject: string, code: MessageMark['code'], state: string, marking: Marking): MessageMark {
  const until = marking.kind === 'wait' ? marking.until : null;
  return { subject, code, state, kind: marking.kind, until, note: marking.note };
}
