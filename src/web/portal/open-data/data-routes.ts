import * as z from 'zod';
import {
  changesSoFar,
  openCompleteness,
  openCounts,
  openDays,
  type PublishedNoun,
  publishedNounNames,
} from '../../../domain/published/index.ts';
import { type PortalBody, portalBody, portalJson } from '../portal-reply.ts';
import { type PortalRoute, portalRoute } from '../portal-route.ts';
import { catalogueOf } from './catalogue.ts';
import { jsonSchemaOf } from './data-shapes.ts';
import { type DumpFormat, dumpFormats, dumpOf, streamOf } from './dump.ts';
import { jsonLdOf, rdfXmlOf, turtleOf } from './graph.ts';
import { licence, oparlAddresses } from './oparl-address.ts';
import { openDataPage } from './open-data-page.ts';
import { popolo } from './popolo.ts';
import { wholeDump } from './whole-dump.ts';

const openToPrograms = { 'access-control-allow-origin': '*' };
const file = z
  .string()
  .regex(/^[a-z]+\.(jsonl|csv)$/)
  .transform((text) => text.split('.') as [PublishedNoun, DumpFormat])
  .refine(([noun]) => publishedNounNames.includes(noun));
const schemaName = z
  .string()
  .regex(/^[a-z]+\.json$/)
  .transform((text) => text.slice(0, -5) as PublishedNoun)
  .refine((noun) => publishedNounNames.includes(noun));

/** The forms of the catalogue, by the ending of its address. */
const forms = {
  ttl: { type: 'text/turtle; charset=utf-8', write: turtleOf },
  jsonld: {
    type: 'application/ld+json; charset=utf-8',
    write: (graph: Parameters<typeof jsonLdOf>[0]) => JSON.stringify(jsonLdOf(graph)),
  },
  rdf: { type: 'application/rdf+xml; charset=utf-8', write: rdfXmlOf },
} as const;
export type CatalogueForm = keyof typeof forms;

/** Everything that is published in forms for programs: dumps, counts, votes, schemas and the catalogue. */
export const dataRoutes: readonly PortalRoute[] = [
  portalRoute({
    path: '/oppet/:authority/data',
    about: 'Berättar vilka öppna data som finns, hur fullständiga de är och hur de hämtas.',
    sample: {},
    handler: openDataPage,
  }),
  portalRoute({
    path: '/oppet/:authority/data/fullstandighet.json',
    about: 'Räknar vad som är publicerat per slag och år, mot det som är känt i det öppna.',
    sample: {},
    handler: async (ctx) => {
      const { authority, services } = ctx;
      const [counts, completeness] = await services.readPublic((r) =>
        Promise.all([openCounts(r, authority), openCompleteness(r, authority, services.runtime.today())]),
      );
      return portalJson({ authority: authority.name, licence, counts, completeness });
    },
  }),
  portalRoute({
    path: '/oppet/:authority/data/allt.zip',
    about: 'Ger allt som är publicerat som ett paket med förteckning, räknat och med kontrollsummor.',
    sample: {},
    handler: ({ authority, services }) =>
      download(wholeDump(services, authority), 'application/zip', `${authority.slug}.zip`),
  }),
  portalRoute({
    path: '/oppet/:authority/data/popolo.json',
    about: 'Ger personer, organ, uppdrag i organ och omröstningar i formatet Popolo.',
    sample: {},
    handler: ({ authority, services }) =>
      portalBody({
        body: streamOf(popolo(services, authority)),
        type: 'application/json; charset=utf-8',
        headers: openToPrograms,
      }),
  }),
  portalRoute({
    path: '/oppet/:authority/data/schema/:file',
    about: 'Ger JSON Schema för ett slags poster.',
    input: { params: z.object({ authority: z.string(), file: schemaName }) },
    sample: { params: { file: 'decision.json' } },
    handler: ({ authority, services, input }) =>
      portalJson(
        jsonSchemaOf(
          input.params.file,
          `${oparlAddresses(services.publicUrl, authority).portal}/data/schema/${input.params.file}.json`,
        ),
        { type: 'application/schema+json' },
      ),
  }),
  portalRoute({
    path: '/oppet/:authority/data/:file',
    about: 'Ger alla poster av ett slag, en per rad.',
    input: { params: z.object({ authority: z.string(), file }) },
    sample: { params: { file: 'decision.jsonl' } },
    handler: ({ authority, services, input }) => {
      const [noun, format] = input.params.file;
      return download(
        dumpOf(services, authority, noun, format),
        dumpFormats[format].type,
        `${authority.slug}-${noun}.${format}`,
      );
    },
  }),
  ...(Object.keys(forms) as CatalogueForm[]).map((form) =>
    portalRoute({
      path: `/oppet/:authority/dcat.${form}`,
      about: `Ger katalogen över öppna data enligt DCAT-AP-SE som .${form}.`,
      sample: {},
      handler: async ({ authority, services }) => {
        const [counts, days, changes] = await services.readPublic((r) =>
          Promise.all([openCounts(r, authority), openDays(r, authority), changesSoFar(r, authority)]),
        );
        const site = services.publicUrl;
        const graph = catalogueOf({ authority, site, counts, days, changed: changes?.newest });
        return portalBody({
          body: forms[form].write(graph),
          type: forms[form].type,
          headers: openToPrograms,
          ...(changes && { lastModified: changes.newest }),
        });
      },
    }),
  ),
  portalRoute({
    path: '/oppet/:authority/dcat',
    about: 'Leder till katalogen över öppna data i den form som den som frågar förstår, annars i Turtle.',
    sample: {},
    alwaysAsked: true,
    handler: ({ authority, accept }) => ({
      kind: 'redirect',
      to: `/oppet/${authority.slug}/dcat.${wantedForm(accept)}`,
      status: 303,
    }),
  }),
];

/** The form of the catalogue that an Accept header asks for first. */
export function wantedForm(accept: string): CatalogueForm {
  const wanted = accept
    .split(',')
    .map((part) => {
      const [type = '', ...parameters] = part.split(';').map((text) => text.trim());
      const quality = parameters.find((text) => text.startsWith('q='));
      return { type: type.toLowerCase(), quality: quality === undefined ? 1 : Number(quality.slice(2)) };
    })
    .filter(({ quality }) => quality > 0)
    .toSorted((a, b) => b.quality - a.quality);
  for (const { type } of wanted) {
    const found = (Object.keys(forms) as CatalogueForm[]).find((form) => forms[form].type.startsWith(`${type};`));
    if (found) return found;
    if (type === 'application/json') return 'jsonld';
  }
  return 'ttl';
}

function download(pieces: AsyncGenerator<string | Uint8Array>, type: string, name: string): PortalBody {
  return portalBody({
    body: streamOf(pieces),
    type,
    headers: { ...openToPrograms, 'content-disposition': `attachment; filename="${name}"` },
  });
}
