import type { Route } from '../../route.ts';
import { answerRoutes } from './answer-routes.ts';
import { budgetInputRoutes } from './budget-input-routes.ts';
import { claimRoutes } from './claim-routes.ts';
import { periodReportFrameRoutes } from './period-report-frame-routes.ts';
import { periodReportRoutes } from './period-report-routes.ts';
import { periodReportTextRoutes } from './period-report-text-routes.ts';
import { receiveRoutes } from './receive-routes.ts';
import { reportAnnexRoutes } from './report-annex-routes.ts';
import { reportArrangeRoutes } from './report-arrange-routes.ts';
import { reportFigureRoutes } from './report-figure-routes.ts';
import { reportRoutes } from './report-routes.ts';
import { reportWriteRoutes } from './report-write-routes.ts';
import { situationRoutes } from './situation-routes.ts';
import { stepRoutes } from './step-routes.ts';

/** The follow-up: report-backs, situations and input. Fixed words come before ids, because the first route that fits answers. */
export const followupRoutes: readonly Route[] = [
  ...situationRoutes,
  ...budgetInputRoutes,
  ...reportArrangeRoutes,
  ...reportAnnexRoutes,
  ...reportFigureRoutes,
  ...periodReportFrameRoutes,
  ...periodReportRoutes,
  ...periodReportTextRoutes,
  ...reportRoutes,
  ...reportWriteRoutes,
  ...receiveRoutes,
  ...answerRoutes,
  ...claimRoutes,
  ...stepRoutes,
];
