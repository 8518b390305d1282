import * as z from 'zod';
import { getIndicator, listIndicators, listPopulationChanges } from '../../../domain/indicators/index.ts';
import { sourcePlacesOf } from '../../../domain/matters/index.ts';
import { idField } from '../../input.ts';
import { type Route, route } from '../../route.ts';
import { readConnections } from '../connections/connected-facts.ts';
import { indicatorListPage, indicatorPage, populationPath } from './indicator-pages.ts';
import { populationPage } from './population-page.ts';

/** Figures: what is measured, one of them, and the population tables. */
export const indicatorRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/indikatorer',
    policy: 'record.read',
    about: 'Visar allt som mäts med senaste värde.',
    sample: {},
    handler: async (ctx) => indicatorListPage(ctx, await ctx.services.db.read(ctx.auth, (r) => listIndicators(r))),
  }),
  route({
    method: 'GET',
    path: populationPath,
    policy: 'record.read',
    about: 'Visar befolkningstabellerna, räknade efter rad för rad.',
    sample: {},
    handler: async (ctx) => {
      const facts = await ctx.services.db.read(ctx.auth, async (r) => {
        const rows = await listPopulationChanges(r);
        const ids = rows.map(({ id }) => id);
        return { rows, connections: await readConnections(r, ids), places: await sourcePlacesOf(r, ids) };
      });
      return populationPage(ctx, facts);
    },
  }),
  route({
    method: 'GET',
    path: '/indikatorer/:id',
    policy: 'record.read',
    about: 'Visar en indikator med alla värden, angiven förändring och vad värdet före måste ha varit.',
    input: { params: z.object({ id: idField() }) },
    sample: { params: { id: '00000000-0000-4000-8000-000000000000' } },
    handler: async (ctx) => {
      const facts = await ctx.services.db.read(ctx.auth, async (r) => {
        const indicator = await getIndicator(r, ctx.input.params.id);
        const ids = [indicator.id, ...indicator.values.map(({ id }) => id)];
        return { indicator, connections: await readConnections(r, ids), places: await sourcePlacesOf(r, ids) };
      });
      return indicatorPage(ctx, facts);
    },
  }),
];
