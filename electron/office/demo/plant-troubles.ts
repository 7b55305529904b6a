/** Enters what the shown house's troubles need in the office's books: exchanged meters, a gateway, an end of calibration. */
import { decimalTextOf } from '#shared/model/decimal-text.ts';
import { addDays } from '#shared/model/plain-date.ts';
import type { MeterAddress } from '#shared/model/reading.ts';
import { meterKey } from '#shared/model/reading.ts';
import { exchangeMeter, fieldsOf } from '../services/meter-steps.ts';
import type { Change } from '../store/change.ts';
import { addGateway } from '../store/gateways.ts';
import { installationsOfMeter, metersByAddress, updateMeter, type StoredMeter } from '../store/meters.ts';
import type { LoadedProperty } from './load-property.ts';
import { SHOP_GATEWAY, type ExchangedMeter, type Troubles } from './troubles.ts';

/** The house must have been entered before; a meter that is not there is a bug. */
export function plantTroubles(change: Change, { propertyId }: LoadedProperty, troubles: Troubles): void {
  addGateway(change, {
    serial: SHOP_GATEWAY,
    propertyId,
    model: 'MUC.one',
    place: 'Laden, Lager, Steckdose hinter dem Regal',
  });
  for (const exchange of troubles.exchanges) enterExchange(change, exchange);
  const { meter, until } = troubles.calibration;
  const stored = storedMeter(change, meter.address);
  updateMeter(change, stored.id, { ...stored, calibratedUntil: until });
}

function enterExchange(change: Change, { old, lastDay, isLegible, radio }: ExchangedMeter): void {
  const stored = storedMeter(change, old.address);
  const place = installationsOfMeter(change.store, stored.id).at(-1);
  if (place === undefined) throw new Error('a meter of the house hangs nowhere');
  const { id: number, ...maker } = radio.address;
  const unit = old.kind === 'allocator' ? 'units' : 'm3';
  const byHand = { unit, origin: 'readOnSite', note: 'Gerätetausch' } as const;
  exchangeMeter(
    change,
    // What comes new can be read from afar.
    { ...place, remoteReadable: true, interoperable: true },
    {
      lastDay,
      closing: isLegible
        ? { ...byHand, day: lastDay, value: decimalTextOf(Number(old.registerAt(lastDay)) / 1000) }
        : null,
      next: {
        fields: { ...fieldsOf(stored), ...maker, number },
        opening: { ...byHand, day: addDays(lastDay, 1), value: decimalTextOf(0) },
      },
    },
  );
}

function storedMeter({ store }: Change, address: MeterAddress): StoredMeter {
  const [stored] = metersByAddress(store).get(meterKey(address)) ?? [];
  if (stored === undefined) throw new Error('a meter of the house was not entered');
  return stored;
}
