import type { Route } from '../../route.ts';
import { courseRoutes } from './course-routes.ts';
import { meetingActsRoutes } from './meeting-acts-routes.ts';
import { participantsRoutes } from './participants-routes.ts';
import { proceedingsRoutes } from './proceedings-routes.ts';
import { textRoutes } from './text-routes.ts';
import { voteRoutes } from './vote-routes.ts';

/** The screen on which a meeting is conducted, with everything that can be done on it. */
export const conductRoutes: readonly Route[] = [
  ...meetingActsRoutes,
  ...participantsRoutes,
  ...courseRoutes,
  ...voteRoutes,
  ...proceedingsRoutes,
  ...textRoutes,
];
