/** The addresses of the window: one route a page, under one frame. */
import {
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  retainSearchParams,
} from '@tanstack/react-router';
import { AuditPage } from '../features/audit/audit-page.tsx';
import { BillPage } from '../features/billing/bill-page.tsx';
import { BillingPage } from '../features/billing/billing-page.tsx';
import { RunPage } from '../features/billing/run-page.tsx';
import { ConsumptionPage } from '../features/consumption/consumption-page.tsx';
import { KeysPage } from '../features/keys/keys-page.tsx';
import { GatewayPage } from '../features/gateways/gateway-page.tsx';
import { GatewaysPage } from '../features/gateways/gateways-page.tsx';
import { MeterPage } from '../features/meters/meter-page.tsx';
import { MetersPage } from '../features/meters/meters-page.tsx';
import { PeoplePage } from '../features/people/people-page.tsx';
import { PersonPage } from '../features/people/person-page.tsx';
import { PeriodPage } from '../features/periods/period-page.tsx';
import { PropertiesPage } from '../features/properties/properties-page.tsx';
import { PropertyPage } from '../features/properties/property-page.tsx';
import { PullPage } from '../features/pull/pull-page.tsx';
import { ReviewPage } from '../features/review/review-page.tsx';
import { SettingsPage } from '../features/settings/settings-page.tsx';
import { StartPage } from '../features/start/start-page.tsx';
import { TenanciesPage } from '../features/tenancies/tenancies-page.tsx';
import { UnitPage } from '../features/units/unit-page.tsx';
import { UnitsPage } from '../features/units/units-page.tsx';
import { pageAddress } from '../lib/address.ts';
import { Frame } from './frame/frame.tsx';

/** The property at hand stays from page to page until another one, or none, is chosen. */
const root = createRootRoute({
  component: Frame,
  validateSearch: pageAddress,
  search: { middlewares: [retainSearchParams(['property'])] },
});
const under = () => root;

const routes = [
  createRoute({ getParentRoute: under, path: '/', component: StartPage }),
  createRoute({ getParentRoute: under, path: '/consumption', component: ConsumptionPage }),
  createRoute({ getParentRoute: under, path: '/properties', component: PropertiesPage }),
  createRoute({ getParentRoute: under, path: '/properties/$id', component: PropertyPage }),
  createRoute({ getParentRoute: under, path: '/periods/$id', component: PeriodPage }),
  createRoute({ getParentRoute: under, path: '/units', component: UnitsPage }),
  createRoute({ getParentRoute: under, path: '/units/$id', component: UnitPage }),
  createRoute({ getParentRoute: under, path: '/meters', component: MetersPage }),
  createRoute({ getParentRoute: under, path: '/meters/$id', component: MeterPage }),
  createRoute({ getParentRoute: under, path: '/gateways', component: GatewaysPage }),
  createRoute({ getParentRoute: under, path: '/gateways/$id', component: GatewayPage }),
  createRoute({ getParentRoute: under, path: '/people', component: PeoplePage }),
  createRoute({ getParentRoute: under, path: '/people/$id', component: PersonPage }),
  createRoute({ getParentRoute: under, path: '/tenancies', component: TenanciesPage }),
  createRoute({ getParentRoute: under, path: '/billing', component: BillingPage }),
  createRoute({ getParentRoute: under, path: '/billing/$runId', component: RunPage }),
  createRoute({ getParentRoute: under, path: '/billing/$runId/$billId', component: BillPage }),
  createRoute({ getParentRoute: under, path: '/review', component: ReviewPage }),
  createRoute({ getParentRoute: under, path: '/pull', component: PullPage }),
  createRoute({ getParentRoute: under, path: '/keys', component: KeysPage }),
  createRoute({ getParentRoute: under, path: '/audit', component: AuditPage }),
  createRoute({ getParentRoute: under, path: '/settings', component: SettingsPage }),
] as const;

export const router = createRouter({
  routeTree: root.addChildren(routes),
  history: createHashHistory(),
  defaultNotFoundComponent: StartPage,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
