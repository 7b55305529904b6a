/** Whether a crashed office process is started again, and what the window is told. */

/** More crashes than this within the window of time are a broken installation, not bad luck. */
const MOST_RESTARTS = 3;
const WITHIN_MS = 5 * 60_000;
const WAITS_MS = [0, 1_000, 5_000] as const;

export type RestartDecision =
  | { readonly restart: true; readonly afterMs: number; readonly message: string }
  | { readonly restart: false; readonly message: string };

/** Decides after a crash. `earlierCrashes` are the times of those before it, in ms since 1970. */
export function decideRestart(earlierCrashes: readonly number[], now: number): RestartDecision {
  const recent = earlierCrashes.filter((at) => now - at < WITHIN_MS).length;
  if (recent >= MOST_RESTARTS)
    return {
      restart: false,
      message:
        'Der Rechenteil von Stichtag ist mehrmals hintereinander abgebrochen. Gespeicherte Daten sind davon nicht betroffen. Bitte beenden Sie Stichtag, starten Sie den Rechner neu und melden Sie sich bei uns, wenn es wieder geschieht.',
    };
  return {
    restart: true,
    afterMs: WAITS_MS[recent] ?? 0,
    message:
      'Der Rechenteil von Stichtag ist abgebrochen und wurde neu gestartet. Gespeicherte Daten sind davon nicht betroffen; die letzte Eingabe fehlt vielleicht. Bitte entsperren Sie Stichtag.',
  };
}
