import type { Route } from '../../route.ts';
import { guestRoutes } from './guest-routes.ts';
import { makeReleaseRoutes } from './make-release-routes.ts';
import { receivedRoutes } from './received-routes.ts';
import { releaseLogRoutes } from './release-log-routes.ts';
import { tieRoutes } from './tie-routes.ts';

/** What authorities let each other have, what they ask with it, and what guests may read. Fixed addresses stand before those with an id. */
export const releaseRoutes: readonly Route[] = [
  ...makeReleaseRoutes,
  ...tieRoutes,
  ...releaseLogRoutes,
  ...receivedRoutes,
  ...guestRoutes,
];
