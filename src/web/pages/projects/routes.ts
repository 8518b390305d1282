import type { Route } from '../../route.ts';
import { deliverableRoutes } from './deliverable-routes.ts';
import { projectPartRoutes } from './part-routes.ts';
import { projectRoutes } from './project-routes.ts';
import { projectStoryRoutes } from './story-routes.ts';

/** Projects with their parts and deliverables. What has a word of its own stands before what takes any part. */
export const projectPageRoutes: readonly Route[] = [
  ...projectRoutes,
  ...deliverableRoutes,
  ...projectStoryRoutes,
  ...projectPartRoutes,
];
