/** The gateways the office knows, and what has come from gateways, known or not. */
import { sql as rawSql } from 'kysely';
import type { PropertyId } from '#shared/model/property.ts';
import type { Change } from './change.ts';
import { query } from './query.ts';
import type { Store } from './store.ts';

/** A gateway the office knows; bundles of others arrive all the same. */
export interface GatewayDetails {
  readonly serial: string;
  readonly propertyId: PropertyId | null;
  readonly model: string;
  /** Where it hangs. */
  readonly place: string;
  /** Number of its SIM card, or who provides it. */
  readonly sim?: string;
  /** The device certificate, PEM. */
  readonly certificate?: string | null;
}

export interface Gateway extends Required<GatewayDetails> {
  readonly id: number;
}

const GATEWAY_COLUMNS = [
  'id',
  'serial',
  'property_id as propertyId',
  'model',
  'place',
  'sim',
  'certificate',
] as const;

/** Enough to tell how often a gateway usually reports. */
const RECENT_BUNDLES = 12;

const selectGateways = query()((sql) => sql.selectFrom('gateways').select(GATEWAY_COLUMNS).orderBy('serial'));
const selectGateway = query<{ id: number }>()((sql, given) =>
  sql.selectFrom('gateways').select(GATEWAY_COLUMNS).where('id', '=', given.id),
);
/** One seek a gateway instead of one row a bundle: their index is walked from serial to serial. */
const selectHeardSerials = query()((sql) =>
  sql
    .withRecursive('heard(serial)', (walk) =>
      walk
        .selectFrom('bundles')
        .select((first) => first.fn.min('gateway').as('serial'))
        .where('state', '=', 'stored')
        .unionAll(
          walk
            .selectFrom('heard')
            .select((next) =>
              next
                .selectFrom('bundles')
                .select((one) => one.fn.min('gateway').as('serial'))
                .whereRef('bundles.gateway', '>', 'heard.serial')
                .where('bundles.state', '=', 'stored')
                .as('serial'),
            )
            .where('heard.serial', 'is not', null),
        ),
    )
    .selectFrom('heard')
    .select('serial')
    .where('serial', 'is not', null),
);
/** The newest bundles: those that came last and, as a backlog may come after them, those with the highest numbers. */
const selectContacts = query<{ serial: string }>()((sql, given) => {
  const stored = sql
    .selectFrom('bundles')
    .select('id')
    .where('gateway', '=', given.serial)
    .where('state', '=', 'stored')
    .limit(RECENT_BUNDLES);
  return sql
    .selectFrom('bundles')
    .select([
      'received_at as receivedAt',
      'last_modified as lastModified',
      rawSql<
        number | null
      >`(select max(received_at_ms) from telegrams where telegrams.bundle_id = bundles.id)`.as('heardAtMs'),
    ])
    .where((where) =>
      where.or([
        where('id', 'in', where.selectFrom(stored.orderBy('id', 'desc').as('last')).select('id')),
        where('id', 'in', where.selectFrom(stored.orderBy('seq', 'desc').as('highest')).select('id')),
      ]),
    );
});
const selectNumbers = query<{ serial: string }>()((sql, given) =>
  sql
    .selectFrom('bundles')
    .select(['epoch', 'seq'])
    .where('gateway', '=', given.serial)
    .where('state', '=', 'stored'),
);

export function listGateways(store: Store): Gateway[] {
  return store.all(selectGateways, {});
}

export function findGateway(store: Store, id: number): Gateway | null {
  return store.get(selectGateway, { id }) ?? null;
}

function gatewayValues({ serial, propertyId, model, place, sim = '', certificate = null }: GatewayDetails) {
  return { serial, property_id: propertyId, model, place, sim, certificate };
}

/** `ALREADY_EXISTS` ends the change when the serial is known. */
export function addGateway(change: Change, details: GatewayDetails): number {
  return change.insert('gateways', gatewayValues(details));
}

/** `ALREADY_EXISTS` as when it is added. */
export function updateGateway(change: Change, id: number, details: GatewayDetails): void {
  change.update('gateways', id, gatewayValues(details));
}

export function removeGateway(change: Change, id: number): void {
  change.remove('gateways', id);
}

/** The serials of all gateways that bundles have come from, whether the office knows them or not. */
export function heardGateways(store: Store): string[] {
  return store.all(selectHeardSerials, {}).flatMap(({ serial }) => (serial === null ? [] : [serial]));
}

/** When a gateway last reported, newest first: the newest telegram of each bundle, or else when the bundle came. */
export function recentContactsMs(store: Store, serial: string): number[] {
  return store
    .all(selectContacts, { serial })
    .map(({ heardAtMs, lastModified, receivedAt }) => heardAtMs ?? Date.parse(lastModified ?? receivedAt))
    .toSorted((a, b) => b - a)
    .slice(0, RECENT_BUNDLES);
}

/** The numbers of the bundles that have come from a gateway. */
export function bundleNumbers(
  store: Store,
  serial: string,
): { readonly epoch: string; readonly seq: number }[] {
  return store
    .all(selectNumbers, { serial })
    .flatMap(({ epoch, seq }) => (seq === null ? [] : [{ epoch: epoch ?? '', seq }]));
}
