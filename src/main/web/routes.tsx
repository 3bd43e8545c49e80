import { createRootRoute, createRoute, createRouter } from '@tanstack/react-router';
import { PeoplePage } from '#capabilities/identity/web/index.ts';
import { DeskPage } from '#capabilities/desk/web/index.ts';
import { IntakePage, MatterPage, MattersPage, readMattersSearch, RefusalsPage } from '#capabilities/matters/web/index.ts';
import { PolicyPage } from '#capabilities/policies/web/index.ts';
import { Entrance } from './Entrance.tsx';
import { NoPage } from './frame/NoPage.tsx';

/** A word of the address, when it is one. Numbers are words here: a telephone number in an address is read as a number. */
const word = (value: unknown): string | undefined => (typeof value === 'string' || typeof value === 'number' ? String(value) : undefined);

const root = createRootRoute({ component: Entrance, notFoundComponent: NoPage });
const parent = { getParentRoute: () => root };

/** Every page of the product: its address, what the address may say beside, and the page, loaded when it is first opened. */
const pages = [
  createRoute({ ...parent, path: '/', component: DeskPage }),
  createRoute({ ...parent, path: '/intake', component: IntakePage, validateSearch: (search: Record<string, unknown>): { phone?: string } => named('phone', word(search['phone'])) }),
  createRoute({ ...parent, path: '/matters', component: MattersPage, validateSearch: readMattersSearch }),
  createRoute({ ...parent, path: '/matters/$id', component: MatterPage, validateSearch: (search: Record<string, unknown>): { act?: string } => named('act', word(search['act'])) }),
  createRoute({ ...parent, path: '/policy', component: PolicyPage }),
  createRoute({ ...parent, path: '/refusals', component: RefusalsPage }),
  createRoute({ ...parent, path: '/organisation', component: PeoplePage }),
] as const;

export const router = createRouter({ routeTree: root.addChildren(pages), defaultPreload: 'intent', scrollRestoration: true });

declare module '@tanstack/react-router' {
  interface Register { router: typeof router }
}

function named<K extends string>(name: K, value: string | undefined): { [N in K]?: string } {
  const found: { [N in K]?: string } = {};
  if (value !== undefined && value !== '') found[name] = value;
  return found;
}
