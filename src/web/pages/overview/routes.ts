import type { Route } from '../../route.ts';
import { contributionView } from './contribution-view.ts';
import { focusView } from './focus-view.ts';
import { lateView } from './late-view.ts';
import { nextView } from './next-view.ts';
import { viewRoutes } from './overview-view.ts';
import { periodView } from './period-view.ts';
import { quietView } from './quiet-view.ts';
import { statusView } from './status-view.ts';
import { workView } from './work-view.ts';

/** The overview for chairs and controllers: how a whole year stands, each figure a way to its records, each side also as a file. */
export const overviewRoutes: readonly Route[] = [
  ...viewRoutes(statusView),
  ...viewRoutes(periodView),
  ...viewRoutes(quietView),
  ...viewRoutes(lateView),
  ...viewRoutes(contributionView),
  ...viewRoutes(focusView),
  ...viewRoutes(nextView),
  ...viewRoutes(workView),
];
