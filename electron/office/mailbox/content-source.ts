/** A mailbox of one bundle that is already here: the content of a file that was dropped on the window. */
import { fail, succeed } from '#shared/model/result.ts';
import { FILES_SOURCE, type BundleSource, type FetchedBundle } from './bundle-source.ts';

/** Its bundles belong to the source of files, so that a file is known again however it came. */
export function openContentSource(bundle: FetchedBundle): BundleSource {
  const { payload: _payload, ...listing } = bundle;
  return {
    id: FILES_SOURCE,
    canClear: false,
    concurrency: 1,
    describe: async () => succeed({ place: bundle.name, clockAheadMs: null, account: null }),
    list: async () => succeed({ bundles: [listing], others: 0 }),
    fetch: async (name) =>
      name === bundle.name
        ? succeed(bundle)
        : fail({
            code: 'VANISHED',
            message: 'Die Datei ist nicht mehr da. Bitte legen Sie sie noch einmal ab.',
          }),
    clear: () => Promise.reject(new Error('files are never cleared')),
    close: () => {},
  };
}
