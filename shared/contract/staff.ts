/** Staff desk: who may open this office. */
import { z } from 'zod';
import { channel, done, nothing } from './channel.ts';
import { line, staffId } from './values.ts';
import { initials, passphrase, right } from './vault.ts';

export const staffMember = z.strictObject({
  id: staffId,
  name: line,
  initials: line,
  rights: z.array(right),
  isCurrent: z.boolean(),
  /** Former staff stay listed: their entries in the audit still need a name. */
  hasAccess: z.boolean(),
});
export type StaffMember = z.output<typeof staffMember>;

export const staffDesk = {
  'staff.list': channel(nothing, z.array(staffMember)),
  /** The colleague types the passphrase; it is an own key to the same data. */
  'staff.add': channel(
    z.strictObject({ name: line, initials, passphrase, rights: z.array(right) }),
    z.strictObject({ id: staffId }),
  ),
  'staff.changeRights': channel(z.strictObject({ id: staffId, rights: z.array(right) }), done),
  'staff.revoke': channel(z.strictObject({ id: staffId }), done),
};
