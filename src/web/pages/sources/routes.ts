import * as z from 'zod';
import { idField, optionalWholeNumber } from '../../input.ts';
import { type Route, route } from '../../route.ts';
import { documentPage } from './document-page.ts';
import { passagePage } from './passage-page.ts';
import { readDocumentFacts, readPassageFacts } from './source-facts.ts';

const anId = '00000000-0000-4000-8000-000000000000';
const byId = z.object({ id: idField() });

/** Sources: the documents of the register and the passages that prove its records. */
export const sourceRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/kallor/stycke/:id',
    policy: 'record.read',
    about: 'Visar ett stycke i sitt sammanhang, med posten som lästes där.',
    input: { params: byId },
    sample: { params: { id: anId } },
    handler: async (ctx) =>
      passagePage(ctx, await ctx.services.db.read(ctx.auth, (r) => readPassageFacts(r, ctx.input.params.id))),
  }),
  route({
    method: 'GET',
    path: '/kallor/:id',
    policy: 'record.read',
    about: 'Visar en handling: fakta, hela texten med radnummer, och posterna som lästes ur den.',
    input: {
      params: byId,
      query: z.object({ sida: optionalWholeNumber({ minimum: 1, maximum: 10_000 }).catch(undefined) }),
    },
    sample: { params: { id: anId } },
    handler: async (ctx) =>
      documentPage(ctx, await readDocumentFacts(ctx, ctx.input.params.id), ctx.input.query.sida ?? 1),
  }),
];
