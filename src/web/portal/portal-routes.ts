import { followRoutes } from './follow/routes.ts';
import { openDataRoutes } from './open-data/routes.ts';
import type { PortalRoute } from './portal-route.ts';
import { recordRoutes } from './records/routes.ts';
import { searchRoutes } from './search/routes.ts';
import { serviceRoutes } from './service/routes.ts';
import { startRoutes } from './start/routes.ts';

/** Every route of the open portal: each folder hands over its own list, and what is not here cannot be reached. */
export const portalRoutes: readonly PortalRoute[] = [
  ...startRoutes,
  ...searchRoutes,
  ...followRoutes,
  ...serviceRoutes,
  ...openDataRoutes,
  ...recordRoutes,
];
