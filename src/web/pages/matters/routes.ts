import * as z from 'zod';
import { authorize } from '../../../domain/access/index.ts';
import { getMatter, getProtectedMatter, listDocuments, listProtectedDocuments } from '../../../domain/matters/index.ts';
import { itemsForMatter } from '../../../domain/meetings/index.ts';
import { findBody } from '../../../domain/organisation/index.ts';
import { isDisqualified, isWithheld } from '../../../domain/secrecy/index.ts';
import type { Reader } from '../../contracts.ts';
import { idField } from '../../input.ts';
import { type Route, route } from '../../route.ts';
import { type MatterFacts, matterPage } from './matter-page.ts';
import { coversProtectedMatter, matterSecrecyRoutes, maySetSecrecy } from './secrecy-form-routes.ts';

async function readMatter(r: Reader, id: string): Promise<Omit<MatterFacts, 'setsSecrecy'>> {
  const matter = await getMatter(r, id);
  return {
    matter,
    body: matter.bodyId ? await findBody(r, matter.bodyId) : undefined,
    items: await itemsForMatter(r, id),
    documents: await listDocuments(r, { matterId: id, limit: 200 }),
    protectedTitle: null,
  };
}

/** Matters. What is protected of one is read in a second step, with a proof of its own, and only for a body that the reader's role covers. */
export const matterRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/arenden/:id',
    policy: 'record.read',
    about: 'Visar ett ärende med dess väg genom organen och dess handlingar.',
    input: { params: z.object({ id: idField() }) },
    sample: { params: { id: '00000000-0000-4000-8000-000000000000' } },
    handler: async (ctx) => {
      const { id } = ctx.input.params;
      const { db } = ctx.services;
      const found = await db.read(ctx.auth, (r) => readMatter(r, id));
      const { matter } = found;
      const facts = { ...found, setsSecrecy: maySetSecrecy(ctx.actor, matter) };
      if (!isWithheld(matter.secrecyLevel) || !coversProtectedMatter(ctx.actor, matter)) return matterPage(ctx, facts);
      const proof = authorize(ctx.actor, 'matter.readProtected');
      // Who is disqualified reads what everybody reads, whatever roles they have.
      if (await db.read(proof, (r) => isDisqualified(r, { matterId: id }))) return matterPage(ctx, facts);
      const hidden = await db.read(proof, async (r) => ({
        protectedTitle: (await getProtectedMatter(r, id)).protectedTitle,
        documents: await listProtectedDocuments(r, id),
      }));
      return matterPage(ctx, { ...facts, ...hidden });
    },
  }),
  ...matterSecrecyRoutes,
];
