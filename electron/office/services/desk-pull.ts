/** Pull desk: where from, whether the way is open, and one pull at a time beside all other work. */
import type { OfficeFailure } from '#shared/contract/failure.ts';
import type { HandlersOf } from '#shared/contract/handler.ts';
import type { PullResult, pullDesk, PullStatus } from '#shared/contract/pull.ts';
import { fail, succeed, type Failure, type Result } from '#shared/model/result.ts';
import { openFileSource } from '../mailbox/file-source.ts';
import { openIotCoreSource } from '../mailbox/iot-core-source.ts';
import type { BundleSource } from '../mailbox/bundle-source.ts';
import { readForeignDays, writeForeignDays } from './foreign-devices.ts';
import { isDemoOffice, readLastPull, writeLastPull } from './office-settings.ts';
import { openPullSource, readPullSource, writePullSource } from './pull-source-settings.ts';
import { runPull, type PullStep } from './run-pull.ts';
import type { WorkingOffice } from './working-office.ts';

/** A source while it is open. */
export interface OpenedSource {
  readonly source: BundleSource;
  readonly close: () => Promise<void>;
}

type OpenSource = (onStep: PullStep, signal: AbortSignal) => Promise<Result<OpenedSource, Failure>>;

export interface PullDeskOptions {
  /** Opens the demo's own cloud; an office with demo data pulls from it. */
  readonly openDemoSource: (onStep: PullStep, signal: AbortSignal) => Promise<OpenedSource>;
  /** Notes a bug that nobody waits for; returns the number it can be found under. */
  readonly noteBug: (error: unknown) => string;
}

/** The window cannot show more than a few steps a second. */
const BETWEEN_REPORTS_MS = 100;

export function createPullDesk(
  office: WorkingOffice,
  { openDemoSource, noteBug }: PullDeskOptions,
): HandlersOf<typeof pullDesk> {
  let running: { readonly cancelling: AbortController; readonly ended: Promise<void> } | null = null;

  function status(): PullStatus {
    const { store } = office.session;
    return {
      source: readPullSource(store) ?? (isDemoOffice(store) ? DEMO_SOURCE : null),
      isRunning: running !== null,
      last: readLastPull(store),
      foreignDays: readForeignDays(store),
    };
  }

  const openSource: OpenSource = async (onStep, signal) => {
    const { store, vault } = office.session;
    const entered = openPullSource(store, vault);
    if (!entered.ok) return entered;
    if (entered.value !== null) {
      const source = openIotCoreSource(entered.value);
      return succeed({ source, close: async () => source.close() });
    }
    return isDemoOffice(store) ? succeed(await openDemoSource(onStep, signal)) : noSource();
  };

  /** Runs to its end whatever happens; the session may end under it, and then its result goes with it. */
  async function pull(open: OpenSource, cancelling: AbortController): Promise<void> {
    const { session, ending } = office;
    const signal = AbortSignal.any([cancelling.signal, ending]);
    const report = reporter((step, done, total) =>
      office.options.tell({ type: 'job.progressed', job: 'pull', step, done, total }),
    );
    let opened: Result<OpenedSource, Failure> | null = null;
    let result: PullResult;
    try {
      opened = await open(report, signal);
      result = opened.ok
        ? await runPull(session, opened.value.source, report, signal)
        : failedPull(session.clock(), opened.error.message);
    } catch (error) {
      if (ending.aborted) return;
      const message = signal.aborted
        ? null
        : `Der Abruf ist an einem Fehler in Stichtag gescheitert (Nummer ${noteBug(error)}). Was ankam, ist gespeichert.`;
      result = { ...failedPull(session.clock(), message), outcome: signal.aborted ? 'cancelled' : 'failed' };
    } finally {
      running = null;
      if (opened?.ok === true) await opened.value.close();
    }
    if (ending.aborted) return;
    const kept = office.step({
      action: 'pull.note',
      name: 'Datenabruf',
      touches: ['pull', 'keys', 'properties', 'units'],
      work: (change) => writeLastPull(change, result),
    });
    if (kept.ok) office.options.tell({ type: 'pull.ended', result });
  }

  /** Starts a pull from a source, unless one runs. */
  function start(open: OpenSource): Result<null, OfficeFailure> {
    const refused = office.refuseWhileRolledBack();
    if (refused !== null) return refused;
    if (running !== null)
      return fail({
        code: 'PULL_RUNNING',
        message: 'Es läuft schon ein Abruf. Bitte warten Sie sein Ende ab.',
      });
    const cancelling = new AbortController();
    running = { cancelling, ended: pull(open, cancelling) };
    office.tellChanged('pull');
    return succeed(null);
  }

  return {
    'pull.status': () => succeed(status()),
    'pull.saveSource': (source) => {
      const refused = office.refuseWithout('changeSettings');
      if (refused !== null) return refused;
      if (!URL.canParse(source.endpoint) || new URL(source.endpoint).protocol !== 'https:')
        return fail({
          code: 'ENDPOINT_INVALID',
          message: 'Bitte geben Sie die Adresse Ihres Datenzugangs an; sie beginnt mit https://.',
          field: 'endpoint',
        });
      const { vault } = office.session;
      const saved = office.step({
        action: 'pull.saveSource',
        name: 'Datenabruf eingerichtet',
        touches: ['pull'],
        work: (change) => writePullSource(change, vault, source),
      });
      if (!saved.ok) return saved;
      return saved.value
        ? succeed(status())
        : fail({
            code: 'SECRET_MISSING',
            message: 'Bitte geben Sie den geheimen Zugriffsschlüssel an.',
            field: 'secretAccessKey',
          });
    },
    'pull.test': async () => {
      const opened = await openSource(() => {}, office.ending);
      if (!opened.ok) return opened;
      try {
        const list = await opened.value.source.list(office.ending);
        if (!list.ok) return list;
        const { bundles } = list.value;
        const newest = bundles.reduce(
          (latest, { lastModified }) => Math.max(latest, lastModified.getTime()),
          0,
        );
        return succeed({
          bundles: bundles.length,
          newestBundleAt: newest === 0 ? null : new Date(newest).toISOString(),
        });
      } finally {
        await opened.value.close();
      }
    },
    'pull.start': async () => {
      const { store } = office.session;
      return readPullSource(store) === null && !isDemoOffice(store) ? noSource() : start(openSource);
    },
    'pull.readFile': async ({ isFolder }) => {
      const { desktop } = office.options;
      const chosen = isFolder
        ? await desktop.chooseFolder('Ordner mit Telegrammen wählen')
        : await desktop.chooseFile('Datei mit Telegrammen wählen', []);
      if (chosen === null) return succeed(false);
      const source = openFileSource([chosen]);
      const started = start(async () => succeed({ source, close: async () => source.close() }));
      return started.ok ? succeed(true) : started;
    },
    'pull.saveForeignDays': ({ days }) => {
      const refused = office.refuseWithout('changeSettings');
      if (refused !== null) return refused;
      const before = readForeignDays(office.session.store);
      const saved = office.step({
        action: 'pull.saveForeignDays',
        name: 'Frist für fremde Geräte',
        touches: ['pull'],
        work: (change) => writeForeignDays(change, days),
        undo: (change) => writeForeignDays(change, before),
      });
      return saved.ok ? succeed(status()) : saved;
    },
    'pull.cancel': async () => {
      running?.cancelling.abort();
      await running?.ended;
      return succeed(null);
    },
  };
}

const DEMO_SOURCE = {
  region: 'eu-central-1',
  endpoint: 'Vorführ-Cloud auf diesem Rechner',
  accessKeyId: '',
  hasSecretKey: true,
} as const;

function noSource(): { readonly ok: false; readonly error: Failure } {
  return fail({
    code: 'NO_SOURCE',
    message:
      'Der Datenabruf ist noch nicht eingerichtet. Bitte tragen Sie den Zugang in den Einstellungen ein.',
  });
}

function failedPull(at: Date, message: string | null): PullResult {
  return {
    startedAt: at.toISOString(),
    endedAt: at.toISOString(),
    outcome: 'failed',
    message,
    bundles: 0,
    newTelegrams: 0,
    duplicates: 0,
    readings: 0,
    undecodable: [],
    unknownMeters: 0,
    quarantined: 0,
    unreadable: 0,
    left: 0,
    cleared: 0,
    dropped: 0,
    gaps: [],
    problems: [],
  };
}

/** Lets a step through when it is another one or some time has passed. */
function reporter(tell: PullStep): PullStep {
  let last = { step: '', at: 0 };
  return (step, done, total) => {
    const at = Date.now();
    if (step === last.step && at - last.at < BETWEEN_REPORTS_MS) return;
    last = { step, at };
    tell(step, done, total);
  };
}
