import * as z from 'zod';
import { sourcePlacesOf } from '../../../domain/matters/index.ts';
import { getActivityPlan, listActivityPlans } from '../../../domain/plans/index.ts';
import { idField } from '../../input.ts';
import { type Route, route } from '../../route.ts';
import { readConnections } from '../connections/connected-facts.ts';
import { activityPlanListPage, activityPlanPage } from './activity-plan-pages.ts';

/** Activity plans: all, and one with its days, focus areas and points. */
export const activityPlanRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/aktivitetsplaner',
    policy: 'record.read',
    about: 'Visar organens aktivitetsplaner.',
    sample: {},
    handler: async (ctx) =>
      activityPlanListPage(ctx, await ctx.services.db.read(ctx.auth, (r) => listActivityPlans(r))),
  }),
  route({
    method: 'GET',
    path: '/aktivitetsplaner/:id',
    policy: 'record.read',
    about: 'Visar en aktivitetsplan: dagarna månad för månad, fokusområden och övriga punkter.',
    input: { params: z.object({ id: idField() }) },
    sample: { params: { id: '00000000-0000-4000-8000-000000000000' } },
    handler: async (ctx) => {
      const facts = await ctx.services.db.read(ctx.auth, async (r) => {
        const plan = await getActivityPlan(r, ctx.input.params.id);
        const ids = [plan.id, ...[...plan.activities, ...plan.focusAreas, ...plan.points].map(({ id }) => id)];
        return { plan, connections: await readConnections(r, ids), places: await sourcePlacesOf(r, ids) };
      });
      return activityPlanPage(ctx, facts);
    },
  }),
];
