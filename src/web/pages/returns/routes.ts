import * as z from 'zod';
import { sourcePlacesOf } from '../../../domain/matters/index.ts';
import { getFormReturn, listFormReturns } from '../../../domain/returns/index.ts';
import { idField } from '../../input.ts';
import { type Route, route } from '../../route.ts';
import { readConnections } from '../connections/connected-facts.ts';
import { returnListPage, returnPage } from './return-pages.ts';

/** Returns: all, and one with its questions and answers. */
export const returnRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/redovisningar',
    policy: 'record.read',
    about: 'Visar redovisningarna med hur många svar som är kända.',
    sample: {},
    handler: async (ctx) => returnListPage(ctx, await ctx.services.db.read(ctx.auth, (r) => listFormReturns(r))),
  }),
  route({
    method: 'GET',
    path: '/redovisningar/:id',
    policy: 'record.read',
    about: 'Visar en redovisning: frågorna som de ställdes, svaren, och hur säkert varje svar är känt.',
    input: { params: z.object({ id: idField() }) },
    sample: { params: { id: '00000000-0000-4000-8000-000000000000' } },
    handler: async (ctx) => {
      const facts = await ctx.services.db.read(ctx.auth, async (r) => {
        const formReturn = await getFormReturn(r, ctx.input.params.id);
        const ids = [formReturn.id, ...formReturn.answers.map(({ id }) => id)];
        return { formReturn, connections: await readConnections(r, ids), places: await sourcePlacesOf(r, ids) };
      });
      return returnPage(ctx, facts);
    },
  }),
];
