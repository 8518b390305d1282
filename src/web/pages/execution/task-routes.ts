import * as z from 'zod';
import { requireNotDisqualified } from '../../../domain/attendance/index.ts';
import {
  addDecisionTask,
  changeDecisionTask,
  type DecisionTaskStatus,
  decisionTaskHistory,
  decisionTaskStatusCodes,
  followUpOf,
  getDecisionTask,
  listDecisionTasks,
  putFollowUpItem,
  statusesOnTheList,
  type TellingAction,
  tellDecisionTask,
  tellInItem,
  tellingActions,
} from '../../../domain/execution/index.ts';
import { getAgendaItem, getMeeting } from '../../../domain/meetings/index.ts';
import { listBodies } from '../../../domain/organisation/index.ts';
import { findNextMeeting } from '../../../domain/proceedings/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { freshForm, type Reader } from '../../contracts.ts';
import {
  choice,
  idempotencyField,
  idField,
  optionalChoice,
  optionalCivilDate,
  optionalId,
  optionalText,
  optionalWholeNumber,
  text,
  versionField,
} from '../../input.ts';
import { file, redirect } from '../../reply.ts';
import { type Route, route } from '../../route.ts';
import { seenDecision } from './effect-routes.ts';
import { followUpPath, itemTasksPath } from './execution-paths.ts';
import { itemTasksPage } from './item-tasks-page.ts';
import { taskFormPage } from './task-form-page.ts';
import { type TaskSelection, taskListPage, tasksPerPage } from './task-list-page.ts';
import { taskPage } from './task-page.ts';
import { tasksCsv } from './tasks-csv.ts';
import { texts } from './texts.ts';

const anId = '00000000-0000-4000-8000-000000000000';
const byId = z.object({ id: idField() });
const sample = { params: { id: anId } };
const statuses = decisionTaskStatusCodes as readonly [DecisionTaskStatus, ...DecisionTaskStatus[]];
const tellings = tellingActions as unknown as readonly [TellingAction, ...TellingAction[]];

const selection = z.object({
  organ: optionalId(),
  status: optionalChoice(statuses),
  sena: optionalChoice(['overdue', 'silent']),
  sida: optionalWholeNumber({ minimum: 1, maximum: 100_000 }),
});
const taskFields = {
  task: text({ maximum: 1000 }),
  clause: optionalWholeNumber({ minimum: 1, maximum: 1000 }),
  responsible: optionalText({ maximum: 300 }),
  responsibleBodyId: optionalId(),
  dueOn: optionalCivilDate(),
  idempotencyKey: idempotencyField,
};
const telling = {
  action: choice(tellings),
  note: optionalText({ maximum: 10_000 }),
  version: versionField,
  idempotencyKey: idempotencyField,
};
const taskSample = { task: 'Ta fram ett förslag', responsible: 'Handläggaren', idempotencyKey: 'exempel' };
const tellingSample = { action: 'tell', note: 'Arbetet pågår.', version: '1', idempotencyKey: 'exempel' };

/** The list of what is to be done after decisions, and each task. */
export const taskRoutes: readonly Route[] = [
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
  route({
    method: 'GET',
    path: `${followUpPath}/:id`,
    policy: 'record.read',
    about: 'Visar en uppgift efter ett beslut med hela sin historik.',
    input: { params: byId },
    sample,
    handler: async (ctx) =>
      taskPage(ctx, await ctx.services.db.read(ctx.auth, (r) => readTask(r, ctx.input.params.id))),
  }),
  route({
    method: 'POST',
    path: `${followUpPath}/:id/besked`,
    policy: 'task.edit',
    about: 'Antecknar hur en uppgift står mellan sammanträden.',
    input: { params: byId, form: z.object(telling) },
    sample: { ...sample, form: tellingSample },
    handler: async (ctx) => {
      const { id: taskId } = ctx.input.params;
      const { version, idempotencyKey, ...told } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'tellDecisionTask', idempotencyKey }, (w) =>
        tellDecisionTask(w, { taskId, expectedVersion: version, ...told }),
      );
      return redirect(recordAddress('decisionTask', taskId), {
        flash: { tone: 'success', text: texts[ctx.language].toldFlash },
      });
    },
    onInvalid: async (ctx, state) =>
      taskPage(ctx, await ctx.services.db.read(ctx.auth, (r) => readTask(r, ctx.input.params.id)), state),
  }),
  route({
    method: 'GET',
    path: '/beslut/:id/uppgift',
    policy: 'task.edit',
    about: 'Visar formuläret för en ny uppgift efter ett beslut.',
    input: { params: byId },
    sample,
    handler: async (ctx) => {
      const facts = await ctx.services.db.read(ctx.auth, (r) => readForm(r, ctx.input.params.id));
      return taskFormPage(ctx, facts, freshForm());
    },
  }),
  route({
    method: 'POST',
    path: '/beslut/:id/uppgift',
    policy: 'task.edit',
    about: 'Lägger till en uppgift efter ett beslut.',
    input: { params: byId, form: z.object(taskFields) },
    sample: { ...sample, form: taskSample },
    handler: async (ctx) => {
      const { id: decisionId } = ctx.input.params;
      const { idempotencyKey, ...fields } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'addDecisionTask', idempotencyKey }, (w) =>
        addDecisionTask(w, { decisionId, ...fields }),
      );
      return redirect(`${recordAddress('decision', decisionId)}#ledde-till`, {
        flash: { tone: 'success', text: texts[ctx.language].addedFlash },
      });
    },
    onInvalid: async (ctx, state) =>
      taskFormPage(ctx, await ctx.services.db.read(ctx.auth, (r) => readForm(r, ctx.input.params.id)), state),
  }),
  route({
    method: 'GET',
    path: `${followUpPath}/:id/andra`,
    policy: 'task.edit',
    about: 'Visar formuläret där en uppgift ändras.',
    input: { params: byId },
    sample,
    handler: async (ctx) => {
      const facts = await ctx.services.db.read(ctx.auth, (r) => readChange(r, ctx.input.params.id));
      const { task, clause, responsible, responsibleBody, dueOn } = facts.task;
      const values = { task, clause: String(clause ?? ''), responsible: responsible ?? '', dueOn: dueOn ?? '' };
      return taskFormPage(ctx, facts, freshForm({ ...values, responsibleBodyId: responsibleBody?.id ?? '' }));
    },
  }),
  route({
    method: 'POST',
    path: `${followUpPath}/:id/andra`,
    policy: 'task.edit',
    about: 'Ändrar vad en uppgift är, vem som svarar för den och när den ska vara klar.',
    input: { params: byId, form: z.object({ ...taskFields, version: versionField }) },
    sample: { ...sample, form: { ...taskSample, version: '1' } },
    handler: async (ctx) => {
      const { id: taskId } = ctx.input.params;
      const { idempotencyKey, version, ...fields } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'changeDecisionTask', idempotencyKey }, (w) =>
        changeDecisionTask(w, { taskId, expectedVersion: version, ...fields }),
      );
      return redirect(recordAddress('decisionTask', taskId), {
        flash: { tone: 'success', text: texts[ctx.language].savedFlash },
      });
    },
    onInvalid: async (ctx, state) =>
      taskFormPage(ctx, await ctx.services.db.read(ctx.auth, (r) => readChange(r, ctx.input.params.id)), state),
  }),
];

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

function filterOf({ organ, status, sena }: TaskSelection, today: string) {
  return {
    ...(organ && { bodyId: organ }),
    statuses: status ? [status as DecisionTaskStatus] : statusesOnTheList,
    ...(sena && { late: { kind: sena, today } }),
  };
}

async function readTask(r: Reader, id: string) {
  const task = await getDecisionTask(r, id);
  if (task.decision.itemId) await requireNotDisqualified(r, task.decision.itemId);
  return { task, history: await decisionTaskHistory(r, id) };
}

async function readForm(r: Reader, decisionId: string) {
  return { decision: await seenDecision(r, decisionId), bodies: await listBodies(r) };
}

async function readChange(r: Reader, taskId: string) {
  const task = await getDecisionTask(r, taskId);
  return { task, ...(await readForm(r, task.decision.id)) };
}

async function readItem(r: Reader, { id, punkt }: { readonly id: string; readonly punkt: string }) {
  await requireNotDisqualified(r, punkt);
  const item = await getAgendaItem(r, punkt);
  const meeting = await getMeeting(r, item.meetingId);
  return { meeting, item, followed: await followUpOf(r, { meetingId: id, itemId: punkt }) };
}
