import type { Route } from '../../route.ts';
import { exchangeRoutes } from './exchange-routes.ts';
import { headingRoutes } from './heading-routes.ts';
import { placeRoutes } from './place-routes.ts';
import { questionRoutes } from './question-routes.ts';
import { versionRoutes } from './version-routes.ts';

/** Forms as data. Fixed words come before ids, because the first route that fits answers. */
export const formRoutes: readonly Route[] = [
  ...exchangeRoutes,
  ...versionRoutes,
  ...headingRoutes,
  ...placeRoutes,
  ...questionRoutes,
];
