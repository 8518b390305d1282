import type { Route } from '../../route.ts';
import { studyRoundRoutes } from './round-routes.ts';
import { studyRoutes } from './study-routes.ts';

/** Studies and their rounds. */
export const reviewStudyRoutes: readonly Route[] = [...studyRoutes, ...studyRoundRoutes];
