import type { Route } from '../../route.ts';
import { groupRoutes } from './group-routes.ts';
import { principalRoutes } from './principal-routes.ts';

/** The groups and the principals of the joint work. */
export const collaborationRoutes: readonly Route[] = [...groupRoutes, ...principalRoutes];
