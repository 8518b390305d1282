import type { Route } from '../../route.ts';
import { packageRoutes } from './package-routes.ts';
import { retentionRoutes } from './retention-routes.ts';

/** The archive: what is ready for it, the packages, the plan of how long documents are kept, and disposal. */
export const archivingRoutes: readonly Route[] = [...packageRoutes, ...retentionRoutes];
