import type { Route } from '../../route.ts';
import { endorsementRoutes } from './endorsement-routes.ts';
import { groupRoutes } from './group-routes.ts';
import { principalRoutes } from './principal-routes.ts';

/** The groups and the principals of the joint work, and who stands behind what. */
export const collaborationRoutes: readonly Route[] = [...groupRoutes, ...principalRoutes, ...endorsementRoutes];
