/** Keys desk: the devices' keys with their proofs, delivery files, entry by hand, and the one audited reveal. */
import type { OfficeFailure } from '#shared/contract/failure.ts';
import type { HandlersOf } from '#shared/contract/handler.ts';
import type { keysDesk } from '#shared/contract/keys.ts';
import { fail, succeed, type Result } from '#shared/model/result.ts';
import type { KeyRow } from '../exchange/key-rows.ts';
import { listMeterKeys, openMeterKey } from '../store/keys.ts';
import { isPassphraseOf } from '../vault/staff-access.ts';
import type { Deliveries } from './deliveries.ts';
import { saveProfile } from './delivery-profiles.ts';
import { bringsKey, isWritable } from './judge-delivery.ts';
import { judgeKeys, type JudgedKey } from './judge-keys.ts';
import { withHoldings } from './key-holdings.ts';
import { KeySteps } from './key-steps.ts';
import { remember } from './remember.ts';
import type { TelegramRereading } from './reread-telegrams.ts';
import { surveyKeys } from './survey-keys.ts';
import { typedRow } from './typed-key.ts';
import { withPassphrase } from './with-passphrase.ts';
import { goneFailure, type WorkingOffice } from './working-office.ts';

const BEHIND_LIST = ['keys', 'pull', 'meters', 'units', 'properties'] as const;
const BY_HAND = 'von Hand eingegeben';

export function createKeysDesk(
  office: WorkingOffice,
  deliveries: Deliveries,
  rereading: TelegramRereading,
): HandlersOf<typeof keysDesk> {
  const steps = new KeySteps(office, rereading);
  /** Trying 5,000 keys takes as long as a page may take altogether. */
  const list = remember(office, BEHIND_LIST, () => surveyKeys(office.session));

  async function judgeTyped(row: KeyRow): Promise<Result<JudgedKey, OfficeFailure>> {
    return await withHoldings(office.session, (holdings) => {
      const [judged] = judgeKeys([row], holdings);
      if (judged === undefined) throw new Error('one row has one verdict');
      return succeed(judged);
    });
  }

  return {
    'keys.list': list,
    'keys.chooseFile': async () => {
      const file = await office.options.desktop.chooseFile('Lieferdatei wählen', []);
      if (file === null) return succeed(null);
      return await deliveries.openFile(file);
    },
    'keys.unlockFile': async ({ token, password }) => {
      const delivery = deliveries.find(token);
      if (delivery === null) return outdated();
      const unlocked = delivery.unlock(password);
      return unlocked.ok
        ? await deliveries.preview(delivery, null)
        : fail({ ...unlocked.error, field: 'password' });
    },
    'keys.mapFile': async ({ token, columns, defaults }) => {
      const delivery = deliveries.find(token);
      if (delivery === null) return outdated();
      if (defaults !== undefined) delivery.assume(defaults);
      return await deliveries.preview(delivery, columns);
    },
    'keys.closeFile': () => {
      deliveries.close();
      return succeed(null);
    },
    'keys.apply': ({ token, skip }) => {
      const opened = deliveries.find(token);
      if (opened === null) return outdated();
      const skipped = new Set(skip);
      const { fileName, sha256, judged } = opened;
      const taken = judged.filter((row, entry) => !skipped.has(entry) && isWritable(row));
      const keys = taken.filter(bringsKey).map(({ key }) => key);
      // A line with two keys brings its device once.
      const devices = [...new Set(taken.flatMap(({ device }) => device?.planned ?? []))];
      const written = steps.write({
        keys,
        devices,
        name: devices.length === 0 ? `Schlüssel aus ${fileName}` : `Lieferung ${fileName}`,
        label: fileName,
        note: {
          sha256,
          rows: judged.length,
          taken: taken.length,
          ...(devices.length === 0 ? {} : { devices: devices.length }),
        },
      });
      if (!written.ok) return written;
      const left = judged.flatMap((row, entry) =>
        isWritable(row) || skipped.has(entry) || row.verdict === 'unchanged' ? [] : [opened.shown(entry)],
      );
      const confirmed = keys.filter(({ proof }) => proof === 'confirmed').length;
      deliveries.close();
      return succeed({
        written: taken.length,
        confirmed,
        devices: devices.length,
        waiting: devices.filter(({ place }) => place === null).length,
        left,
      });
    },
    'keys.saveProfile': ({ token, name }) => {
      const delivery = deliveries.find(token);
      if (delivery === null) return outdated();
      const { titles, columns } = delivery;
      if (titles.every((title) => title === ''))
        return fail({
          code: 'NO_TITLES',
          message: 'Diese Datei hat keine Kopfzeile, an der Stichtag die nächste wiedererkennen könnte.',
        });
      const saved = office.step({
        action: 'keys.saveProfile',
        name: `Lieferprofil ${name}`,
        touches: ['keys'],
        work: (change) => saveProfile(change, name, titles, columns),
      });
      return saved.ok ? succeed(null) : saved;
    },
    'keys.check': async (typed) => {
      const row = typedRow(typed);
      const judged = await judgeTyped(row);
      row.key?.fill(0);
      return judged.ok ? succeed(verdictOf(judged.value)) : judged;
    },
    'keys.enter': async (typed) => {
      const row = typedRow(typed);
      try {
        const judged = await judgeTyped(row);
        if (!judged.ok) return judged;
        const { verdict, remarks } = judged.value;
        if (verdict !== 'new' && verdict !== 'changed')
          return fail({ code: 'KEY_REFUSED', message: remarks.join(' '), field: 'key' });
        const name = `Schlüssel von ${judged.value.serial ?? ''}`;
        const written = steps.write({
          keys: [judged.value],
          devices: [],
          name,
          label: BY_HAND,
          note: null,
        });
        return written.ok ? succeed(verdictOf(judged.value)) : written;
      } finally {
        row.key?.fill(0);
      }
    },
    'keys.remove': ({ id }) => {
      const info = listMeterKeys(office.session.store).find((one) => one.id === id);
      if (info === undefined) return goneFailure();
      const removed = steps.remove(info);
      return removed.ok ? succeed(null) : removed;
    },
    'keys.reveal': async ({ id, reason, passphrase }) => {
      const refused = office.refuseWithout('revealKeys');
      if (refused !== null) return refused;
      const { store, vault } = office.session;
      const isRight = await withPassphrase(passphrase, (typed) =>
        isPassphraseOf(vault, typed, office.options.deviceSecrets),
      );
      if (!isRight.ok) return isRight;
      if (!isRight.value)
        return fail({
          code: 'PASSPHRASE_WRONG',
          message: 'Die Passphrase stimmt nicht. Bitte geben Sie Ihre eigene ein.',
          field: 'passphrase',
        });
      const opened = openMeterKey(store, vault, id);
      if (!opened.ok) return opened;
      if (opened.value === null) return goneFailure();
      const { key, manufacturer, identification } = opened.value;
      // First the entry, then the key: nothing is shown that nobody will know of.
      const noted = office.step({
        action: 'key.reveal',
        name: `Schlüssel von ${identification} gezeigt`,
        reason,
        touches: [],
        work: (change) => change.note(`key:${id}`, { manufacturer, identification }),
      });
      const text = key
        .toString('hex')
        .toUpperCase()
        .replace(/.{8}(?!$)/g, '$& ');
      key.fill(0);
      return noted.ok ? succeed({ key: text }) : noted;
    },
  };
}

function verdictOf({ verdict, proof, remarks }: JudgedKey): Pick<JudgedKey, 'verdict' | 'proof' | 'remarks'> {
  return { verdict, proof, remarks };
}

function outdated(): { readonly ok: false; readonly error: OfficeFailure } {
  return fail({
    code: 'PREVIEW_OUTDATED',
    message: 'Diese Vorschau gilt nicht mehr. Bitte wählen Sie die Datei noch einmal.',
  });
}
