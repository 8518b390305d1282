import type { Route } from '../../route.ts';
import { indicatorChartRoutes } from './chart-file-routes.ts';
import { indicatorDefinitionRoutes } from './definition-routes.ts';
import { indicatorImportRoutes } from './import-routes.ts';
import { indicatorListRoutes } from './list-routes.ts';
import { indicatorPassageRoutes } from './passage-routes.ts';
import { indicatorSeriesRoutes } from './series-routes.ts';
import { indicatorTargetRoutes } from './target-routes.ts';
import { indicatorValueRoutes } from './value-routes.ts';

/** Figures: the register, one series, what it means, its values, and what texts claim. Fixed words come before ids. */
export const indicatorRoutes: readonly Route[] = [
  ...indicatorListRoutes,
  ...indicatorImportRoutes,
  ...indicatorDefinitionRoutes,
  ...indicatorTargetRoutes,
  ...indicatorValueRoutes,
  ...indicatorPassageRoutes,
  ...indicatorSeriesRoutes,
  ...indicatorChartRoutes,
];
