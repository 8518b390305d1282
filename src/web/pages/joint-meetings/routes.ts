import type { Route } from '../../route.ts';
import { gatheringRoutes } from './gathering-routes.ts';
import { notesRoutes } from './notes-routes.ts';
import { officialsReportRoutes } from './officials-report-routes.ts';
import { officialsRoutes } from './officials-routes.ts';

/** Joint meetings, study visits, workshops and groups of officials: what they have beside an ordinary meeting. */
export const jointMeetingRoutes: readonly Route[] = [
  ...notesRoutes,
  ...gatheringRoutes,
  ...officialsRoutes,
  ...officialsReportRoutes,
];
