/** Words of data retrieval. */
import type { Dictionary } from '../dictionary.ts';
import { counted } from '../plural.ts';

export const pull: Dictionary['pull'] = {
  start: 'Retrieve now',
  cancel: 'Cancel retrieval',
  running: 'Retrieving',
  source: 'Source: AWS IoT Core',
  noSource: 'No source is set up yet. Enter the access your administrator has created.',
  setUp: 'Set up access',
  change: 'Change access',
  region: 'Region',
  regionHelp: 'Such as eu-central-1.',
  endpoint: 'Data endpoint',
  endpointHelp: 'Such as abc123-ats.iot.eu-central-1.amazonaws.com.',
  accessKeyId: 'Access key ID',
  secret: 'Secret access key',
  secretKept: 'Is stored. Leave empty to keep it.',
  test: 'Check connection',
  tested: (bundles, newest) =>
    newest === null
      ? `Connected. ${counted('en', bundles, 'bundle', 'bundles')}, no data yet.`
      : `Connected. ${counted('en', bundles, 'bundle', 'bundles')}, newest data of ${newest}.`,
  saved: 'Access saved.',
  result: 'Result of the last retrieval',
  never: 'Nothing has been retrieved yet.',
  outcome: { complete: 'complete', cancelled: 'cancelled', failed: 'failed' },
  failed: 'The retrieval failed.',
  ended: (outcome, telegrams, readings) =>
    `Retrieval ${{ complete: 'done', cancelled: 'cancelled', failed: 'failed' }[outcome]}: ${counted('en', telegrams, 'new telegram', 'new telegrams')}, ${counted('en', readings, 'reading', 'readings')}.`,
  at: 'Time',
  bundles: 'Bundles',
  newTelegrams: 'New telegrams',
  duplicates: 'Already known',
  readings: 'Readings',
  unknownMeters: 'Unknown meters',
  undecodable: 'Unreadable',
  reason: 'Reason',
  count: 'Count',
  offline: 'Without internet nothing can be retrieved. Everything else works.',
  privacy:
    'The telegrams stay encrypted from the meter to here. AWS knows no key; decryption happens only on this computer.',
};
