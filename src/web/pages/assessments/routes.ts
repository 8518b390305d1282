import type { Route } from '../../route.ts';
import { contributionRoutes } from './contribution-routes.ts';
import { contributionStepRoutes } from './contribution-steps.ts';
import { historyRoutes } from './history-routes.ts';
import { periodRoutes } from './period-routes.ts';

/** Periods, contributions, slippage and history. Before the pages of assignments and reports, whose addresses with an id would catch these. */
export const assessmentsRoutes: readonly Route[] = [
  ...contributionRoutes,
  ...contributionStepRoutes,
  ...periodRoutes,
  ...historyRoutes,
];
