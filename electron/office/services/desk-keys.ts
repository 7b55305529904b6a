/** Keys desk: the devices' keys with their proofs, delivery files, entry by hand, and the one audited reveal. */
import type { OfficeFailure } from '#shared/contract/failure.ts';
import type { HandlersOf, Readable } from '#shared/contract/handler.ts';
import type { DeliveryColumn, DeliveryPreview, keysDesk } from '#shared/contract/keys.ts';
import { fail, succeed, type Result } from '#shared/model/result.ts';
import type { KeyRow } from '../exchange/key-rows.ts';
import { listMeterKeys, openAllMeterKeys, openMeterKey } from '../store/keys.ts';
import { listMeters } from '../store/meters.ts';
import { isPassphraseOf } from '../vault/staff-access.ts';
import { profileFor, saveProfile } from './delivery-profiles.ts';
import { listHeardMeters } from './heard-meters.ts';
import { bringsKey, isWritable } from './judge-delivery.ts';
import { judgeKeys, type JudgedKey, type KeyHoldings } from './judge-keys.ts';
import { KeyDelivery } from './key-delivery.ts';
import { KeySteps } from './key-steps.ts';
import { officeDayOf } from './office-day.ts';
import type { TelegramRereading } from './reread-telegrams.ts';
import { surveyKeys } from './survey-keys.ts';
import { typedRow } from './typed-key.ts';
import { withPassphrase } from './with-passphrase.ts';
import { goneFailure, type WorkingOffice } from './working-office.ts';

const BY_HAND = 'von Hand eingegeben';

export function createKeysDesk(
  office: WorkingOffice,
  rereading: TelegramRereading,
): HandlersOf<typeof keysDesk> {
  const steps = new KeySteps(office, rereading);
  let delivery: KeyDelivery | null = null;
  /** The list as it was worked out last: trying 5,000 keys takes as long as a page may take altogether. */
  let surveyed: { readonly revision: number; readonly answer: ReturnType<typeof surveyKeys> } | null = null;

  function close(): void {
    delivery?.wipe();
    delivery = null;
  }

  /** Keeps the one delivery that is looked at, no longer than the session lasts. */
  function keep(opened: KeyDelivery): void {
    close();
    delivery = opened;
    office.ending.addEventListener('abort', close, { once: true });
  }

  async function preview(
    opened: KeyDelivery,
    columns: readonly DeliveryColumn[] | null,
  ): Promise<Result<Readable<DeliveryPreview>, OfficeFailure>> {
    const { store, clock } = office.session;
    let profile: string | null = null;
    const read = await withHoldings(office, (holdings) =>
      opened.read(store, holdings, officeDayOf(clock()), (titles) => {
        const known = columns === null ? profileFor(store, titles) : null;
        profile = known?.name ?? null;
        return columns ?? known?.columns ?? null;
      }),
    );
    return read.ok ? succeed(opened.preview(profile)) : read;
  }

  async function judgeTyped(row: KeyRow): Promise<Result<JudgedKey, OfficeFailure>> {
    return await withHoldings(office, (holdings) => {
      const [judged] = judgeKeys([row], holdings);
      if (judged === undefined) throw new Error('one row has one verdict');
      return succeed(judged);
    });
  }

  return {
    'keys.list': () => {
      if (surveyed?.revision === office.revision) return surveyed.answer;
      const answer = surveyKeys(office.session);
      surveyed = { revision: office.revision, answer };
      return answer;
    },
    'keys.chooseFile': async () => {
      const file = await office.options.desktop.chooseFile('Lieferdatei wählen', []);
      if (file === null) return succeed(null);
      const opened = await KeyDelivery.open(file, officeDayOf(office.session.clock()));
      if (!opened.ok) return opened;
      keep(opened.value);
      const { token, fileName, isLocked } = opened.value;
      if (isLocked) return succeed({ state: 'locked', token, fileName });
      const shown = await preview(opened.value, null);
      if (!shown.ok) close();
      return shown;
    },
    'keys.unlockFile': async ({ token, password }) => {
      if (delivery?.token !== token) return outdated();
      const unlocked = delivery.unlock(password);
      return unlocked.ok ? await preview(delivery, null) : fail({ ...unlocked.error, field: 'password' });
    },
    'keys.mapFile': async ({ token, columns, defaults }) => {
      if (delivery?.token !== token) return outdated();
      if (defaults !== undefined) delivery.assume(defaults);
      return await preview(delivery, columns);
    },
    'keys.closeFile': () => {
      close();
      return succeed(null);
    },
    'keys.apply': ({ token, skip }) => {
      const opened = delivery;
      if (opened?.token !== token) return outdated();
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
      close();
      return succeed({
        written: taken.length,
        confirmed,
        devices: devices.length,
        waiting: devices.filter(({ place }) => place === null).length,
        left,
      });
    },
    'keys.saveProfile': ({ token, name }) => {
      if (delivery?.token !== token) return outdated();
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

/** Hands over what keys are compared with; the held keys are wiped afterwards. */
async function withHoldings<T>(
  office: WorkingOffice,
  use: (holdings: KeyHoldings) => Promise<Result<T, OfficeFailure>> | Result<T, OfficeFailure>,
): Promise<Result<T, OfficeFailure>> {
  const { store, vault } = office.session;
  const held = openAllMeterKeys(store, vault);
  if (!held.ok) return held;
  try {
    return await use({
      held: held.value,
      heard: listHeardMeters(store),
      makers: new Set(listMeters(store).map(({ address }) => address.manufacturer)),
    });
  } finally {
    for (const { key } of held.value) key.fill(0);
  }
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
