/** Checks of the meters themselves: remote reading, calibration, reported errors, key dates (§ 5 HeizkostenV). */
import { addDays } from '../../model/plain-date.ts';
import type { ArrangedCase } from '../arranged-case.ts';
import type { Device } from '../case/devices.ts';
import { finding, type Finding } from '../findings.ts';
import { STATUTORY } from '../statutory.ts';

const DATES = STATUTORY.dates;

/** A device whose kind can be demanded in another quality; cold water is outside the ordinance. */
function isUnderTheOrdinance({ kind }: Device): boolean {
  return kind !== 'coldWaterMeter';
}

/**
 * § 5 Abs. 2 and 3: whatever was installed after 1.12.2021 must be readable remotely, but for a single replacement
 * in a system that is not; everything else must be from the end of 2026 on.
 */
function mustBeRemoteReadable(device: Device, periodTo: string): boolean {
  if (periodTo > DATES.allDevicesRemoteReadableAfter) return true;
  const isNew = (device.installedOn ?? '') > DATES.remoteReadableForNewDevicesAfter;
  return isNew && device.singleReplacement !== true;
}

/** § 5 Abs. 2 S. 3 and Abs. 4: connectable to a smart meter gateway when new, all remote ones from 2032 on. */
function mustBeConnectable(device: Device, periodTo: string): boolean {
  if (!device.remoteReadable) return false;
  if (periodTo > DATES.olderRemoteDevicesConnectableAfter) return true;
  return (device.installedOn ?? '') > DATES.gatewayConnectableForNewDevicesAfter;
}

function countedWarning(
  code: 'NOT_REMOTE_READABLE' | 'NOT_GATEWAY_CONNECTABLE',
  about: string,
  devices: readonly Device[],
): Finding[] {
  if (devices.length === 0) return [];
  const serials = devices.map(({ serial }) => serial).join(', ');
  return [finding(code, [about], { count: String(devices.length), serials })];
}

function lacks(device: Device, periodTo: string): { readonly remote: boolean; readonly gateway: boolean } {
  const stands = device.gatewayConnectable === false || device.interoperable === false;
  return {
    remote: !device.remoteReadable && mustBeRemoteReadable(device, periodTo),
    gateway: stands && mustBeConnectable(device, periodTo),
  };
}

/** A resetting register whose key date is neither the last day of the period nor the eve of its first. */
function isOffPeriod({ resetsOn }: Device, { from, to }: ArrangedCase['period']): boolean {
  return resetsOn !== undefined && !to.endsWith(resetsOn) && !addDays(from, -1).endsWith(resetsOn);
}

function singleWarnings(device: Device, period: ArrangedCase['period']): Finding[] {
  const about = [`device.${device.id}`];
  const { calibratedUntil, errorCode, resetsOn } = device;
  const found: Finding[] = [];
  if (calibratedUntil !== undefined && calibratedUntil < period.to)
    found.push(finding('CALIBRATION_EXPIRED', about, { until: calibratedUntil, serial: device.serial }));
  if (errorCode !== undefined)
    found.push(finding('DEVICE_ERROR', about, { error: errorCode, serial: device.serial }));
  if (resetsOn !== undefined && isOffPeriod(device, period))
    found.push(finding('KEY_DATE_OFF_PERIOD', about, { keyDate: resetsOn, serial: device.serial }));
  return found;
}

/** What a look at the meters finds, unit by unit; a meter of the house concerns everyone. */
export function deviceWarnings({ units, houseDevices, period }: ArrangedCase): Finding[] {
  const places = [
    ...units.map(({ unit, devices }) => ({ about: `unit.${unit.id}`, devices })),
    { about: 'property', devices: houseDevices },
  ];
  return places.flatMap(({ about, devices }) => {
    const inScope = devices.filter(isUnderTheOrdinance);
    return [
      ...countedWarning(
        'NOT_REMOTE_READABLE',
        about,
        inScope.filter((device) => lacks(device, period.to).remote),
      ),
      ...countedWarning(
        'NOT_GATEWAY_CONNECTABLE',
        about,
        inScope.filter((device) => lacks(device, period.to).gateway),
      ),
      ...devices.flatMap((device) => singleWarnings(device, period)),
    ];
  });
}
