import * as z from 'zod';
import { listRecordThreads, readRecordThread } from '../../../domain/thread/index.ts';
import { idField } from '../../input.ts';
import { type Route, route } from '../../route.ts';
import { recordThreadPage } from './record-thread-page.ts';
import { threadListPage } from './thread-list-page.ts';

/** Threads: the longest of the register, and the one that a record of any kind stands in. */
export const threadRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/trad',
    policy: 'record.read',
    about: 'Visar de längsta trådarna: poster som hänger ihop, med de dokument de är lästa i.',
    sample: {},
    handler: async (ctx) => threadListPage(ctx, await ctx.services.db.read(ctx.auth, listRecordThreads)),
  }),
  route({
    method: 'GET',
    path: '/trad/:noun/:id',
    policy: 'record.read',
    about: 'Visar vad en post hör ihop med, i tidsordning med skäl och källor.',
    input: { params: z.object({ noun: z.string().regex(/^[a-zA-Z]{2,40}$/), id: idField() }) },
    sample: { params: { noun: 'assignment', id: '00000000-0000-4000-8000-000000000000' } },
    handler: async (ctx) => {
      const { noun, id } = ctx.input.params;
      return recordThreadPage(ctx, await ctx.services.db.read(ctx.auth, (r) => readRecordThread(r, noun, id)));
    },
  }),
];
