import type { Route } from '../../route.ts';
import { confirmAllRoutes } from './confirm-all-routes.ts';
import { editRoutes } from './edit-routes.ts';
import { handInRoutes } from './hand-in-routes.ts';
import { reviewRoutes } from './review-routes.ts';

/** Reading papers in: hand in, follow, review, change, confirm, and what came of it. */
export const intakeRoutes: readonly Route[] = [...handInRoutes, ...reviewRoutes, ...editRoutes, ...confirmAllRoutes];
