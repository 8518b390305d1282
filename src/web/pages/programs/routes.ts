import type { Route } from '../../route.ts';
import { keyRoutes } from './key-routes.ts';
import { webhookRoutes } from './webhook-routes.ts';

/** What lets programs in, and what tells others outside. */
export const programRoutes: readonly Route[] = [...keyRoutes, ...webhookRoutes];
