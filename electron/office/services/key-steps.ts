/** The undoable steps about keys: writing them, with the devices of a delivery, and forgetting one. */
import type { OfficeFailure } from '#shared/contract/failure.ts';
import type { Result } from '#shared/model/result.ts';
import type { Change } from '../store/change.ts';
import { requeueUnopenedOf } from '../store/heard-devices.ts';
import { removeMeterKey, restoreMeterKey, type MeterKeyInfo, type RemovedMeterKey } from '../store/keys.ts';
import { requeueTelegramsOf } from '../store/telegrams.ts';
import { listHeardMeters } from './heard-meters.ts';
import type { PlannedMeter } from './judge-devices.ts';
import type { JudgedKey } from './judge-keys.ts';
import type { TelegramRereading } from './reread-telegrams.ts';
import type { WorkingOffice } from './working-office.ts';
import { DeviceWriting } from './write-devices.ts';
import { KeyWriting, sendersOf, type Senders } from './write-keys.ts';

const TOUCHES = ['keys', 'pull'] as const;
const TOUCHES_WITH_DEVICES = [...TOUCHES, 'meters', 'units', 'properties'] as const;

/** What is written as one step. */
interface ToWrite {
  readonly keys: readonly JudgedKey[];
  readonly devices: readonly PlannedMeter[];
  /** What the step is called. */
  readonly name: string;
  /** Where the keys come from. */
  readonly label: string;
  /** What the audit says of the delivery as a whole. */
  readonly note: Readonly<Record<string, string | number>> | null;
}

interface Written {
  readonly keys: KeyWriting;
  readonly devices: DeviceWriting;
}

export class KeySteps {
  readonly #office: WorkingOffice;
  readonly #rereading: TelegramRereading;

  constructor(office: WorkingOffice, rereading: TelegramRereading) {
    this.#office = office;
    this.#rereading = rereading;
  }

  /** Writes keys and devices as one step and has the telegrams read again. */
  write({ keys, devices, name, label, note }: ToWrite): Result<Written, OfficeFailure> {
    const heard = listHeardMeters(this.#office.session.store);
    const owners = devices.map(({ meter: { address } }) => ({
      manufacturer: address.manufacturer,
      serial: address.id,
    }));
    const enter = (change: Change): DeviceWriting =>
      new DeviceWriting(change, devices, sendersOf(owners, heard));
    let written: Written | null = null;
    return this.#office.step({
      action: 'keys.import',
      name,
      touches: devices.length === 0 ? TOUCHES : TOUCHES_WITH_DEVICES,
      work: (change) => {
        if (note !== null) change.note('delivery:keys', note);
        if (written === null)
          written = { keys: new KeyWriting(change, keys, heard, label), devices: enter(change) };
        else {
          written.keys.takeAgain(change);
          // Meters come back under new numbers.
          if (devices.length > 0) written = { keys: written.keys, devices: enter(change) };
        }
        this.#rereading.startSoon();
        return written;
      },
      undo: (change, done) => {
        done.devices.takeBack(change);
        done.keys.takeBack(change);
        this.#readAllAgain(done.keys.senders);
      },
    });
  }

  /** Forgets a key of a device. */
  remove({ id, manufacturer, identification }: MeterKeyInfo): Result<RemovedMeterKey, OfficeFailure> {
    const heard = listHeardMeters(this.#office.session.store);
    const senders = sendersOf([{ manufacturer, serial: identification }], heard);
    return this.#office.step({
      action: 'keys.remove',
      name: `Schlüssel von ${identification} entfernt`,
      touches: TOUCHES,
      work: (change) => {
        this.#readAllAgain(senders);
        return removeMeterKey(change, id);
      },
      undo: (change, former) => {
        restoreMeterKey(change, former);
        for (const sender of senders) requeueUnopenedOf(change.store, sender);
        this.#rereading.startSoon();
      },
    });
  }

  /** After a key went, what it had opened is no longer vouched for. */
  #readAllAgain(senders: Senders): void {
    this.#rereading.startSoon(({ store }) => {
      for (const sender of senders) requeueTelegramsOf(store, sender);
    });
  }
}
