import * as z from 'zod';
import { type PublishedNoun, publishedNounNames, publishedNouns } from '../../../domain/published/index.ts';
import { idField, optionalText, text } from '../../input.ts';
import { type PortalRoute, portalRoute } from '../portal-route.ts';
import { foundOr } from '../records/record-page.ts';
import { aboutPage, statementPage } from './about-page.ts';
import { type CopyForm, copyPage, orderCopy } from './copy-page.ts';
import { sitemapFile, sitemapIndex } from './site-files.ts';

const sampleId = '00000000-0000-4000-8000-000000000000';

/** What serves the readers of a portal beside what is published: who we are, accessible copies, and files for search engines. */
export const serviceRoutes: readonly PortalRoute[] = [
  portalRoute({
    path: '/oppet/:authority/om',
    about: 'Om portalen: vad som publiceras och hur, licens och kontakt.',
    sample: {},
    handler: (ctx) => aboutPage(ctx),
  }),
  portalRoute({
    path: '/oppet/:authority/tillganglighet',
    about: 'Tillgänglighetsredogörelsen för den öppna portalen.',
    sample: {},
    handler: (ctx) => statementPage(ctx),
  }),
  portalRoute({
    path: '/oppet/:authority/sitemap.xml',
    about: 'Förteckning för sökmotorer.',
    sample: {},
    handler: (ctx) => sitemapIndex(ctx),
  }),
  portalRoute({
    path: '/oppet/:authority/sitemap/:name',
    about: 'Adresserna till det som är publicerat, en fil i taget.',
    input: { params: z.object({ name: text({ maximum: 20 }) }) },
    sample: { params: { name: '1.xml' } },
    handler: (ctx) => sitemapFile(ctx, ctx.input.params.name),
  }),
  ...publishedNounNames.flatMap((noun) => copyRoutes(noun)),
];

/** An order of an accessible copy of a record, at an address below its own. */
function copyRoutes(noun: PublishedNoun): readonly PortalRoute[] {
  const { sv, path: list } = publishedNouns[noun];
  const path = `/oppet/:authority/${list}/:id/kopia` as '/oppet/:authority/:list/:id/kopia';
  const params = z.object({ id: idField() });
  const sample = { params: { list, id: sampleId }, form: { wish: '' } };
  return [
    portalRoute({
      path,
      about: `Beställ en tillgänglig kopia av ett publicerat ${sv}.`,
      input: { params, query: z.object({ fil: optionalText({ maximum: 300 }) }) },
      sample: { params: sample.params },
      handler: async (ctx) => {
        const found = await foundOr(ctx as never, noun, ctx.input.params.id);
        return 'page' in found ? found.page : copyPage(ctx, found.record, ctx.input.query.fil);
      },
    }),
    portalRoute({
      method: 'POST',
      path,
      about: `Tar emot en beställning av en tillgänglig kopia av ett publicerat ${sv}.`,
      input: {
        params,
        form: z.object({
          wish: text({ maximum: 1_000 }),
          replyTo: optionalText({ maximum: 200 }),
          fil: optionalText({ maximum: 300 }),
        }),
      },
      sample,
      handler: async (ctx) => {
        const found = await foundOr(ctx as never, noun, ctx.input.params.id);
        return 'page' in found ? found.page : orderCopy(ctx, found.record, ctx.input.form as CopyForm);
      },
      onInvalid: async (ctx, state) => {
        const found = await foundOr(ctx as never, noun, ctx.input.params.id);
        return 'page' in found
          ? found.page
          : copyPage(ctx, found.record, state.values.fil as string | undefined, state);
      },
    }),
  ];
}
