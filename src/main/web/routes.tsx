import { createRootRoute, createRoute, createRouter, parseSearchWith, stringifySearchWith } from '@tanstack/react-router';
import { ApprovalsPage } from '#capabilities/approvals/web/index.ts';
import { CockpitPage, WallPage } from '#capabilities/cockpit/web/index.ts';
import { CustomerFilePage } from '#capabilities/customer-file/web/index.ts';
import { DrillPage, DutiesPage } from '#capabilities/duties/web/index.ts';
import { ChannelsPage } from '#capabilities/contacts/web/index.ts';
import { RevisitsPage } from '#capabilities/desk/web/index.ts';
import { readMattersSearch } from '#capabilities/matters/web/index.ts';
import { ContactsPage, ExportsPage } from '#capabilities/papers/web/index.ts';
import { PolicyPage } from '#capabilities/policies/web/index.ts';
import { AbsencePage, RosterPage } from '#capabilities/shifts/web/index.ts';
import { HealthPage } from '#capabilities/health/web/index.ts';
import { ImportPage, InstallationPage } from '#capabilities/setup/web/index.ts';
import { Entrance } from './Entrance.tsx';
import { NoPage } from './frame/NoPage.tsx';
import { IntakeRoute } from './IntakeRoute.tsx';
import { CustomersRoute, MatterRoute, MattersRoute, PeopleRoute, RefusalsRoute } from './PaperSlots.tsx';
import { DeskRoute, ShiftsRoute } from './ShiftRoutes.tsx';

/** A word of the address, when it is one. Numbers are words here: a telephone number in an address is read as a number. */
const word = (value: unknown): string | undefined => (typeof value === 'string' || typeof value === 'number' ? String(value) : undefined);

const root = createRootRoute({ component: Entrance, notFoundComponent: NoPage });
const parent = { getParentRoute: () => root };

/** Every page of the product: its address, what the address may say beside, and the page, loaded when it is first opened. */
const pages = [
  createRoute({ ...parent, path: '/', component: DeskRoute }),
  createRoute({ ...parent, path: '/follow-up', component: RevisitsPage }),
  createRoute({ ...parent, path: '/intake', component: IntakeRoute, validateSearch: (search: Record<string, unknown>): { phone?: string; call?: string; refused?: string } => ({ ...named('phone', word(search['phone'])), ...named('call', word(search['call'])), ...named('refused', word(search['refused'])) }) }),
  createRoute({ ...parent, path: '/matters', component: MattersRoute, validateSearch: readMattersSearch }),
  createRoute({ ...parent, path: '/matters/$id', component: MatterRoute, validateSearch: (search: Record<string, unknown>): { act?: string } => named('act', word(search['act'])) }),
  createRoute({ ...parent, path: '/policy', component: PolicyPage }),
  createRoute({ ...parent, path: '/refusals', component: RefusalsRoute }),
  createRoute({ ...parent, path: '/organisation', component: PeopleRoute }),
  createRoute({ ...parent, path: '/shifts', component: ShiftsRoute }),
  createRoute({ ...parent, path: '/rosters', component: RosterPage }),
  createRoute({ ...parent, path: '/absence', component: AbsencePage }),
  createRoute({ ...parent, path: '/settings/channels', component: ChannelsPage }),
  createRoute({ ...parent, path: '/settings/import', component: ImportPage }),
  createRoute({ ...parent, path: '/settings/installation', component: InstallationPage }),
  createRoute({ ...parent, path: '/settings/health', component: HealthPage }),
  createRoute({ ...parent, path: '/approvals', component: ApprovalsPage }),
  createRoute({ ...parent, path: '/manager', component: CockpitPage }),
  createRoute({ ...parent, path: '/wall', component: WallPage }),
  createRoute({ ...parent, path: '/customers', component: CustomersRoute, validateSearch: (search: Record<string, unknown>): { seek?: string } => named('seek', word(search['seek'])) }),
  createRoute({ ...parent, path: '/customers/$id', component: CustomerFilePage }),
  createRoute({ ...parent, path: '/contacts', component: ContactsPage }),
  createRoute({ ...parent, path: '/exports', component: ExportsPage }),
  createRoute({ ...parent, path: '/duties', component: DutiesPage }),
  createRoute({ ...parent, path: '/drill', component: DrillPage }),
] as const;

/** The name of a call may be longer than any number is exact: such digits stay as they are written. */
const parseSearch = parseSearchWith((text) => (/^\d{15,}$/.test(text) ? text : JSON.parse(text) as unknown));

export const router = createRouter({ routeTree: root.addChildren(pages), parseSearch, stringifySearch: stringifySearchWith(JSON.stringify), defaultPreload: 'intent', scrollRestoration: true });

declare module '@tanstack/react-router' {
  interface Register { router: typeof router }
}

function named<K extends string>(name: K, value: string | undefined): { [N in K]?: string } {
  const found: { [N in K]?: string } = {};
  if (value !== undefined && value !== '') found[name] = value;
  return found;
}
