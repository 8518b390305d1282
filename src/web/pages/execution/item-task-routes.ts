import * as z from 'zod';
import { requireNotDisqualified } from '../../../domain/attendance/index.ts';
import { followUpOf, tellInItem } from '../../../domain/execution/index.ts';
import { getAgendaItem, getMeeting } from '../../../domain/meetings/index.ts';
import type { Reader } from '../../contracts.ts';
import { idField } from '../../input.ts';
import { redirect } from '../../reply.ts';
import { type Route, route } from '../../route.ts';
import { itemTasksPath } from './execution-paths.ts';
import { itemTasksPage } from './item-tasks-page.ts';
import { telling, tellingSample } from './task-routes.ts';
import { texts } from './texts.ts';

const anId = '00000000-0000-4000-8000-000000000000';

const byItem = z.object({ id: idField(), punkt: idField() });
const itemSample = { params: { id: anId, punkt: anId } };

/** The tasks of a follow-up item, gone through at the meeting. */
export const itemTaskRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/sammantraden/:id/punkter/:punkt/uppgifter',
    policy: 'meeting.conduct',
    about: 'Visar uppgifterna i en punkt för beslutsuppföljning, för att gå igenom dem vid sammanträdet.',
    input: { params: byItem },
    sample: itemSample,
    handler: async (ctx) =>
      itemTasksPage(ctx, await ctx.services.db.read(ctx.auth, (r) => readItem(r, ctx.input.params))),
  }),
  route({
    method: 'POST',
    path: '/sammantraden/:id/punkter/:punkt/uppgifter',
    policy: 'meeting.conduct',
    about:
      'Antecknar i en punkt hur en uppgift står; beskedet hamnar i protokollet, och organet kan avsluta uppgiften.',
    input: { params: byItem, form: z.object({ ...telling, taskId: idField() }) },
    sample: { ...itemSample, form: { ...tellingSample, taskId: anId } },
    handler: async (ctx) => {
      const { id, punkt: itemId } = ctx.input.params;
      const { version, idempotencyKey, ...told } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'tellInItem', idempotencyKey }, (w) =>
        tellInItem(w, { itemId, expectedVersion: version, ...told }),
      );
      return redirect(`${itemTasksPath(id, itemId)}#uppgift-${told.taskId}`, {
        flash: { tone: 'success', text: texts[ctx.language].toldFlash },
      });
    },
    onInvalid: async (ctx, state) =>
      itemTasksPage(ctx, await ctx.services.db.read(ctx.auth, (r) => readItem(r, ctx.input.params)), {
        taskId: String(state.values.taskId ?? ''),
        state,
      }),
  }),
];

async function readItem(r: Reader, { id, punkt }: { readonly id: string; readonly punkt: string }) {
  await requireNotDisqualified(r, punkt);
  const item = await getAgendaItem(r, punkt);
  const meeting = await getMeeting(r, item.meetingId);
  return { meeting, item, followed: await followUpOf(r, { meetingId: id, itemId: punkt }) };
}
