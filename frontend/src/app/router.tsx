import {
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Navigate,
} from '@tanstack/react-router';
import { useMe } from '@/api/me';
import { Broken, Missing, NoPage } from './Broken';
import { Frame } from './Frame';
import { navOf } from './nav';

const root = createRootRoute({ component: Frame, notFoundComponent: Missing });

function Home() {
  const first = navOf(useMe())[0];
  return first ? <Navigate to={first.to} replace /> : <NoPage />;
}

const home = createRoute({ getParentRoute: () => root, path: '/', component: Home });

const today = createRoute({
  getParentRoute: () => root,
  path: '/today',
  component: lazyRouteComponent(() => import('./pages/today/TodayPage'), 'TodayPage'),
});

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** Which sheet a link opens on the board. */
interface BoardSearch {
  child?: string;
  open?: 'arrival' | 'check' | 'departure';
}

const boardSearch = (search: Record<string, unknown>): BoardSearch => ({
  child: typeof search.child === 'string' ? search.child : undefined,
  open: (['arrival', 'check', 'departure'] as const).find((kind) => kind === search.open),
});

const boardPage = lazyRouteComponent(() => import('./pages/board/BoardPage'), 'BoardPage');

const boards = createRoute({ getParentRoute: () => root, path: '/board', component: boardPage });

const board = createRoute({
  getParentRoute: () => root,
  path: '/board/$classId/$day',
  component: boardPage,
  validateSearch: boardSearch,
});

const allergies = createRoute({
  getParentRoute: () => root,
  path: '/allergies',
  component: lazyRouteComponent(() => import('./pages/allergies/AllergiesPage'), 'AllergiesPage'),
});

const gate = createRoute({
  getParentRoute: () => root,
  path: '/gate',
  component: lazyRouteComponent(() => import('./pages/gate/GatePage'), 'GatePage'),
});

const children = createRoute({
  getParentRoute: () => root,
  path: '/children',
  component: lazyRouteComponent(() => import('./pages/children/ChildrenPage'), 'ChildrenPage'),
});

const child = createRoute({
  getParentRoute: () => root,
  path: '/children/$id',
  component: lazyRouteComponent(() => import('./pages/children/ChildPage'), 'ChildPage'),
});

const classes = createRoute({
  getParentRoute: () => root,
  path: '/classes',
  component: lazyRouteComponent(() => import('./pages/classes/ClassesPage'), 'ClassesPage'),
});

const staff = createRoute({
  getParentRoute: () => root,
  path: '/staff',
  component: lazyRouteComponent(() => import('./pages/staff/StaffPage'), 'StaffPage'),
  validateSearch: (search): { person?: string } => ({ person: textOf(search.person) }),
});

const cardPage = createRoute({
  getParentRoute: () => root,
  path: '/children/$id/card',
  component: lazyRouteComponent(() => import('./pages/children/CardPage'), 'CardPage'),
});

const importPage = createRoute({
  getParentRoute: () => root,
  path: '/import',
  component: lazyRouteComponent(() => import('./pages/import/ImportPage'), 'ImportPage'),
});

/** Which part of the consents, and for which child a text is printed. */
interface ConsentSearch {
  tab?: string;
  child?: string;
}

const consentSearch = (search: Record<string, unknown>): ConsentSearch => ({
  tab: textOf(search.tab),
  child: textOf(search.child),
});

const consents = createRoute({
  getParentRoute: () => root,
  path: '/consents',
  component: lazyRouteComponent(() => import('./pages/consents/ConsentsPage'), 'ConsentsPage'),
  validateSearch: consentSearch,
});

const consentPaper = createRoute({
  getParentRoute: () => root,
  path: '/consents/$kind/paper',
  component: lazyRouteComponent(() => import('./pages/consents/PaperPage'), 'PaperPage'),
  validateSearch: consentSearch,
});

/** Which view of the requirements, and the one that was asked for. */
interface RequirementSearch {
  tab?: string;
  rule?: string;
}

const requirements = createRoute({
  getParentRoute: () => root,
  path: '/requirements',
  component: lazyRouteComponent(() => import('./pages/requirements/RequirementsPage'), 'RequirementsPage'),
  validateSearch: (search): RequirementSearch => ({ tab: textOf(search.tab), rule: textOf(search.rule) }),
});

/** The return and month that were looked at. */
interface FilingSearch {
  form?: string;
  period?: string;
}

const filing = createRoute({
  getParentRoute: () => root,
  path: '/filing',
  component: lazyRouteComponent(() => import('./pages/filing/FilingPage'), 'FilingPage'),
  validateSearch: (search): FilingSearch => ({ form: textOf(search.form), period: textOf(search.period) }),
});

const settingsPage = lazyRouteComponent(() => import('./pages/settings/SettingsPage'), 'SettingsPage');

const settingsHome = createRoute({ getParentRoute: () => root, path: '/settings', component: settingsPage });

const settings = createRoute({
  getParentRoute: () => root,
  path: '/settings/$tab',
  component: settingsPage,
  validateSearch: (search): { field?: string } => ({ field: textOf(search.field) }),
});

const routeTree = root.addChildren([
  home,
  today,
  boards,
  board,
  allergies,
  gate,
  children,
  child,
  classes,
  staff,
  consents,
  consentPaper,
  cardPage,
  importPage,
  requirements,
  filing,
  settingsHome,
  settings,
]);

/** Hash history: the window has no server that would know other paths. */
export const makeRouter = () =>
  createRouter({
    routeTree,
    history: createHashHistory(),
    defaultErrorComponent: Broken,
    defaultPreload: false,
  });

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof makeRouter>;
  }
}
