import * as z from 'zod';
import { listAssignments } from '../../../domain/assignments/index.ts';
import { listDecisions } from '../../../domain/decisions/index.ts';
import {
  changeInsight,
  getDialogue,
  getInsight,
  insightKindCodes,
  noteChange,
  noteInsight,
} from '../../../domain/dialogues/index.ts';
import { listGoalDocuments, listGoals } from '../../../domain/goals/index.ts';
import { listPlans } from '../../../domain/plans/index.ts';
import { AppError } from '../../../kernel/errors.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { type FormState, freshForm, type RequestContext } from '../../contracts.ts';
import { choice, idempotencyField, idField, optionalId, optionalText, text, versionField } from '../../input.ts';
import { redirect } from '../../reply.ts';
import { type HandlerContext, type Route, route } from '../../route.ts';
import { dialoguesPath } from './dialogue-words.ts';
import { changeFormPage, insightFormPage } from './insight-pages.ts';
import { texts } from './texts.ts';

const anId = '00000000-0000-4000-8000-000000000000';
const all = `${dialoguesPath}/:id/lardomar` as const;
const one = `${all}/:lardom` as const;
const byId = z.object({ id: idField() });
const byInsight = z.object({ id: idField(), lardom: idField() });
const params = { id: anId, lardom: anId };
const fields = {
  kind: choice(insightKindCodes),
  insight: text({ maximum: 1_000 }),
  answer: optionalText({ maximum: 2_000 }),
  goalStatementId: optionalId(),
  assignmentId: optionalId(),
  idempotencyKey: idempotencyField,
};
const sampleForm = { kind: 'conclusion', insight: 'Vård nära ofta', idempotencyKey: 'exempel' };

/** What was learnt in a dialogue and what it changed. */
export const insightRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: `${all}/ny`,
    policy: 'dialogue.edit',
    about: 'Visar formuläret för en ny lärdom ur en dialog.',
    input: { params: byId },
    sample: { params: { id: anId } },
    handler: (ctx) => drawInsight(ctx, ctx.input.params.id, undefined),
  }),
  route({
    method: 'POST',
    path: `${all}/ny`,
    policy: 'dialogue.edit',
    about: 'Antecknar en lärdom ur en dialog.',
    input: { params: byId, form: z.object(fields) },
    sample: { params: { id: anId }, form: sampleForm },
    handler: async (ctx) => {
      const dialogueId = ctx.input.params.id;
      const { idempotencyKey, ...written } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'noteInsight', idempotencyKey }, (w) =>
        noteInsight(w, { ...written, dialogueId }),
      );
      return back(dialogueId, texts[ctx.language].insightSaved);
    },
    onInvalid: (ctx, state) => drawInsight(ctx, ctx.input.params.id, undefined, state),
  }),
  route({
    method: 'GET',
    path: one,
    policy: 'dialogue.edit',
    about: 'Visar formuläret där en lärdom ändras.',
    input: { params: byInsight },
    sample: { params },
    handler: (ctx) => drawInsight(ctx, ctx.input.params.id, ctx.input.params.lardom),
  }),
  route({
    method: 'POST',
    path: one,
    policy: 'dialogue.edit',
    about: 'Ändrar en lärdom.',
    input: { params: byInsight, form: z.object({ ...fields, version: versionField }) },
    sample: { params, form: { ...sampleForm, version: '1' } },
    handler: async (ctx) => {
      const { id, lardom: insightId } = ctx.input.params;
      const { idempotencyKey, version, ...written } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'changeInsight', idempotencyKey }, (w) =>
        changeInsight(w, { ...written, insightId, expectedVersion: version }),
      );
      return back(id, texts[ctx.language].insightSaved);
    },
    onInvalid: (ctx, state) => drawInsight(ctx, ctx.input.params.id, ctx.input.params.lardom, state),
  }),
  route({
    method: 'GET',
    path: `${one}/andring`,
    policy: 'dialogue.edit',
    about: 'Visar formuläret där man antecknar vad en lärdom ändrade.',
    input: { params: byInsight },
    sample: { params },
    handler: (ctx) => drawChange(ctx, ctx.input.params),
  }),
  route({
    method: 'POST',
    path: `${one}/andring`,
    policy: 'dialogue.edit',
    about: 'Antecknar vad en lärdom ändrade och var det syns.',
    input: {
      params: byInsight,
      form: z.object({
        sentence: text({ maximum: 1_000 }),
        goalDocumentId: optionalId(),
        planId: optionalId(),
        decisionId: optionalId(),
        idempotencyKey: idempotencyField,
      }),
    },
    sample: { params, form: { sentence: 'Målet ändrades.', planId: anId, idempotencyKey: 'exempel' } },
    handler: async (ctx) => {
      const { id, lardom: insightId } = ctx.input.params;
      const { idempotencyKey, ...written } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'noteChange', idempotencyKey }, (w) =>
        noteChange(w, { ...written, insightId }),
      );
      return back(id, texts[ctx.language].changeSaved);
    },
    onInvalid: (ctx, state) => drawChange(ctx, ctx.input.params, state),
  }),
];

type Ctx = RequestContext & Pick<HandlerContext<'dialogue.edit'>, 'services' | 'auth'>;

async function drawInsight(ctx: Ctx, dialogueId: string, insightId: string | undefined, state?: FormState) {
  const facts = await ctx.services.db.read(ctx.auth, async (r) => ({
    dialogue: await getDialogue(r, dialogueId),
    goals: await listGoals(r),
    assignments: (await listAssignments(r, { pageSize: 200 })).rows,
  }));
  if (insightId === undefined) return insightFormPage(ctx, facts, state ?? freshForm({ kind: 'conclusion' }));
  const insight = await insightIn(ctx, dialogueId, insightId);
  const values = {
    kind: insight.kind,
    insight: insight.insight,
    answer: insight.answer ?? '',
    goalStatementId: insight.goal?.statementId ?? '',
    assignmentId: insight.assignment?.id ?? '',
  };
  return insightFormPage(ctx, { ...facts, insight }, state ?? freshForm(values));
}

async function drawChange(
  ctx: Ctx,
  { id, lardom }: { readonly id: string; readonly lardom: string },
  state?: FormState,
) {
  const insight = await insightIn(ctx, id, lardom);
  const facts = await ctx.services.db.read(ctx.auth, async (r) => ({
    dialogue: await getDialogue(r, id),
    documents: await listGoalDocuments(r),
    plans: await listPlans(r),
    decisions: (await listDecisions(r, { limit: 200 })).decisions,
  }));
  return changeFormPage(ctx, { ...facts, insight }, state ?? freshForm());
}

async function insightIn(ctx: Ctx, dialogueId: string, insightId: string) {
  const insight = await ctx.services.db.read(ctx.auth, (r) => getInsight(r, insightId));
  if (insight.dialogueId !== dialogueId) throw new AppError('record.notFound');
  return insight;
}

function back(dialogueId: string, message: string) {
  return redirect(`${recordAddress('dialogue', dialogueId)}#lardomar`, { flash: { tone: 'success', text: message } });
}
