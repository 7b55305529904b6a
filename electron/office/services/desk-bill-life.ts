/** The steps in a bill's life: checked, final, corrected, dispatched, cancelled. The rules are in `shared/billing`. */
import type { billLifeDesk, BillingRun, UserDifference } from '#shared/contract/billing.ts';
import type { OfficeFailure } from '#shared/contract/failure.ts';
import type { HandlersOf, Readable } from '#shared/contract/handler.ts';
import { changesAnything, differenceOf } from '#shared/billing/bill-difference.ts';
import type { LifeStep } from '#shared/billing/life-of-a-bill.ts';
import { fail, succeed, type Result } from '#shared/model/result.ts';
import { formatDate } from '#shared/text/format.ts';
import {
  addBill,
  cancelBill,
  makeFinal,
  markChecked,
  noteDispatch,
  openBill,
  removeDraft,
  takeCheckBack,
} from '../store/bills.ts';
import type { LivingBill } from './billing-life.ts';
import { refusalOf } from './billing-life.ts';
import { userNames } from './billing-views.ts';
import { BILLING_TOUCHES, type BillingWork } from './billing-work.ts';
import { backUp } from './desk-backup.ts';
import { officeDayOf } from './office-day.ts';
import { readSettings } from './office-settings.ts';
import type { Step } from './working-office.ts';

type RunReply = Result<Readable<BillingRun>, OfficeFailure>;

export function createBillLifeDesk(work: BillingWork): HandlersOf<typeof billLifeDesk> {
  const { office } = work;

  /** The bill, when the step is open for whoever is at work. */
  function readyFor(id: number, step: LifeStep): Result<LivingBill, OfficeFailure> {
    const living = work.live(id);
    if (!living.ok) return living;
    const refusal = refusalOf(living.value, step);
    return refusal === null ? living : fail(refusal);
  }

  /** Takes a step of the office and shows the run it leads to. */
  function take(step: Omit<Step<number>, 'touches'>): RunReply {
    const taken = office.step({ ...step, touches: BILLING_TOUCHES });
    return taken.ok ? work.view(taken.value) : taken;
  }

  return {
    'billing.check': ({ id }) => {
      const ready = readyFor(id, { kind: 'check', by: office.session.vault.staff.id });
      if (!ready.ok) return ready;
      return take({
        action: 'bill.check',
        name: 'Abrechnung geprüft',
        work(change) {
          markChecked(change, id);
          return id;
        },
        undo: takeCheckBack,
      });
    },
    'billing.finalise': ({ id, note }) => {
      const refused = office.refuseWithout('finaliseBills');
      if (refused !== null) return refused;
      const ready = readyFor(id, { kind: 'finalise' });
      if (!ready.ok) return ready;
      const finalised = take({
        action: 'bill.finalise',
        name: 'Abrechnung finalisiert',
        reason: note,
        work(change) {
          makeFinal(change, id);
          return id;
        },
      });
      if (!finalised.ok) return finalised;
      office.anchor();
      // A run without a backup shows as such on the start page; the bill itself is on the medium.
      if (readSettings(office.session.store).backup.folder !== null) backUp(office);
      return finalised;
    },
    'billing.correct': ({ id, reason }) => {
      const ready = readyFor(id, { kind: 'correct' });
      if (!ready.ok) return ready;
      const { store, vault } = office.session;
      const content = openBill(store, vault, id);
      if (!content.ok) return content;
      const { periodId, engineVersion } = ready.value.run.info;
      return take({
        action: 'bill.correct',
        name: 'Korrektur angelegt',
        reason,
        work: (change) =>
          addBill(change, {
            ...content.value,
            periodId,
            engineVersion,
            correctsBillId: id,
            correctionReason: reason,
          }),
      });
    },
    'billing.discard': ({ id }) => {
      const ready = readyFor(id, { kind: 'draftAgain' });
      if (!ready.ok) return ready;
      const discarded = office.step({
        action: 'bill.discard',
        name: 'Entwurf verworfen',
        touches: BILLING_TOUCHES,
        work: (change) => removeDraft(change, id),
      });
      return discarded.ok ? succeed(null) : discarded;
    },
    'billing.cancel': ({ id, reason }) => {
      const refused = office.refuseWithout('finaliseBills');
      if (refused !== null) return refused;
      const ready = readyFor(id, { kind: 'cancel' });
      if (!ready.ok) return ready;
      const cancelled = take({
        action: 'bill.cancel',
        name: 'Abrechnung storniert',
        reason,
        work(change) {
          cancelBill(change, id);
          return id;
        },
      });
      if (cancelled.ok) office.anchor();
      return cancelled;
    },
    'billing.noteDispatch': ({ id, on, way }) => {
      const living = work.live(id);
      if (!living.ok) return living;
      const refusal = dispatchRefusal(living.value, on, officeDayOf(office.session.clock()));
      if (refusal !== null) return fail(refusal);
      return take({
        action: 'bill.dispatch',
        name: 'Versand vermerkt',
        work(change) {
          noteDispatch(change, id, { on, way });
          return id;
        },
        undo: (change) => noteDispatch(change, id, null),
      });
    },
    'billing.difference': ({ id }) => {
      const after = work.runs.open(id);
      if (!after.ok) return after;
      const { correctsBillId } = after.value.info;
      if (correctsBillId === null) return succeed([]);
      const before = work.runs.open(correctsBillId);
      if (!before.ok) return before;
      const [older, newer] = [before.value, after.value];
      if (older.bill === null || newer.bill === null) return succeed([]);
      const names = [userNames(newer.billingCase), userNames(older.billingCase)];
      const nameOf = (user: { readonly id: string; readonly kind: 'tenancy' | 'vacancy' }, unit: string) =>
        names.map((each) => each(user, unit)).find((each) => each !== null);
      const changed = differenceOf(older.bill, newer.bill).filter(changesAnything);
      return succeed(
        changed.map(({ id: billId, kind, unit, presence, positions, total, prepaid, balance }) => ({
          billId,
          ...(nameOf({ id: billId, kind }, unit) ?? { recipient: billId, unitName: unit }),
          presence,
          positions: positions
            .filter(({ change }) => change !== 0)
            .map(({ position, label, before: was, after: is, change }) => ({
              position,
              label,
              beforeCents: was,
              afterCents: is,
              changeCents: change,
            })),
          totalCents: amountsOf(total),
          prepaidCents: amountsOf(prepaid),
          balanceCents: amountsOf(balance),
        })),
      );
    },
  };
}

type Amounts = UserDifference['totalCents'];

function amountsOf({ before, after, change }: Amounts): Amounts {
  return { before, after, change };
}

/** Why a dispatch cannot be noted; null when it can. */
function dispatchRefusal({ run: { info } }: LivingBill, on: string, today: string): OfficeFailure | null {
  if (info.state !== 'final')
    return {
      code: 'BILL_NOT_FINAL',
      message: 'Nur eine finalisierte Abrechnung wird versandt. Bitte finalisieren Sie sie zuerst.',
    };
  if (info.dispatchedOn !== null)
    return {
      code: 'BILL_DISPATCHED',
      message: `Der Versand ist schon für den ${formatDate(info.dispatchedOn)} vermerkt.`,
    };
  const finalOn = info.finalisedAt === null ? today : officeDayOf(new Date(info.finalisedAt));
  return on < finalOn || on > today
    ? {
        code: 'DISPATCH_DAY_IMPOSSIBLE',
        message: `Der Versand liegt nicht vor dem ${formatDate(officeDayOf(new Date(info.finalisedAt ?? today)))} und nicht in der Zukunft. Bitte prüfen Sie den Tag.`,
        field: 'on',
      }
    : null;
}
