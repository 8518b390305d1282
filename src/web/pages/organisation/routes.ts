import type { Route } from '../../route.ts';
import { bodyRoutes } from './body-routes.ts';
import { rulesRoutes } from './rules-routes.ts';
import { seatRoutes } from './seat-routes.ts';
import { sectionSeriesRoutes } from './section-series-routes.ts';

/** Bodies, what they are called, their rules and their seats. */
export const organisationRoutes: readonly Route[] = [
  ...bodyRoutes,
  ...rulesRoutes,
  ...seatRoutes,
  ...sectionSeriesRoutes,
];
