import * as z from 'zod';
import { assignmentHistory, slippageOfYear } from '../../../domain/assessments/index.ts';
import { listAssignmentYears, yearToOpen } from '../../../domain/assignments/index.ts';
import { idField, optionalWholeNumber } from '../../input.ts';
import { type Route, route } from '../../route.ts';
import { historyPage } from './history-page.ts';
import { slippagePage, slippagePath } from './slippage-page.ts';

const anId = '00000000-0000-4000-8000-000000000000';

/** How assignments slip, and how one came through the years. */
export const historyRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: slippagePath,
    policy: 'record.read',
    about: 'Visar hur långt årets uppdrag bedöms bli försenade, värst först, med tidigare bedömningar.',
    input: { query: z.object({ ar: optionalWholeNumber({ minimum: 1990, maximum: 2100 }) }) },
    sample: {},
    handler: async (ctx) => {
      const facts = await ctx.services.db.read(ctx.auth, async (r) => {
        const years = await listAssignmentYears(r);
        const year = ctx.input.query.ar ?? yearToOpen(years, ctx.services.runtime.today());
        return { years, year, rows: year === undefined ? [] : await slippageOfYear(r, year) };
      });
      return slippagePage(ctx, facts);
    },
  }),
  route({
    method: 'GET',
    path: '/uppdrag/:id/historik',
    policy: 'record.read',
    about: 'Visar ett uppdrag genom åren: föregångare, delning, sammanslagning, byten av utförare och flyttade dagar.',
    input: { params: z.object({ id: idField() }) },
    sample: { params: { id: anId } },
    handler: async (ctx) => {
      const { id } = ctx.input.params;
      const today = ctx.services.runtime.today();
      return historyPage(ctx, id, await ctx.services.db.read(ctx.auth, (r) => assignmentHistory(r, id, today)));
    },
  }),
];
