import type { Route } from '../../route.ts';
import { answerRoutes } from './answer-routes.ts';
import { calendarRoutes } from './calendar-routes.ts';
import { overviewRoutes } from './overview-routes.ts';
import { personRoutes } from './person-routes.ts';

/** Calling people to meetings, their answers, and calendars. */
export const summonsRoutes: readonly Route[] = [...overviewRoutes, ...personRoutes, ...answerRoutes, ...calendarRoutes];
