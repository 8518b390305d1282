import * as z from 'zod';
import {
  findPublished,
  type PublishedNoun,
  publishedNounNames,
  publishedNouns,
} from '../../../domain/published/index.ts';
import { idField, optionalId, optionalText, optionalWholeNumber, text } from '../../input.ts';
import { unknownPage } from '../portal-errors.ts';
import { type PortalRoute, portalRoute } from '../portal-route.ts';
import { indicatorCsv } from './indicator-part.ts';
import { listPage } from './list-page.ts';
import { fileReply } from './record-files.ts';
import { foundOr, recordPage } from './record-page.ts';

const choice = z.object({
  ar: optionalWholeNumber({ minimum: 1800, maximum: 2200 }),
  organ: optionalId(),
  lage: optionalText({ maximum: 40 }),
  efter: optionalText({ maximum: 60 }),
});
const byId = z.object({ id: idField() });
const sampleId = '00000000-0000-4000-8000-000000000000';

/** The lists and the records of each kind that can be published, at addresses that never change. */
export const recordRoutes: readonly PortalRoute[] = [
  ...publishedNounNames.flatMap((noun) => routesOf(noun)),
  portalRoute({
    path: '/oppet/:authority/indikatorer/:id/varden.csv',
    about: 'En indikators värden som fil.',
    input: { params: byId },
    sample: { params: { id: sampleId } },
    handler: async (ctx) => {
      const { services, authority, input } = ctx;
      const record = await services.readPublic((r) => findPublished(r, authority, 'indicator', input.params.id));
      return record ? indicatorCsv(ctx, record) : unknownPage(ctx);
    },
  }),
];

function routesOf(noun: PublishedNoun): readonly PortalRoute[] {
  const { sv, path } = publishedNouns[noun];
  return [
    portalRoute({
      path: `/oppet/:authority/${path}` as '/oppet/:authority/:list',
      about: `Det som är publicerat av slaget ${sv}, nyast först.`,
      input: { query: choice },
      sample: { params: { list: path } },
      handler: (ctx) => listPage(ctx as never, noun),
    }),
    portalRoute({
      path: `/oppet/:authority/${path}/:id` as '/oppet/:authority/:list/:id',
      about: `Ett publicerat ${sv} på sin fasta adress.`,
      input: { params: byId },
      sample: { params: { list: path, id: sampleId } },
      handler: (ctx) => recordPage(ctx as never, noun, ctx.input.params.id),
    }),
    portalRoute({
      path: `/oppet/:authority/${path}/:id/fil/:name` as '/oppet/:authority/:list/:id/fil/:name',
      about: `En fil som är publicerad med ${sv}.`,
      input: { params: z.object({ id: idField(), name: text({ maximum: 300 }) }) },
      sample: { params: { list: path, id: sampleId, name: 'a.pdf' } },
      handler: async (ctx) => {
        const found = await foundOr(ctx as never, noun, ctx.input.params.id);
        if ('page' in found) return found.page;
        const file = found.record.files.find(({ fileName }) => fileName === ctx.input.params.name);
        return file ? fileReply(ctx, file) : unknownPage(ctx);
      },
    }),
  ];
}
