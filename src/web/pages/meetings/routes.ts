import type { Route } from '../../route.ts';
import { agendaRoutes } from './agenda-routes.ts';
import { decisionRoutes } from './decision-routes.ts';
import { linkRoutes } from './link-routes.ts';
import { meetingPageRoutes } from './meeting-routes.ts';
import { stateRoutes } from './state-routes.ts';
import { timetableRoutes } from './timetable-routes.ts';

/** Meetings with all that hangs on them: agenda, links to assignments, decisions, timetable. */
export const meetingRoutes: readonly Route[] = [
  ...meetingPageRoutes,
  ...stateRoutes,
  ...agendaRoutes,
  ...linkRoutes,
  ...decisionRoutes,
  ...timetableRoutes,
];
