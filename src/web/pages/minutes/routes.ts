import type { Route } from '../../route.ts';
import { afterRoutes } from './after-routes.ts';
import { commentRoutes } from './comment-routes.ts';
import { minutesPageRoutes } from './minutes-routes.ts';
import { sendRoutes } from './send-routes.ts';
import { signRoutes } from './sign-routes.ts';

/** Minutes: the draft, its comments, its signatures, and what follows from them. */
export const minutesRoutes: readonly Route[] = [
  ...minutesPageRoutes,
  ...commentRoutes,
  ...sendRoutes,
  ...signRoutes,
  ...afterRoutes,
];
