import * as z from 'zod';
import { listActivityPlans } from '../../../domain/plans/index.ts';
import { idField } from '../../input.ts';
import { type Route, route } from '../../route.ts';
import { readActivityPlan } from './activity-plan-facts.ts';
import { activityPlanListPage } from './activity-plan-list-page.ts';
import { activityPlanPage } from './activity-plan-page.ts';
import { dayRoutes } from './day-routes.ts';
import { lineRoutes } from './line-routes.ts';
import { planListPath } from './plan-paths.ts';
import { pointRoutes } from './point-routes.ts';
import { untakenRoutes } from './untaken-routes.ts';
import { yearRoutes } from './year-routes.ts';

/** Activity plans: all of them, one with its year, and everything that is done with it. */
export const activityPlanRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: planListPath,
    policy: 'record.read',
    about: 'Visar organens aktivitetsplaner.',
    sample: {},
    handler: async (ctx) =>
      activityPlanListPage(ctx, await ctx.services.db.read(ctx.auth, (r) => listActivityPlans(r))),
  }),
  ...yearRoutes,
  ...untakenRoutes,
  route({
    method: 'GET',
    path: `${planListPath}/:id`,
    policy: 'record.read',
    about: 'Visar en aktivitetsplan: året som hjul och månad för månad, fokusområden och övriga punkter.',
    input: { params: z.object({ id: idField() }) },
    sample: { params: { id: '00000000-0000-4000-8000-000000000000' } },
    handler: async (ctx) => {
      const today = ctx.services.runtime.today();
      const facts = await ctx.services.db.read(ctx.auth, (r) => readActivityPlan(r, ctx.input.params.id, today));
      return activityPlanPage(ctx, facts);
    },
  }),
  ...dayRoutes,
  ...lineRoutes,
  ...pointRoutes,
];
