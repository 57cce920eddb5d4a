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

const importPage = createRoute({
  getParentRoute: () => root,
  path: '/import',
  component: lazyRouteComponent(() => import('./pages/import/ImportPage'), 'ImportPage'),
});

const routeTree = root.addChildren([home, today, boards, board, importPage]);

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
