import type { Route } from '../../route.ts';
import { deviationListRoutes } from './deviation-list-routes.ts';
import { deviationRoutes as ofOne } from './deviation-routes.ts';
import { improvementRoutes } from './improvement-routes.ts';
import { deviationRegisterRoutes } from './register-routes.ts';

/** Deviations between principals. Fixed words come before ids, because the first route that fits answers. */
export const deviationRoutes: readonly Route[] = [
  ...deviationListRoutes,
  ...deviationRegisterRoutes,
  ...improvementRoutes,
  ...ofOne,
];
