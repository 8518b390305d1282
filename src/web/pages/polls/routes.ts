import type { Route } from '../../route.ts';
import { pollAnswerRoutes } from './answer-routes.ts';
import { pollRoutes } from './poll-routes.ts';
import { pollQuestionRoutes } from './question-routes.ts';
import { pollRunRoutes } from './run-routes.ts';

/** Polls: made and run with an account, answered without. */
export const pollPageRoutes: readonly Route[] = [
  ...pollRoutes,
  ...pollQuestionRoutes,
  ...pollRunRoutes,
  ...pollAnswerRoutes,
];
