/** Dropped desk: finds out by its content what a dropped file is, and hands it to whoever reads such files. */
import type { droppedDesk } from '#shared/contract/dropped.ts';
import type { HandlersOf } from '#shared/contract/handler.ts';
import { fail, succeed } from '#shared/model/result.ts';
import type { FetchedBundle } from '../mailbox/bundle-source.ts';
import { openContentSource } from '../mailbox/content-source.ts';
import { parseBundle } from '../mailbox/parse-bundle.ts';
import type { Deliveries } from './deliveries.ts';
import type { PullRuns } from './pull-runs.ts';

/** What a file is told that is no delivery at all; any other reason is about a delivery that cannot be read. */
const NO_DELIVERY: ReadonlySet<string> = new Set(['FORMAT_UNKNOWN', 'NO_KEYS', 'FILE_UNREADABLE']);

export function createDroppedDesk(deliveries: Deliveries, runs: PullRuns): HandlersOf<typeof droppedDesk> {
  function readTelegrams(bundle: FetchedBundle) {
    const source = openContentSource(bundle);
    const started = runs.start(async () => succeed({ source, close: async () => source.close() }), 'file');
    return started.ok ? succeed({ kind: 'telegrams' as const }) : started;
  }

  return {
    'dropped.read': async ({ name, modifiedAt, content }) => {
      const payload = Buffer.from(content);
      const bundle = { name, sizeBytes: payload.length, lastModified: new Date(modifiedAt), payload };
      // Telegrams could be taken for a table: they come first.
      if (parseBundle(payload, bundle.lastModified).ok) return readTelegrams(bundle);
      const opened = await deliveries.openContent(name, payload);
      if (opened.ok) return succeed({ kind: 'delivery', opened: opened.value });
      return NO_DELIVERY.has(opened.error.code)
        ? fail({
            code: 'FILE_NOT_KNOWN',
            message: `In „${name}“ stehen weder Schlüssel oder Geräte noch Telegramme. Bitte legen Sie eine Lieferdatei des Herstellers oder eine Datei mit Telegrammen ab.`,
          })
        : opened;
    },
  };
}
