import type { PortalRoute } from '../portal-route.ts';
import { dataRoutes } from './data-routes.ts';
import { oparlRoutes } from './oparl-routes.ts';

/** Open data: what programs read. */
export const openDataRoutes: readonly PortalRoute[] = [...dataRoutes, ...oparlRoutes];
