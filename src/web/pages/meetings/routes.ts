import type { Route } from '../../route.ts';
import { agendaDocumentRoutes } from './agenda-document-routes.ts';
import { agendaRoutes } from './agenda-routes.ts';
import { agendaStandingRoutes } from './agenda-standing-routes.ts';
import { agendaWorkRoutes } from './agenda-work-routes.ts';
import { decisionRoutes } from './decision-routes.ts';
import { meetingDocumentRoutes } from './document-routes.ts';
import { linkRoutes } from './link-routes.ts';
import { meetingPageRoutes } from './meeting-routes.ts';
import { memoRoutes } from './memo-routes.ts';
import { stateRoutes } from './state-routes.ts';
import { timetableRoutes } from './timetable-routes.ts';

/** Meetings with all that hangs on them: agenda, links to assignments, decisions, timetable. */
export const meetingRoutes: readonly Route[] = [
  ...agendaStandingRoutes,
  ...meetingPageRoutes,
  ...stateRoutes,
  ...agendaRoutes,
  ...agendaWorkRoutes,
  ...agendaDocumentRoutes,
  ...memoRoutes,
  ...meetingDocumentRoutes,
  ...linkRoutes,
  ...decisionRoutes,
  ...timetableRoutes,
];
