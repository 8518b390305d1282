import * as z from 'zod';
import { countAssignmentsByGoal, listAssignments } from '../../../domain/assignments/index.ts';
import { listInsights } from '../../../domain/dialogues/index.ts';
import { getGoal, getGoalTree, listGoalTrees } from '../../../domain/goals/index.ts';
import { sourcesOf } from '../../../domain/matters/index.ts';
import { listPolls } from '../../../domain/polls/index.ts';
import { idField } from '../../input.ts';
import { type Route, route } from '../../route.ts';
import { readConnections } from '../connections/connected-facts.ts';
import { goalListPage } from './goal-list-page.ts';
import { goalPage } from './goal-page.ts';

const anId = '00000000-0000-4000-8000-000000000000';
const byId = z.object({ id: idField() });

/** The goals: the trees, one document, one goal. */
export const goalRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/mal',
    policy: 'record.read',
    about: 'Visar alla mål som träd, med antal uppdrag och vilka som saknar uppdrag.',
    sample: {},
    handler: async (ctx) => {
      const trees = await ctx.services.db.read(ctx.auth, (r) => listGoalTrees(r, countAssignmentsByGoal));
      return goalListPage(ctx, trees);
    },
  }),
  route({
    method: 'GET',
    path: '/mal/dokument/:id',
    policy: 'record.read',
    about: 'Visar målen i ett måldokument.',
    input: { params: byId },
    sample: { params: { id: anId } },
    handler: async (ctx) => {
      const { id } = ctx.input.params;
      const { tree, beside } = await ctx.services.db.read(ctx.auth, async (r) => ({
        tree: await getGoalTree(r, id, countAssignmentsByGoal),
        beside: {
          connections: (await readConnections(r, [id])).get(id) ?? [],
          sources: await sourcesOf(r, 'goalDocument', id),
        },
      }));
      return goalListPage(ctx, [tree], beside);
    },
  }),
  route({
    method: 'GET',
    path: '/mal/:id',
    policy: 'record.read',
    about: 'Visar ett mål, dess meningar och uppdragen som leder dit.',
    input: { params: byId },
    sample: { params: { id: anId } },
    handler: async (ctx) => {
      const { id } = ctx.input.params;
      const facts = await ctx.services.db.read(ctx.auth, async (r) => {
        const goal = await getGoal(r, id);
        const document = await getGoalTree(r, goal.goalDocumentId);
        const perspective = document.perspectives.find((one) => one.id === goal.perspectiveId)?.name ?? '';
        return {
          goal,
          document,
          perspective,
          assignments: await listAssignments(r, { goalId: id, pageSize: 100 }),
          connections: (await readConnections(r, [id])).get(id) ?? [],
          sources: await sourcesOf(r, 'goal', id),
          voices: { insights: await listInsights(r, { goalId: id }), polls: await listPolls(r, { goalId: id }) },
        };
      });
      return goalPage(ctx, facts);
    },
  }),
];
