import type { Route } from '../../route.ts';
import { connectRoutes } from '../connections/connect-routes.ts';
import { deliverableRoutes } from './deliverable-routes.ts';
import { projectPartRoutes } from './part-routes.ts';
import { projectRoutes } from './project-routes.ts';
import { projectCrumbs, projectsPath } from './project-view.ts';
import { projectStoryRoutes } from './story-routes.ts';

/** Projects with their parts and deliverables. What has a word of its own stands before what takes any part. */
export const projectPageRoutes: readonly Route[] = [
  ...projectRoutes,
  ...deliverableRoutes,
  ...projectStoryRoutes,
  ...connectRoutes({
    noun: 'project',
    own: `${projectsPath}/:id`,
    policy: 'project.edit',
    called: 'ett projekt',
    crumbs: (ctx) => projectCrumbs(ctx),
  }),
  ...projectPartRoutes,
];
