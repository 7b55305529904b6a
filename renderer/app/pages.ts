/** The pages of the sidebar, in its order. A page stands here only when the office answers its questions. */
import {
  Building2,
  ChartColumn,
  ClipboardList,
  Gauge,
  DoorClosed,
  FileText,
  ListChecks,
  LockKeyhole,
  RefreshCw,
  Router,
  ScrollText,
  Settings,
  UserRound,
  KeyRound,
  type LucideIcon,
} from 'lucide-react';
import type { Dictionary } from '#shared/text/dictionary.ts';

export type PageId = keyof Dictionary['frame']['pages'];

export interface Page {
  readonly id: PageId;
  readonly path:
    | '/'
    | '/consumption'
    | '/properties'
    | '/units'
    | '/meters'
    | '/people'
    | '/tenancies'
    | '/billing'
    | '/review'
    | '/gateways'
    | '/pull'
    | '/keys'
    | '/audit'
    | '/settings';
  readonly icon: LucideIcon;
}

export const PAGES: readonly Page[] = [
  { id: 'start', path: '/', icon: ClipboardList },
  { id: 'consumption', path: '/consumption', icon: ChartColumn },
  { id: 'properties', path: '/properties', icon: Building2 },
  { id: 'units', path: '/units', icon: DoorClosed },
  { id: 'meters', path: '/meters', icon: Gauge },
  { id: 'people', path: '/people', icon: UserRound },
  { id: 'tenancies', path: '/tenancies', icon: KeyRound },
  { id: 'billing', path: '/billing', icon: FileText },
  { id: 'review', path: '/review', icon: ListChecks },
  { id: 'gateways', path: '/gateways', icon: Router },
  { id: 'pull', path: '/pull', icon: RefreshCw },
  { id: 'keys', path: '/keys', icon: LockKeyhole },
  { id: 'audit', path: '/audit', icon: ScrollText },
  { id: 'settings', path: '/settings', icon: Settings },
];

/** The page a path belongs to; `/properties/7` belongs to the properties, a period to the bills. */
export function pageOfPath(path: string): Page | undefined {
  const [, first = ''] = path.split('/');
  const owner = first === 'periods' ? 'billing' : first;
  return PAGES.find((page) => page.path === `/${owner}`);
}
