/** German sentences for steps in the life of a bill that are not open: why, and what to do. */
import type { RefusalCode, StepRefusal } from '../../billing/life-of-a-bill.ts';

const SENTENCES: Readonly<Record<RefusalCode, (openWarnings: number) => string>> = {
  BILL_FROZEN: () =>
    'Diese Abrechnung ist festgeschrieben und ändert sich nicht mehr. Für eine Änderung legen Sie eine Korrektur an.',
  BILL_CANCELLED: () => 'Diese Abrechnung ist storniert. Entwerfen Sie für den Zeitraum eine neue.',
  BILL_NOT_CHECKED: () =>
    'Diese Abrechnung ist noch nicht geprüft. Bitte gehen Sie die Prüfliste durch und markieren Sie sie als geprüft.',
  BILL_NOT_FINAL: () =>
    'Diese Abrechnung ist noch nicht festgeschrieben. Entwürfe können Sie jederzeit neu rechnen oder verwerfen.',
  BILL_CORRECTED: () =>
    'Zu dieser Abrechnung gibt es schon eine Korrektur. Bitte arbeiten Sie mit der neuesten Fassung weiter.',
  BILL_DISPATCHED: () =>
    'Diese Abrechnung ist schon versandt und lässt sich nicht mehr stornieren. Bitte legen Sie eine Korrektur an.',
  CHECKED_BY_DRAFTER: () =>
    'Für diese Abrechnung gilt das Vier-Augen-Prinzip: Wer sie entworfen hat, prüft sie nicht. Bitte lassen Sie sie von jemand anderem prüfen.',
  FINDINGS_BLOCK: () =>
    'Es gibt noch sperrende Punkte. Bitte beheben Sie sie und entwerfen Sie die Abrechnung neu.',
  PROOF_OPEN: () =>
    'Die Abrechnungen ergeben nicht die Summe der Rechnungen. Bitte melden Sie diesen Fall; er wird nicht festgeschrieben.',
  WARNINGS_OPEN: (openWarnings) =>
    openWarnings === 1
      ? 'Für einen Hinweis der Prüfliste fehlt noch eine Begründung. Bitte tragen Sie sie nach.'
      : `Für ${openWarnings} Hinweise der Prüfliste fehlt noch eine Begründung. Bitte gehen Sie sie durch.`,
};

/** The sentence for a refused step. */
export function sayRefusal({ code, openWarnings }: StepRefusal): string {
  return SENTENCES[code](openWarnings);
}
