import * as z from 'zod';
import {
  type DecisionTaskStatus,
  decisionTaskStatusCodes,
  listDecisionTasks,
  putFollowUpItem,
  statusesOnTheList,
} from '../../../domain/execution/index.ts';
import { listBodies } from '../../../domain/organisation/index.ts';
import { findNextMeeting } from '../../../domain/proceedings/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { idempotencyField, idField, optionalChoice, optionalId, optionalWholeNumber } from '../../input.ts';
import { file, redirect } from '../../reply.ts';
import { type Route, route } from '../../route.ts';
import { followUpPath } from './execution-paths.ts';
import { type TaskSelection, taskListPage, tasksPerPage } from './task-list-page.ts';
import { tasksCsv } from './tasks-csv.ts';
import { texts } from './texts.ts';

const anId = '00000000-0000-4000-8000-000000000000';
const statuses = decisionTaskStatusCodes as readonly [DecisionTaskStatus, ...DecisionTaskStatus[]];

const selection = z.object({
  organ: optionalId(),
  status: optionalChoice(statuses),
  sena: optionalChoice(['overdue', 'silent']),
  sida: optionalWholeNumber({ minimum: 1, maximum: 100_000 }),
});
/** The list of what is to be done after decisions, as a page and as a table, and the way into the next agenda. */
export const taskListRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: followUpPath,
    policy: 'record.read',
    about: 'Visar uppgifter efter beslut, efter organ, status, försenade och tysta.',
    input: { query: selection },
    sample: { query: { sena: 'overdue' } },
    handler: async (ctx) => {
      const { query } = ctx.input;
      const today = ctx.services.runtime.today();
      const facts = await ctx.services.db.read(ctx.auth, async (r) => ({
        ...(await listDecisionTasks(r, {
          ...filterOf(query, today),
          limit: tasksPerPage,
          offset: ((query.sida ?? 1) - 1) * tasksPerPage,
        })),
        bodies: await listBodies(r),
        next: query.organ ? await findNextMeeting(r, query.organ, today) : undefined,
      }));
      return taskListPage(ctx, query, facts);
    },
  }),
  route({
    method: 'GET',
    path: `${followUpPath}.csv`,
    policy: 'record.read',
    about: 'Hämtar samma urval av uppgifter som en tabell för kalkylprogram.',
    input: { query: selection },
    sample: {},
    handler: async (ctx) => {
      const today = ctx.services.runtime.today();
      const { tasks } = await ctx.services.db.read(ctx.auth, (r) =>
        listDecisionTasks(r, { ...filterOf(ctx.input.query, today), limit: 10_000 }),
      );
      const name = `${texts[ctx.language].csvName}-${today}.csv`;
      return file({ bytes: new TextEncoder().encode(tasksCsv(ctx, tasks)), type: 'text/csv; charset=utf-8', name });
    },
  }),
  route({
    method: 'POST',
    path: `${followUpPath}/till-dagordning`,
    policy: 'meeting.edit',
    about: 'Lägger en punkt för beslutsuppföljning på en dagordning, med organets öppna uppgifter.',
    input: { form: z.object({ meetingId: idField(), idempotencyKey: idempotencyField }) },
    sample: { form: { meetingId: anId, idempotencyKey: 'exempel' } },
    handler: async (ctx) => {
      const { meetingId, idempotencyKey } = ctx.input.form;
      const itemId = await ctx.services.db.transact(ctx.auth, { verb: 'putFollowUpItem', idempotencyKey }, (w) =>
        putFollowUpItem(w, { meetingId }),
      );
      return redirect(recordAddress('agendaItem', itemId, meetingId), {
        flash: { tone: 'success', text: texts[ctx.language].putFlash },
      });
    },
    onInvalid: async (ctx) =>
      taskListPage(
        ctx,
        {},
        {
          ...(await ctx.services.db.read(ctx.auth, async (r) => ({
            ...(await listDecisionTasks(r, { statuses: statusesOnTheList, limit: tasksPerPage })),
            bodies: await listBodies(r),
          }))),
          next: undefined,
        },
      ),
  }),
];

function filterOf({ organ, status, sena }: TaskSelection, today: string) {
  return {
    ...(organ && { bodyId: organ }),
    statuses: status ? [status as DecisionTaskStatus] : statusesOnTheList,
    ...(sena && { late: { kind: sena, today } }),
  };
}
