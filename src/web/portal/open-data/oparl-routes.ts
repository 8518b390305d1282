import * as z from 'zod';
import { changesSoFar, type PublishedAuthority } from '../../../domain/published/index.ts';
import type { PortalContext, PublicReader } from '../portal-context.ts';
import { type PortalBody, portalJson } from '../portal-reply.ts';
import { type PortalRoute, portalRoute } from '../portal-route.ts';
import { type OparlList, oparlAddresses, oparlListNames, oparlVersion } from './oparl-address.ts';
import { oparlListPages, openTerms } from './oparl-lists.ts';
import { bodyObject, type OparlScene, systemObject, termObject } from './oparl-objects.ts';
import { listPage, readListQuery } from './oparl-page.ts';
import { findOparlObject, kindFromPath } from './oparl-single.ts';

type Ctx = PortalContext & { readonly authority: PublishedAuthority };

/** Loads what every object tells of its authority, and lets a handler answer with it. */
async function inScene<T>(ctx: Ctx, run: (r: PublicReader, scene: OparlScene) => Promise<T>): Promise<T> {
  const { authority, services } = ctx;
  return await services.readPublic(async (r) => {
    const changes = await changesSoFar(r, authority);
    const epoch = new Date(0);
    const since = { firstPublishedAt: changes?.first ?? epoch, publishedAt: changes?.newest ?? epoch };
    return await run(r, { authority, at: oparlAddresses(services.publicUrl, authority), since });
  });
}

const listName = z.enum(oparlListNames as [OparlList, ...OparlList[]]);

/** The read API in the shape of OParl 1.1 (`https://schema.oparl.org/1.1/`). */
export const oparlRoutes: readonly PortalRoute[] = [
  portalRoute({
    path: '/oppet/:authority/oparl/v1.1/system',
    about: 'Ger systemobjektet i OParl 1.1, där ett program börjar.',
    sample: {},
    handler: (ctx) => inScene(ctx, async (_, scene) => answer(systemObject(scene), scene)),
  }),
  portalRoute({
    path: '/oppet/:authority/oparl/v1.1/bodies',
    about: 'Ger listan över myndigheter i OParl 1.1, som har en enda.',
    sample: {},
    handler: (ctx) =>
      inScene(ctx, async (r, scene) => {
        const body = await theBody(r, scene);
        return answer(
          listPage(() => scene.at.bodies, new URLSearchParams(), [body], undefined),
          scene,
        );
      }),
  }),
  portalRoute({
    path: '/oppet/:authority/oparl/v1.1/body/:slug',
    about: 'Ger myndigheten som objekt i OParl 1.1, med vägen till alla listor.',
    input: { params: z.object({ authority: z.string(), slug: z.string() }) },
    sample: { params: { slug: 'region-fjallmark' } },
    handler: (ctx) =>
      inScene(ctx, async (r, scene) =>
        ctx.input.params.slug === ctx.authority.slug ? answer(await theBody(r, scene), scene) : unknown(),
      ),
  }),
  portalRoute({
    path: '/oppet/:authority/oparl/v1.1/lists/:list',
    about: 'Ger en sida av en lista i OParl 1.1, också bara det som ändrats sedan en tidpunkt.',
    input: { params: z.object({ authority: z.string(), list: listName }) },
    sample: { params: { list: 'meeting' } },
    handler: (ctx) =>
      inScene(ctx, async (r, scene) => {
        const { list } = ctx.input.params;
        const query = readListQuery(ctx.url.searchParams);
        if ('wrong' in query)
          return fault(400, `The value of ${query.wrong} cannot be read. Write a moment as 2026-03-02T09:00:00Z.`);
        const { objects, next } = await oparlListPages[list](r, scene, query);
        return answer(
          listPage((text) => scene.at.list(list, text), ctx.url.searchParams, objects, next),
          scene,
        );
      }),
  }),
  portalRoute({
    path: '/oppet/:authority/oparl/v1.1/:kind/:id',
    about: 'Ger ett objekt i OParl 1.1; det som dragits tillbaka sägs vara borttaget och inget mer.',
    input: { params: z.object({ authority: z.string(), kind: z.string(), id: z.string().regex(/^[\w-]{1,200}$/) }) },
    sample: { params: { kind: 'meeting', id: '00000000-0000-4000-8000-000000000000' } },
    handler: (ctx) =>
      inScene(ctx, async (r, scene) => {
        const kind = kindFromPath(ctx.input.params.kind);
        const object = kind && (await findOparlObject(r, scene, kind, ctx.input.params.id));
        return object ? answer(object, scene) : unknown();
      }),
  }),
];

async function theBody(r: PublicReader, scene: OparlScene) {
  const terms = await openTerms(r, scene);
  return bodyObject(
    scene,
    terms.map((year) => termObject(scene, year, true)),
  );
}

function answer(value: unknown, { since }: OparlScene): PortalBody {
  return portalJson(value, { lastModified: since.publishedAt });
}

/** What goes wrong is told in the shape that OParl has for it (2.9). */
function fault(status: 400 | 404, message: string): PortalBody {
  return portalJson({ type: `${oparlVersion}Error`, message, debug: '' }, { status });
}

function unknown(): PortalBody {
  return fault(404, 'Nothing is published under this address. Begin at the system object and follow its links.');
}
