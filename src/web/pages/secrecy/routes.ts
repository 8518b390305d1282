import type { Route } from '../../route.ts';
import { markRoutes } from './mark-routes.ts';
import { maskRoutes } from './mask-routes.ts';

/** Marks of secrecy and masked copies. The copies come first: their address would else be read as that of a mark. */
export const secrecyRoutes: readonly Route[] = [...maskRoutes, ...markRoutes];
