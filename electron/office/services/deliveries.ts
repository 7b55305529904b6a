/** The one delivery file that is looked at, from its opening to its end: with the dialog, the session or the next file. */
import type { OfficeFailure } from '#shared/contract/failure.ts';
import type { Readable } from '#shared/contract/handler.ts';
import type { DeliveryColumn, DeliveryPreview, OpenedDelivery } from '#shared/contract/keys.ts';
import { succeed, type Failure, type Result } from '#shared/model/result.ts';
import { profileFor } from './delivery-profiles.ts';
import { KeyDelivery } from './key-delivery.ts';
import { withHoldings } from './key-holdings.ts';
import { officeDayOf } from './office-day.ts';
import type { WorkingOffice } from './working-office.ts';

export class Deliveries {
  readonly #office: WorkingOffice;
  #open: KeyDelivery | null = null;

  constructor(office: WorkingOffice) {
    this.#office = office;
  }

  /** The delivery that a preview was made of; null when it is over. */
  find(token: string): KeyDelivery | null {
    return this.#open?.token === token ? this.#open : null;
  }

  /** Reads a file that was chosen, up to its preview or to the question for its password. */
  async openFile(file: string): Promise<Result<Readable<OpenedDelivery>, OfficeFailure>> {
    return await this.#show(await KeyDelivery.open(file, this.#today));
  }

  /** The same for content that is here already; it is taken over, and wiped with the delivery. */
  async openContent(name: string, content: Buffer): Promise<Result<Readable<OpenedDelivery>, OfficeFailure>> {
    return await this.#show(KeyDelivery.of(name, content, this.#today));
  }

  /** The rows as they are judged now, with columns as given, as a profile says, or as guessed. */
  async preview(
    opened: KeyDelivery,
    columns: readonly DeliveryColumn[] | null,
  ): Promise<Result<Readable<DeliveryPreview>, OfficeFailure>> {
    const { store } = this.#office.session;
    let profile: string | null = null;
    const read = await withHoldings(this.#office.session, (holdings) =>
      opened.read(store, holdings, this.#today, (titles) => {
        const known = columns === null ? profileFor(store, titles) : null;
        profile = known?.name ?? null;
        return columns ?? known?.columns ?? null;
      }),
    );
    return read.ok ? succeed(opened.preview(profile)) : read;
  }

  readonly close = (): void => {
    this.#open?.wipe();
    this.#open = null;
  };

  async #show(
    opened: Result<KeyDelivery, Failure>,
  ): Promise<Result<Readable<OpenedDelivery>, OfficeFailure>> {
    if (!opened.ok) return opened;
    this.close();
    this.#open = opened.value;
    this.#office.ending.addEventListener('abort', this.close, { once: true });
    const { token, fileName, isLocked } = opened.value;
    if (isLocked) return succeed({ state: 'locked', token, fileName });
    const shown = await this.preview(opened.value, null);
    if (!shown.ok) this.close();
    return shown;
  }

  get #today() {
    return officeDayOf(this.#office.session.clock());
  }
}
