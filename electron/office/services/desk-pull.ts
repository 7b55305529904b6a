/** Pull desk: where from and when, whether the way is open, and one pull at a time beside all other work. */
import type { HandlersOf } from '#shared/contract/handler.ts';
import type { pullDesk, PullStatus, PullTest } from '#shared/contract/pull.ts';
import { fail, succeed, type Failure, type Result } from '#shared/model/result.ts';
import type { BundleSource } from '../mailbox/bundle-source.ts';
import { parseBundleTopic } from '../mailbox/bundle-topic.ts';
import { openFileSource } from '../mailbox/file-source.ts';
import { openIotCoreSource } from '../mailbox/iot-core-source.ts';
import { readForeignDays, writeForeignDays } from './foreign-devices.ts';
import { isDemoOffice, readLastPull } from './office-settings.ts';
import type { OpenedSource, OpenSource, PullRuns } from './pull-runs.ts';
import { readPullSchedule, writePullSchedule } from './pull-schedule.ts';
import { openPullSource, readPullSource, writePullSource } from './pull-source-settings.ts';
import type { PullStep } from './run-pull.ts';
import { ScheduledPulls } from './scheduled-pulls.ts';
import type { WorkingOffice } from './working-office.ts';

export interface PullDeskOptions {
  /** Opens the demo's own cloud; an office with demo data pulls from it. */
  readonly openDemoSource: (onStep: PullStep, signal: AbortSignal) => Promise<OpenedSource>;
  /** Looks at the clock again and again for as long as the program runs. */
  readonly onBeat: (look: () => void) => void;
}

export function createPullDesk(
  office: WorkingOffice,
  runs: PullRuns,
  { openDemoSource, onBeat }: PullDeskOptions,
): HandlersOf<typeof pullDesk> {
  function source(): PullStatus['source'] {
    const { store } = office.session;
    return readPullSource(store) ?? (isDemoOffice(store) ? DEMO_SOURCE : null);
  }

  const openSource: OpenSource = async (onStep, signal) => {
    const { store, vault } = office.session;
    const entered = openPullSource(store, vault);
    if (!entered.ok) return entered;
    if (entered.value !== null) {
      const opened = openIotCoreSource(entered.value);
      return succeed({ source: opened, close: async () => opened.close() });
    }
    return isDemoOffice(store) ? succeed(await openDemoSource(onStep, signal)) : noSource();
  };

  const scheduled = new ScheduledPulls(office, runs, {
    hasSource: () => source() !== null,
    start: () => void runs.start(openSource, 'schedule'),
  });
  onBeat(() => scheduled.look());

  function status(): PullStatus {
    const { store } = office.session;
    const last = readLastPull(store);
    const quiet = runs.lastQuiet;
    const isNewer = quiet !== null && (last === null || quiet.startedAt > last.startedAt);
    return {
      source: source(),
      isRunning: runs.isRunning,
      last,
      schedule: readPullSchedule(store)?.schedule ?? { kind: 'off' },
      nextAt: scheduled.next?.toISOString() ?? null,
      lastQuiet: isNewer ? { at: quiet.endedAt, outcome: quiet.outcome, message: quiet.message } : null,
      foreignDays: readForeignDays(store),
    };
  }

  return {
    'pull.status': () => succeed(status()),
    'pull.saveSource': (entered) => {
      const refused = office.refuseWithout('changeSettings');
      if (refused !== null) return refused;
      if (!URL.canParse(entered.endpoint) || new URL(entered.endpoint).protocol !== 'https:')
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
        work: (change) => writePullSource(change, vault, entered),
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
        return await examine(opened.value.source, office.ending);
      } finally {
        await opened.value.close();
      }
    },
    'pull.saveSchedule': (schedule) => {
      const refused = office.refuseWithout('changeSettings');
      if (refused !== null) return refused;
      const before = readPullSchedule(office.session.store)?.schedule ?? { kind: 'off' };
      const saved = office.step({
        action: 'pull.saveSchedule',
        name: 'Zeitplan des Datenabrufs',
        touches: ['pull'],
        work: (change) => writePullSchedule(change, schedule),
        undo: (change) => writePullSchedule(change, before),
      });
      return saved.ok ? succeed(status()) : saved;
    },
    'pull.start': async () => (source() === null ? noSource() : runs.start(openSource, 'hand')),
    'pull.readFile': async ({ isFolder }) => {
      const { desktop } = office.options;
      const chosen = isFolder
        ? await desktop.chooseFolder('Ordner mit Telegrammen wählen')
        : await desktop.chooseFile('Datei mit Telegrammen wählen', []);
      if (chosen === null) return succeed(false);
      const files = openFileSource([chosen]);
      const started = runs.start(
        async () => succeed({ source: files, close: async () => files.close() }),
        'file',
      );
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
      await runs.cancel();
      return succeed(null);
    },
  };
}

const DEMO_SOURCE = {
  region: 'eu-central-1',
  endpoint: 'Vorführ-Cloud auf diesem Rechner',
  access: { kind: 'demo' },
} as const;

function noSource(): { readonly ok: false; readonly error: Failure } {
  return fail({
    code: 'NO_SOURCE',
    message:
      'Der Datenabruf ist noch nicht eingerichtet. Bitte tragen Sie den Zugang in den Einstellungen ein.',
  });
}

/** Lists what lies there and fetches nothing: the rights of a pull are enough, and nothing changes. */
async function examine(source: BundleSource, signal: AbortSignal): Promise<Result<PullTest, Failure>> {
  const described = await source.describe(signal);
  if (!described.ok) return described;
  const list = await source.list(signal);
  if (!list.ok) return list;
  const { bundles } = list.value;
  const gateways = new Set(bundles.flatMap(({ name }) => parseBundleTopic(name)?.gateway ?? []));
  const newest = bundles.reduce((latest, { lastModified }) => Math.max(latest, lastModified.getTime()), 0);
  const { account, clockAheadMs } = described.value;
  return succeed({
    bundles: bundles.length,
    gateways: gateways.size,
    newestBundleAt: newest === 0 ? null : new Date(newest).toISOString(),
    account,
    clockAheadSeconds: clockAheadMs === null ? null : Math.round(clockAheadMs / 1000),
  });
}
