/** Which questions must be asked again when the office says that data changed. Pure. */
import type { ChannelName } from '#shared/contract/contract.ts';
import type { ChangedData } from '#shared/contract/events.ts';

type Noun = ChannelName extends `${infer First}.${string}` ? First : never;

/** The data behind each desk's answers; a desk that is not named answers without stored data. */
const BEHIND: Partial<Record<Noun, readonly ChangedData[]>> = {
  vault: ['vault'],
  properties: ['properties', 'units', 'people', 'tenancies', 'costs', 'billing', 'pull'],
  units: ['properties', 'units', 'tenancies', 'people', 'pull'],
  people: ['people', 'properties', 'units', 'tenancies'],
  meters: ['meters', 'gateways', 'properties', 'units', 'tenancies', 'pull', 'billing', 'settings'],
  unplaced: ['meters', 'units', 'properties'],
  gateways: ['gateways', 'meters', 'properties', 'pull'],
  tenancies: ['tenancies', 'people', 'units', 'properties'],
  periods: ['properties', 'billing'],
  costs: ['costs'],
  billing: ['billing', 'costs', 'properties', 'units', 'people', 'tenancies'],
  documents: ['billing'],
  overview: ['properties', 'units', 'people', 'tenancies', 'costs', 'billing', 'pull', 'backup'],
  morning: ['meters', 'gateways', 'properties', 'units', 'tenancies', 'pull', 'settings'],
  partyViews: ['properties', 'units', 'tenancies', 'people', 'billing', 'pull'],
  tenantChange: ['properties', 'units', 'tenancies', 'people', 'billing', 'pull'],
  consumption: ['meters', 'properties', 'units', 'tenancies', 'billing', 'pull'],
  pull: ['pull', 'pullRun', 'settings', 'keys', 'units', 'properties'],
  keys: ['keys', 'pull', 'units', 'properties'],
  inbox: ['pull', 'keys', 'units', 'properties'],
  staff: ['staff'],
  settings: ['settings', 'backup'],
  views: ['settings'],
  backup: ['backup', 'settings'],
  audit: ['properties', 'units', 'people', 'tenancies', 'costs', 'billing', 'staff', 'settings', 'audit'],
  history: ['properties', 'units', 'people', 'tenancies', 'costs', 'billing', 'settings', 'audit'],
  search: ['properties', 'units', 'people', 'tenancies', 'billing'],
};

/** Whether the answers of a channel may be stale after these data changed. */
export function isTouched(channel: string, changed: readonly ChangedData[]): boolean {
  const [noun] = channel.split('.') as [Noun];
  return BEHIND[noun]?.some((data) => changed.includes(data)) ?? false;
}
