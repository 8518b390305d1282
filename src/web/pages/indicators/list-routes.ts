import * as z from 'zod';
import { may } from '../../../domain/access/index.ts';
import {
  listClaims,
  listDeliveries,
  listIndicatorAreas,
  listIndicatorHeads,
  listPopulationChanges,
  listSeries,
  populationSeriesIds,
} from '../../../domain/indicators/index.ts';
import { sourcePlacesOf } from '../../../domain/matters/index.ts';
import { choice, optionalChoice, optionalText, optionalWholeNumber } from '../../input.ts';
import { type Route, route } from '../../route.ts';
import { tableFile, tableFormats } from '../../table-file.ts';
import { readConnections } from '../connections/connected-facts.ts';
import { claimsPage } from './claims-page.ts';
import { deliveriesOnPage, deliveriesPage } from './deliveries-page.ts';
import { claimsSheet, registerSheet } from './figure-sheets.ts';
import { indicatorPaths } from './paths.ts';
import { populationPage } from './population-page.ts';
import { indicatorsOnPage, registerPage } from './register-page.ts';

const fileParams = z.object({ format: choice(tableFormats) });
const pageNumber = optionalWholeNumber({ minimum: 1, maximum: 100_000 }).catch(undefined);

/** What is measured, what texts claim, who delivers, and the population. */
export const indicatorListRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: indicatorPaths.register,
    policy: 'record.read',
    about: 'Visar allt som mäts med senaste värde, sökbart på ord, område och slag.',
    input: {
      query: z.object({
        sok: optionalText({ maximum: 200 }).catch(undefined),
        omrade: optionalText({ maximum: 200 }).catch(undefined),
        slag: optionalChoice(['measured', 'told']).catch(undefined),
        sida: pageNumber,
      }),
    },
    sample: {},
    handler: async (ctx) => {
      const { query } = ctx.input;
      const facts = await ctx.services.db.read(ctx.auth, async (r) => ({
        ...(await listIndicatorHeads(r, {
          ...(query.sok !== undefined && { words: query.sok }),
          ...(query.omrade !== undefined && { area: query.omrade }),
          ...(query.slag !== undefined && { origin: query.slag }),
          limit: indicatorsOnPage,
          offset: ((query.sida ?? 1) - 1) * indicatorsOnPage,
        })),
        areas: await listIndicatorAreas(r),
      }));
      return registerPage(ctx, { ...facts, query, mayEdit: may(ctx.actor, 'indicator.edit') });
    },
  }),
  route({
    method: 'GET',
    path: `${indicatorPaths.register}/fil/:format`,
    policy: 'record.read',
    about: 'Hämtar registret över indikatorer som kalkylblad eller CSV.',
    input: { params: fileParams },
    sample: { params: { format: 'csv' } },
    handler: async (ctx) => {
      const { rows } = await ctx.services.db.read(ctx.auth, (r) => listIndicatorHeads(r));
      return await tableFile(registerSheet(ctx, rows), 'indikatorer', ctx.input.params.format);
    },
  }),
  route({
    method: 'GET',
    path: indicatorPaths.claims,
    policy: 'record.read',
    about: 'Visar förändringar som texter påstår, omräknade där båda värdena är kända.',
    sample: {},
    handler: async (ctx) => claimsPage(ctx, await ctx.services.db.read(ctx.auth, (r) => listClaims(r))),
  }),
  route({
    method: 'GET',
    path: `${indicatorPaths.claims}/fil/:format`,
    policy: 'record.read',
    about: 'Hämtar påståendena att kontrollera som kalkylblad eller CSV.',
    input: { params: fileParams },
    sample: { params: { format: 'csv' } },
    handler: async (ctx) =>
      await tableFile(
        claimsSheet(ctx, await ctx.services.db.read(ctx.auth, (r) => listClaims(r))),
        'pastaenden',
        ctx.input.params.format,
      ),
  }),
  route({
    method: 'GET',
    path: indicatorPaths.deliveries,
    policy: 'record.read',
    about: 'Visar vem som lämnar vilka uppgifter och när, försenade först.',
    input: { query: z.object({ alla: optionalText({ maximum: 2 }).catch(undefined), sida: pageNumber }) },
    sample: {},
    handler: async (ctx) => {
      const number = ctx.input.query.sida ?? 1;
      const open = ctx.input.query.alla !== 'ja';
      const found = await ctx.services.db.read(ctx.auth, (r) =>
        listDeliveries(r, { ...(open && { open }), limit: deliveriesOnPage, offset: (number - 1) * deliveriesOnPage }),
      );
      return deliveriesPage(ctx, { ...found, open, number });
    },
  }),
  route({
    method: 'GET',
    path: indicatorPaths.population,
    policy: 'record.read',
    about: 'Visar befolkningstabellerna, räknade efter rad för rad.',
    sample: {},
    handler: async (ctx) => {
      const facts = await ctx.services.db.read(ctx.auth, async (r) => {
        const rows = await listPopulationChanges(r);
        const ids = rows.map(({ id }) => id);
        const series = await populationSeriesIds(r);
        const drawn = await listSeries(
          r,
          Object.values(series).filter((id) => id !== undefined),
        );
        const pointsOf = (id: string | undefined) => drawn.find(({ indicator }) => indicator.id === id)?.points ?? [];
        return {
          ...{ rows, connections: await readConnections(r, ids), places: await sourcePlacesOf(r, ids) },
          series: { ids: series, outcomes: pointsOf(series.outcome), forecasts: pointsOf(series.forecast) },
        };
      });
      return populationPage(ctx, facts);
    },
  }),
];
