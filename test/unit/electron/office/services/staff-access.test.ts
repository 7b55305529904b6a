import { describe, expect, it } from 'vitest';
import { historyPage } from '#office/services/audit-history.ts';
import {
  admitEmployee,
  changeOwnPassphrase,
  dismissEmployee,
  recordAccesses,
} from '#office/services/staff-access.ts';
import { listStaff } from '#office/store/staff.ts';
import { KDF_FLOOR } from '#office/vault/key-derivation.ts';
import { addStaffAccess } from '#office/vault/staff-access.ts';
import { codeOf, passphrase, valueOf } from '../../../../support/office-folder.ts';
import { sessionFixture } from '../../../../support/session.ts';

const COLLEAGUE = { id: 'sh', name: 'Shivani Rao', initials: 'SR' };
const HER_PASSPHRASE = 'sieben Äpfel liegen im Gras';

describe('staff of the office', () => {
  it('come and go, and the audit knows who let them in and out', async () => {
    const { session, office } = await sessionFixture();
    const tools = { deviceSecrets: office.deviceSecrets, kdf: KDF_FLOOR };
    valueOf(recordAccesses(session, { action: 'office.create' }));
    valueOf(await admitEmployee(session, COLLEAGUE, passphrase(HER_PASSPHRASE), tools));
    valueOf(dismissEmployee(session, COLLEAGUE.id, 'Stelle gewechselt'));
    expect(listStaff(session.store).map(({ initials, hasAccess }) => [initials, hasAccess])).toEqual([
      ['RR', true],
      ['SR', false],
    ]);
    expect(historyPage(session, 2)).toMatchObject([
      {
        title: 'Zugang geändert',
        details: ['Darf anmelden: ja → nein'],
        reason: 'Stelle gewechselt',
        who: 'RR',
      },
      { title: 'Zugang angelegt' },
    ]);
    expect(codeOf(dismissEmployee(session, 'nobody', ''))).toBe('STAFF_UNKNOWN');
  });

  it('are recorded at the next start when vault and store were interrupted in between', async () => {
    const { session, office } = await sessionFixture();
    const tools = { deviceSecrets: office.deviceSecrets, kdf: KDF_FLOOR };
    valueOf(recordAccesses(session, { action: 'office.create' }));
    valueOf(await addStaffAccess(session.vault, COLLEAGUE, passphrase(HER_PASSPHRASE), tools));
    expect(listStaff(session.store)).toHaveLength(1);
    valueOf(recordAccesses(session, { action: 'staff.record' }));
    expect(listStaff(session.store)).toHaveLength(2);
    const before = historyPage(session, 100).length;
    valueOf(recordAccesses(session, { action: 'staff.record' }));
    expect(historyPage(session, 100)).toHaveLength(before);
  });

  it('change their passphrase, which is noted and not shown', async () => {
    const { session, office } = await sessionFixture();
    const tools = { deviceSecrets: office.deviceSecrets, kdf: KDF_FLOOR };
    valueOf(
      await changeOwnPassphrase(session, { old: passphrase(), new: passphrase(HER_PASSPHRASE) }, tools),
    );
    expect(historyPage(session, 1)).toMatchObject([
      { title: 'Passphrase geändert', details: ['Zugang: RR'] },
    ]);
    expect(codeOf(await changeOwnPassphrase(session, { old: passphrase(), new: passphrase() }, tools))).toBe(
      'PASSPHRASE_WRONG',
    );
  });
});
