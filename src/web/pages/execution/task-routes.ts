import * as z from 'zod';
import { requireNotDisqualified } from '../../../domain/attendance/index.ts';
import {
  addDecisionTask,
  changeDecisionTask,
  decisionTaskHistory,
  getDecisionTask,
  type TellingAction,
  tellDecisionTask,
  tellingActions,
} from '../../../domain/execution/index.ts';
import { listBodies } from '../../../domain/organisation/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { freshForm, type Reader } from '../../contracts.ts';
import {
  choice,
  idempotencyField,
  idField,
  optionalCivilDate,
  optionalId,
  optionalText,
  optionalWholeNumber,
  text,
  versionField,
} from '../../input.ts';
import { redirect } from '../../reply.ts';
import { type Route, route } from '../../route.ts';
import { seenDecision } from './effect-routes.ts';
import { followUpPath } from './execution-paths.ts';
import { taskFormPage } from './task-form-page.ts';
import { taskPage } from './task-page.ts';
import { texts } from './texts.ts';

const anId = '00000000-0000-4000-8000-000000000000';
const byId = z.object({ id: idField() });
const sample = { params: { id: anId } };
const tellings = tellingActions as unknown as readonly [TellingAction, ...TellingAction[]];

const taskFields = {
  task: text({ maximum: 1000 }),
  clause: optionalWholeNumber({ minimum: 1, maximum: 1000 }),
  responsible: optionalText({ maximum: 300 }),
  responsibleBodyId: optionalId(),
  dueOn: optionalCivilDate(),
  idempotencyKey: idempotencyField,
};
export const telling = {
  action: choice(tellings),
  note: optionalText({ maximum: 10_000 }),
  version: versionField,
  idempotencyKey: idempotencyField,
};
const taskSample = { task: 'Ta fram ett förslag', responsible: 'Handläggaren', idempotencyKey: 'exempel' };
export const tellingSample = { action: 'tell', note: 'Arbetet pågår.', version: '1', idempotencyKey: 'exempel' };

/** Each task: its page, what is told of it, and its forms. */
export const taskRoutes: readonly Route[] = [
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
