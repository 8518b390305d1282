import type { Route } from '../../route.ts';
import { effectRoutes } from './effect-routes.ts';
import { itemTaskRoutes } from './item-task-routes.ts';
import { taskListRoutes } from './task-list-routes.ts';
import { taskRoutes } from './task-routes.ts';

/** What follows from decisions: the list of tasks, what a decision led to, and the tasks of a follow-up item. */
export const executionRoutes: readonly Route[] = [...taskListRoutes, ...taskRoutes, ...itemTaskRoutes, ...effectRoutes];
