/** Words of the audit log. */
import type { Dictionary } from '../dictionary.ts';
import { counted } from '../plural.ts';

export const audit: Dictionary['audit'] = {
  empty: 'Every change stands here. There was none yet.',
  seq: 'No.',
  at: 'Time',
  who: 'Initials',
  action: 'What',
  subject: 'On what',
  details: 'From → to',
  reason: 'Reason',
  verify: 'Check log',
  verifying: 'Checking the log …',
  holds: (entries, moment) =>
    `The log is intact: ${counted('en', entries, 'entry hangs', 'entries hang')} together without a gap. Checked on ${moment}.`,
  broken: (seq, message) =>
    `The log was altered. The first break is at entry ${seq}: ${message} Please secure this computer and talk to the person who is responsible for the data.`,
  head: (hash) => `Check sum of the last entry: ${hash}`,
  older: 'Load older entries',
  shown: (shown, total) => `The newest ${shown} of ${total} entries`,
  history: 'History',
  historyEmpty: 'Nothing has changed here since it was created.',
  because: (reason) => `Reason: ${reason}`,
};
