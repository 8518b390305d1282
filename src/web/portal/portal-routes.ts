import { openDataRoutes } from './open-data/routes.ts';
import type { PortalRoute } from './portal-route.ts';
import { startRoutes } from './start/routes.ts';

/** Every route of the open portal: each folder hands over its own list, and what is not here cannot be reached. */
export const portalRoutes: readonly PortalRoute[] = [...startRoutes, ...openDataRoutes];
