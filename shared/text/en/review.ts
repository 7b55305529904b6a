/** Words of the review list. */
import type { Dictionary } from '../dictionary.ts';

export const review: Dictionary['review'] = {
  empty: 'No point is open. Once a draft is computed, its errors and warnings stand here.',
  severity: 'Weight',
  severities: { blocks: 'Error', warns: 'Warning' },
  message: 'Finding',
  paragraph: 'Rule',
  cure: 'Remedy',
  answer: 'Reason',
  state: 'State',
  states: { open: 'open', accepted: 'accepted' },
  next: 'Next point',
  previous: 'Previous point',
  goThere: 'Go there',
  accept: 'Give reason',
  reason: 'Why is this acceptable?',
  reasonHelp: 'One sentence is enough; it goes into the audit log.',
  accepted: 'Reason saved.',
  none: 'The review list is empty: no error, no warning.',
};
