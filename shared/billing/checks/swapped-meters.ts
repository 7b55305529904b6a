/** Two meters whose readings were written to each other: each runs backwards, and both run well when exchanged. */
import type { Device } from '../case/devices.ts';
import { exactly } from '../case/values.ts';
import { compare, type Rational } from '../../model/rational.ts';
import { finding, type Finding } from '../findings.ts';

interface Ends {
  readonly device: Device;
  readonly first: Rational;
  readonly last: Rational;
}

/** The first and the last reading of a meter that never starts again. */
function endsOf(device: Device): Ends[] {
  let [first, last] = [device.readings[0], device.readings[0]];
  for (const reading of device.readings) {
    if (first && reading.date < first.date) first = reading;
    if (last && reading.date > last.date) last = reading;
  }
  if (!first || !last || first === last || device.resetsOn !== undefined) return [];
  return [{ device, first: exactly(first.value), last: exactly(last.value) }];
}

function runsBackwards({ first, last }: Ends): boolean {
  return compare(last, first) < 0;
}

/** Meters of the same kind of which one runs backwards and only one other makes sense of its readings. */
export function swappedMeters(devices: readonly Device[]): Finding[] {
  const all = devices.flatMap(endsOf);
  return all.filter(runsBackwards).flatMap((broken) => {
    const partners = all.filter(
      (other) =>
        other !== broken &&
        other.device.kind === broken.device.kind &&
        compare(other.last, broken.first) >= 0 &&
        compare(broken.last, other.first) >= 0,
    );
    const [partner] = partners;
    if (!partner || partners.length > 1) return [];
    const [first, second] = [broken.device.id, partner.device.id].toSorted();
    return [
      finding('METERS_SWAPPED', [`device.${broken.device.id}`, `device.${partner.device.id}`].toSorted(), {
        first: first ?? '',
        second: second ?? '',
      }),
    ];
  });
}

const FAR_AHEAD = '9999-12-31';

/** Whether both are mounted on the same days; one may come on the day the other goes. */
function overlaps(a: Device, b: Device): boolean {
  return (
    (a.removedOn ?? FAR_AHEAD) > (b.installedOn ?? '') && (b.removedOn ?? FAR_AHEAD) > (a.installedOn ?? '')
  );
}

/** Serial numbers that are mounted in two places at the same time. */
export function serialsTwice(devices: readonly Device[]): Finding[] {
  const bySerial = new Map<string, Device[]>();
  for (const device of devices) {
    const key = `${device.manufacturer ?? ''} ${device.serial}`;
    bySerial.set(key, [...(bySerial.get(key) ?? []), device]);
  }
  return [...bySerial.values()].flatMap((same) => {
    const [first, ...others] = same;
    const clash = first && others.find((other) => overlaps(first, other));
    if (!first || !clash) return [];
    const about = [`device.${first.id}`, `device.${clash.id}`].toSorted();
    return [finding('DEVICE_SERIAL_TWICE', about, { serial: first.serial })];
  });
}
