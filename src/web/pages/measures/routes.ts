import type { Route } from '../../route.ts';
import { measurePlanRoutes } from './measure-plan-routes.ts';
import { measureRoutes as ofMeasures } from './measure-routes.ts';

/** Economic action plans and their measures. Fixed words come before ids, because the first route that fits answers. */
export const measureRoutes: readonly Route[] = [...measurePlanRoutes, ...ofMeasures];
