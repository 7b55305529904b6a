/** Record headers of compact frames, learnt from full and format frames and kept for ever (OMS Vol. 2, annex F). */
import type { MeterAddress } from '#shared/model/reading.ts';
import { query } from './query.ts';
import type { Store } from './store.ts';

export interface TelegramFormat extends Pick<MeterAddress, 'manufacturer' | 'deviceType'> {
  /** CRC-16 of the headers, as compact frames carry it. */
  readonly signature: number;
  /** The DIF and VIF bytes of all records, one after the other. */
  readonly headers: Buffer;
}

const selectFormats = query()((sql) =>
  sql
    .selectFrom('telegram_formats')
    .select(['manufacturer', 'device_type as deviceType', 'signature', 'headers']),
);
const insertFormat = query<TelegramFormat>()((sql, given) =>
  sql
    .insertInto('telegram_formats')
    .values({
      manufacturer: given.manufacturer,
      device_type: given.deviceType,
      signature: given.signature,
      headers: given.headers,
    })
    .onConflict((conflict) =>
      conflict.columns(['manufacturer', 'device_type', 'signature']).doUpdateSet({ headers: given.headers }),
    ),
);

export function listTelegramFormats(store: Store): TelegramFormat[] {
  return store.all(selectFormats, {});
}

/** Keeps formats; a newer one replaces an older one of the same maker, medium and signature. */
export function keepTelegramFormats(store: Store, formats: readonly TelegramFormat[]): void {
  for (const format of formats) store.run(insertFormat, format);
}
