import * as z from 'zod';
import { getAgreement, listAgreements } from '../../../domain/agreements/index.ts';
import { sourcesOf } from '../../../domain/matters/index.ts';
import { getDeliverable, listDeliverables } from '../../../domain/projects/index.ts';
import type { Reader } from '../../contracts.ts';
import { idField } from '../../input.ts';
import { type Route, route } from '../../route.ts';
import { readConnections } from '../connections/connected-facts.ts';
import { agreementListPage, agreementPage } from './agreement-pages.ts';
import { collaborationPaths } from './collaboration-tabs.ts';
import { deliverableListPage, deliverablePage } from './deliverable-pages.ts';
import { groupRoutes } from './group-routes.ts';
import { principalRoutes } from './principal-routes.ts';

const anId = '00000000-0000-4000-8000-000000000000';
const byId = z.object({ id: idField() });

/** What a record of the joint work belongs with and where it was read. */
async function beside(r: Reader, noun: string, id: string) {
  return {
    connections: (await readConnections(r, [id])).get(id) ?? [],
    sources: await sourcesOf(r, noun, id),
  };
}

/** Agreements and deliverables: a list of each, and one of each. */
export const collaborationRoutes: readonly Route[] = [
  ...groupRoutes,
  ...principalRoutes,
  route({
    method: 'GET',
    path: collaborationPaths.agreements,
    policy: 'record.read',
    about: 'Visar överenskommelserna, hur länge de gäller och när de senast sägs upp.',
    sample: {},
    handler: async (ctx) => agreementListPage(ctx, await ctx.services.db.read(ctx.auth, (r) => listAgreements(r))),
  }),
  route({
    method: 'GET',
    path: '/samverkan/avtal/:id',
    policy: 'record.read',
    about: 'Visar en överenskommelse: giltighet, uppsägning, var den beslutades och vad den hör ihop med.',
    input: { params: byId },
    sample: { params: { id: anId } },
    handler: async (ctx) => {
      const { id } = ctx.input.params;
      const facts = await ctx.services.db.read(ctx.auth, async (r) => {
        const agreement = await getAgreement(r, id);
        const others = (await listAgreements(r)).filter((one) => one.name === agreement.name && one.id !== id);
        return { agreement, others, ...(await beside(r, 'agreement', id)) };
      });
      return agreementPage(ctx, facts);
    },
  }),
  route({
    method: 'GET',
    path: collaborationPaths.deliverables,
    policy: 'record.read',
    about: 'Visar vad som ska levereras, när, och vad som har flyttats eller saknar datum.',
    sample: {},
    handler: async (ctx) => deliverableListPage(ctx, await ctx.services.db.read(ctx.auth, (r) => listDeliverables(r))),
  }),
  route({
    method: 'GET',
    path: `${collaborationPaths.deliverables}/:id`,
    policy: 'record.read',
    about: 'Visar en leverans: när den skulle vara klar och vart den har flyttats.',
    input: { params: byId },
    sample: { params: { id: anId } },
    handler: async (ctx) => {
      const { id } = ctx.input.params;
      const facts = await ctx.services.db.read(ctx.auth, async (r) => ({
        deliverable: await getDeliverable(r, id),
        ...(await beside(r, 'deliverable', id)),
      }));
      return deliverablePage(ctx, facts);
    },
  }),
];
