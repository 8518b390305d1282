import * as z from 'zod';
import { idField } from '../../input.ts';
import { type Route, route } from '../../route.ts';
import { collaborationPaths } from './collaboration-tabs.ts';
import { readGroup, readStructure } from './group-facts.ts';
import { groupListPage, groupPage } from './group-pages.ts';
import { groupSettingRoutes } from './group-setting-routes.ts';
import { representativeRoutes } from './representative-routes.ts';

/** The joint groups: the structure, one group, and who speaks for whom and reports in it. */
export const groupRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: collaborationPaths.groups,
    policy: 'record.read',
    about: 'Visar samverkansstrukturen som träd, och var någon saknas i grupperna.',
    sample: {},
    handler: async (ctx) => {
      const { db, runtime } = ctx.services;
      return groupListPage(ctx, await db.read(ctx.auth, (r) => readStructure(r, runtime.today())));
    },
  }),
  route({
    method: 'GET',
    path: `${collaborationPaths.groups}/:id`,
    policy: 'record.read',
    about:
      'Visar en gemensam grupp: vem som talar för vilken huvudman, vilka som rapporterar och vems rapport som saknas.',
    input: { params: z.object({ id: idField() }) },
    sample: { params: { id: '00000000-0000-4000-8000-000000000000' } },
    handler: async (ctx) => {
      const { db, runtime } = ctx.services;
      return groupPage(ctx, await db.read(ctx.auth, (r) => readGroup(r, ctx.input.params.id, runtime.today())));
    },
  }),
  ...representativeRoutes,
  ...groupSettingRoutes,
];
