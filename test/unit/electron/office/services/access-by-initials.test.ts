import { describe, expect, it } from 'vitest';
import { accessByInitials } from '#office/services/access-by-initials.ts';
import { codeOf, valueOf } from '../../../../support/office-folder.ts';

const ANNA = { id: 'a', initials: 'AA' };
const BERT = { id: 'b', initials: 'BB' };

describe('the access of somebody', () => {
  it('is found by initials, or without them where there is only one', () => {
    expect(valueOf(accessByInitials([ANNA, BERT], 'BB'))).toBe('b');
    expect(valueOf(accessByInitials([ANNA], undefined))).toBe('a');
  });

  it('is not guessed: not among several, not for strangers, not between two of the same initials', () => {
    expect(codeOf(accessByInitials([ANNA, BERT], undefined))).toBe('STAFF_UNKNOWN');
    expect(codeOf(accessByInitials([ANNA], 'BB'))).toBe('STAFF_UNKNOWN');
    expect(codeOf(accessByInitials([ANNA, { id: 'c', initials: 'AA' }], 'AA'))).toBe('STAFF_UNKNOWN');
  });
});
