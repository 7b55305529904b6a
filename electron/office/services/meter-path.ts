/** The way of a meter's data from the gateway to the bill, and the place where it broke (data path, Datenweg). */
import type { MeterView, PathStation } from '#shared/contract/meters.ts';
import type { Readable } from '#shared/contract/handler.ts';
import { formatPeriod } from '#shared/text/format.ts';
import { billsOf, openBill } from '../store/bills.ts';
import {
  newestReadTelegram,
  telegramReceivedMs,
  telegramsOfMeter,
  type TelegramOnItsWay,
} from '../store/meter-telegrams.ts';
import { listAllBillingPeriods } from '../store/whole-office.ts';
import type { SurveyedGateway, SurveyedMeter } from './meter-survey.ts';
import { readLastPull } from './office-settings.ts';
import type { OfficeSession } from './office-session.ts';
import { GATEWAY_SILENT_HOURS } from './judge-gateway.ts';

type Path = Pick<MeterView, 'brokenAt'> & { readonly path: readonly Readable<PathStation>[] };

const HOUR_MS = 3_600_000;
/** Bills further back say nothing about today's data. */
const BILLS_LOOKED_AT = 3;

/** The stations in the order of the way; `brokenAt` names the one after which nothing new arrived. */
export function pathOf(
  session: OfficeSession,
  surveyed: SurveyedMeter,
  gateway: SurveyedGateway | undefined,
): Path {
  const { address } = surveyed.meter;
  const [newest] = telegramsOfMeter(session.store, address, 1);
  const read = newestReadTelegram(session.store, address);
  return {
    path: [
      arrived('gateway', newest, newest && instantOf(newest.receivedAtMs), newest?.gateway ?? ''),
      arrived('cloud', newest, newest?.atSource ?? null, ''),
      arrived('app', newest, newest?.storedAt ?? null, ''),
      arrived('decoded', read, read?.decodedAtMs ? instantOf(read.decodedAtMs) : null, newest?.outcome ?? ''),
      billed(session, surveyed),
    ],
    brokenAt: breakOf(session, surveyed, gateway, newest, read),
  };
}

function instantOf(ms: number): string {
  return new Date(ms).toISOString();
}

function arrived(
  station: PathStation['station'],
  telegram: TelegramOnItsWay | null | undefined,
  at: string | null | undefined,
  detail: string,
): Readable<PathStation> {
  const telegramAt = telegram ? instantOf(telegram.receivedAtMs) : null;
  return { station, at: at ?? null, telegramAt, detail };
}

/** From the far end backwards: what could not be read has arrived; what is silent was lost before. */
function breakOf(
  session: OfficeSession,
  { reception }: SurveyedMeter,
  gateway: SurveyedGateway | undefined,
  newest: TelegramOnItsWay | undefined,
  read: TelegramOnItsWay | null,
): MeterView['brokenAt'] {
  const isUnread = newest !== undefined && newest.id !== read?.id && newest.outcome !== 'noData';
  if (reception === 'received') return isUnread ? 'decoded' : null;
  if (reception === 'gone') return null;
  const lastPull = readLastPull(session.store);
  const hoursSincePull =
    lastPull === null
      ? Number.POSITIVE_INFINITY
      : (session.clock().getTime() - Date.parse(lastPull.endedAt)) / HOUR_MS;
  if (hoursSincePull > GATEWAY_SILENT_HOURS) return 'cloud';
  return gateway?.contact === 'silent' ? 'gateway' : 'meter';
}

/** The devices of a bill's frozen case, as far as the way needs them. */
interface BilledCase {
  readonly devices: readonly {
    readonly id: string;
    readonly readings: readonly { readonly origin?: { readonly kind: string; readonly id: string } }[];
  }[];
}

function billed(session: OfficeSession, { place }: SurveyedMeter): Readable<PathStation> {
  const { store, vault } = session;
  const nothing = { station: 'billed', at: null, telegramAt: null, detail: '' } as const;
  if (place === null) return nothing;
  const bills = listAllBillingPeriods(store)
    .filter(({ propertyId }) => propertyId === place.propertyId)
    .toReversed()
    .flatMap((period) =>
      billsOf(store, period.id)
        .toReversed()
        .map((bill) => ({ bill, period })),
    )
    .filter(({ bill }) => bill.state !== 'cancelled')
    .slice(0, BILLS_LOOKED_AT);
  for (const { bill, period } of bills) {
    const content = openBill(store, vault, bill.id);
    if (!content.ok) continue;
    const { devices } = JSON.parse(content.value.caseJson) as BilledCase;
    const device = devices.find(({ id }) => Number(id.replace('device-', '')) === place.id);
    const telegrams = (device?.readings ?? []).flatMap(({ origin }) =>
      origin?.kind === 'telegram' ? (telegramReceivedMs(store, Number(origin.id)) ?? []) : [],
    );
    if (telegrams.length > 0)
      return {
        station: 'billed',
        at: bill.createdAt,
        telegramAt: instantOf(Math.max(...telegrams)),
        detail: formatPeriod(period),
      };
  }
  return nothing;
}
