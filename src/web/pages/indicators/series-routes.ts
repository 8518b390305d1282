import * as z from 'zod';
import { may } from '../../../domain/access/index.ts';
import {
  type Dimensions,
  dimensionsOf,
  getSeries,
  listDeliveries,
  listIndicatorHeads,
  type Sex,
  sexes,
  undivided,
} from '../../../domain/indicators/index.ts';
import { sourcePlacesOf } from '../../../domain/matters/index.ts';
import { choice, idField, optionalChoice, optionalText } from '../../input.ts';
import { type Route, route } from '../../route.ts';
import { tableFile, tableFormats } from '../../table-file.ts';
import { readConnections } from '../connections/connected-facts.ts';
import { anId } from '../followup/sample-id.ts';
import { comparePage } from './compare-page.ts';
import { seriesSheet } from './figure-sheets.ts';
import { seriesPage } from './series-page.ts';

const byId = z.object({ id: idField() });
const sexCodes = Object.keys(sexes) as [Sex, ...Sex[]];
const query = z.object({
  plats: optionalText({ maximum: 200 }).catch(undefined),
  kon: optionalChoice(sexCodes).catch(undefined),
  alder: optionalText({ maximum: 60 }).catch(undefined),
});
type Query = z.output<typeof query>;

/** What is chosen, or the whole undivided where there is such a series, or the first that there is. */
function chosenOf({ plats, kon, alder }: Query, dimensions: Dimensions) {
  const of = (said: string | undefined, own: readonly string[], whole: string) => {
    if (said !== undefined) return said === 'alla' ? '' : said;
    return own.includes(whole) ? whole : (own[0] ?? whole);
  };
  return {
    place: of(plats, dimensions.places, undivided.place),
    sex: kon ?? (of(undefined, dimensions.sexes, undivided.sex) as Sex),
    ageGroup: of(alder, dimensions.ageGroups, undivided.ageGroup),
  };
}

/** Files may have as many rows as a spreadsheet takes without trouble. */
const mostInFile = 100_000;

/** One indicator as a series, compared between places, and as a file. */
export const indicatorSeriesRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/indikatorer/:id',
    policy: 'record.read',
    about: 'Visar en indikator som serie med mål, brott, omräknade påståenden, definition och leveranser.',
    input: { params: byId, query },
    sample: { params: { id: anId } },
    handler: async (ctx) => {
      const { id } = ctx.input.params;
      const facts = await ctx.services.db.read(ctx.auth, async (r) => {
        const dimensions = await dimensionsOf(r, id);
        const chosen = chosenOf(ctx.input.query, dimensions);
        const series = await getSeries(r, id, { ...chosen, limit: 500 });
        const ids = [id, ...series.points.map((point) => point.id)];
        const countedId = series.indicator.countedById;
        const counted = countedId === null ? undefined : (await listIndicatorHeads(r, { ids: [countedId] })).rows[0];
        return {
          ...{ series, dimensions, chosen, counted },
          deliveries: (await listDeliveries(r, { indicatorId: id, limit: 60 })).rows,
          connections: await readConnections(r, ids),
          places: await sourcePlacesOf(r, ids),
        };
      });
      return seriesPage(ctx, { ...facts, mayEdit: may(ctx.actor, 'indicator.edit') });
    },
  }),
  route({
    method: 'GET',
    path: '/indikatorer/:id/jamfor',
    policy: 'record.read',
    about: 'Jämför platserna i en indikator, i bokstavsordning och över tid.',
    input: {
      params: byId,
      query: z.object({
        tid: optionalText({ maximum: 10 }).catch(undefined),
        plac: optionalText({ maximum: 2 }).catch(undefined),
        alder: optionalText({ maximum: 60 }).catch(undefined),
      }),
    },
    sample: { params: { id: anId } },
    handler: async (ctx) => {
      const { id } = ctx.input.params;
      const { tid, plac, alder } = ctx.input.query;
      const { series, ageGroup, ageGroups } = await ctx.services.db.read(ctx.auth, async (r) => {
        const dimensions = await dimensionsOf(r, id);
        const { ageGroup } = chosenOf({ plats: undefined, kon: undefined, alder }, dimensions);
        const series = await getSeries(r, id, { sex: undivided.sex, ageGroup, limit: 3_000 });
        return { series, ageGroup, ageGroups: dimensions.ageGroups };
      });
      return comparePage(ctx, series, { tid, plac: plac === 'ja', ageGroup, ageGroups });
    },
  }),
  route({
    method: 'GET',
    path: '/indikatorer/:id/fil/:format',
    policy: 'record.read',
    about: 'Hämtar en serie som kalkylblad eller CSV.',
    input: { params: z.object({ id: idField(), format: choice(tableFormats) }), query },
    sample: { params: { id: anId, format: 'csv' } },
    handler: async (ctx) => {
      const { id, format } = ctx.input.params;
      const { plats, kon, alder } = ctx.input.query;
      const series = await ctx.services.db.read(ctx.auth, (r) =>
        getSeries(r, id, {
          ...(plats !== undefined && plats !== 'varje' && { place: plats === 'alla' ? '' : plats }),
          ...(kon !== undefined && { sex: kon }),
          ...(alder !== undefined && { ageGroup: alder === 'alla' ? '' : alder }),
          limit: mostInFile,
        }),
      );
      return await tableFile(seriesSheet(ctx, series), 'serie', format);
    },
  }),
];
