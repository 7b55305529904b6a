/** What the law asks of a device by a day: remote readability and interoperability (§ 5 Abs. 2 to 4 HeizkostenV). */
import type { MeterDuty } from '#shared/contract/meters.ts';
import { plainDateOf, type PlainDate } from '#shared/model/plain-date.ts';
import type { InstallationDetails } from '#shared/model/meter.ts';

/** Devices installed after this day had to be remotely readable from the start (Abs. 2 S. 1). */
const REMOTE_SINCE = plainDateOf('2021-12-01');
/** Devices installed after this day had to be interoperable as well (Abs. 2 S. 3). */
const INTEROPERABLE_SINCE = plainDateOf('2022-12-01');
/** The last day for devices that are not remotely readable (Abs. 3). */
const REMOTE_DEADLINE = plainDateOf('2026-12-31');
/** The last day for remotely readable ones that are not interoperable (Abs. 4). */
const INTEROPERABLE_DEADLINE = plainDateOf('2031-12-31');

type Installed = Pick<InstallationDetails, 'from' | 'remoteReadable' | 'interoperable'>;

/** The two duties of a device with their days, and where they stand today. */
export function dutiesOf({ from, remoteReadable, interoperable }: Installed, today: PlainDate): MeterDuty[] {
  const remoteBy = from > REMOTE_SINCE ? from : REMOTE_DEADLINE;
  // Whoever retrofits remote reading by the deadline has to install interoperable devices (Abs. 3).
  const oldBy = remoteReadable ? INTEROPERABLE_DEADLINE : REMOTE_DEADLINE;
  const interoperableBy = from > INTEROPERABLE_SINCE ? from : oldBy;
  return [
    { duty: 'remoteReadable', by: remoteBy, state: stateOf(remoteReadable, remoteBy, today) },
    { duty: 'interoperable', by: interoperableBy, state: stateOf(interoperable, interoperableBy, today) },
  ];
}

function stateOf(isMet: boolean, by: PlainDate, today: PlainDate): MeterDuty['state'] {
  if (isMet) return 'met';
  return by < today ? 'breached' : 'due';
}
