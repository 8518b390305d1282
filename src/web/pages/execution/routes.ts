import type { Route } from '../../route.ts';
import { effectRoutes } from './effect-routes.ts';
import { itemTaskRoutes, taskRoutes } from './task-routes.ts';

/** What follows from decisions: the list of tasks, what a decision led to, and the tasks of a follow-up item. */
export const executionRoutes: readonly Route[] = [...taskRoutes, ...itemTaskRoutes, ...effectRoutes];
