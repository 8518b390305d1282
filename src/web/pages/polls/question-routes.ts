import * as z from 'zod';
import { listGoals } from '../../../domain/goals/index.ts';
import {
  addPollQuestion,
  changePollQuestion,
  getPoll,
  movePollQuestion,
  type PollQuestion,
  type PollQuestionFields,
  pollQuestionKindCodes,
  removePollQuestion,
  usualEndLabels,
} from '../../../domain/polls/index.ts';
import { AppError } from '../../../kernel/errors.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { type FormState, freshForm, type RequestContext } from '../../contracts.ts';
import { choice, idempotencyField, idField, optionalId, optionalText, versionField } from '../../input.ts';
import { redirect } from '../../reply.ts';
import { type HandlerContext, type Route, route } from '../../route.ts';
import { anId, byId, linesOf } from './poll-routes.ts';
import { pollsPath } from './poll-words.ts';
import { questionFormPage } from './question-form-page.ts';
import { texts } from './texts.ts';

const one = `${pollsPath}/:id/fragor/:fraga` as const;
const byQuestion = z.object({ id: idField(), fraga: idField() });
const params = { id: anId, fraga: anId };
const fields = z.object({
  kind: choice(pollQuestionKindCodes),
  prompt: optionalText({ maximum: 500 }),
  goalStatementId: optionalId(),
  lowLabel: optionalText({ maximum: 80 }),
  highLabel: optionalText({ maximum: 80 }),
  options: optionalText({ maximum: 4_000 }),
  version: versionField,
  idempotencyKey: idempotencyField,
});
const sampleForm = { kind: 'agree', prompt: 'Vården är nära.', version: '1', idempotencyKey: 'exempel' };
const step = z.object({ version: versionField, idempotencyKey: idempotencyField });

/** The questions of a drafted poll, one at a time. */
export const pollQuestionRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: `${pollsPath}/:id/fragor/ny`,
    policy: 'poll.edit',
    about: 'Visar formuläret för en ny fråga i en omröstning.',
    input: { params: byId },
    sample: { params: { id: anId } },
    handler: (ctx) => draw(ctx, ctx.input.params.id, undefined),
  }),
  route({
    method: 'POST',
    path: `${pollsPath}/:id/fragor/ny`,
    policy: 'poll.edit',
    about: 'Lägger till en fråga i en omröstning.',
    input: { params: byId, form: fields },
    sample: { params: { id: anId }, form: sampleForm },
    handler: async (ctx) => {
      const pollId = ctx.input.params.id;
      const { idempotencyKey, version, ...written } = ctx.input.form;
      const question = await fieldsOf(ctx, written);
      await ctx.services.db.transact(ctx.auth, { verb: 'addPollQuestion', idempotencyKey }, (w) =>
        addPollQuestion(w, { ...question, pollId, expectedVersion: version }),
      );
      return back(pollId, texts[ctx.language].questionSaved);
    },
    onInvalid: (ctx, state) => draw(ctx, ctx.input.params.id, undefined, state),
  }),
  route({
    method: 'GET',
    path: one,
    policy: 'poll.edit',
    about: 'Visar formuläret där en fråga i en omröstning ändras.',
    input: { params: byQuestion },
    sample: { params },
    handler: (ctx) => draw(ctx, ctx.input.params.id, ctx.input.params.fraga),
  }),
  route({
    method: 'POST',
    path: one,
    policy: 'poll.edit',
    about: 'Ändrar en fråga i en omröstning innan den öppnas.',
    input: { params: byQuestion, form: fields },
    sample: { params, form: sampleForm },
    handler: async (ctx) => {
      const { id: pollId, fraga: questionId } = ctx.input.params;
      const { idempotencyKey, version, ...written } = ctx.input.form;
      const question = await fieldsOf(ctx, written);
      await ctx.services.db.transact(ctx.auth, { verb: 'changePollQuestion', idempotencyKey }, (w) =>
        changePollQuestion(w, { ...question, pollId, questionId, expectedVersion: version }),
      );
      return back(pollId, texts[ctx.language].questionSaved);
    },
    onInvalid: (ctx, state) => draw(ctx, ctx.input.params.id, ctx.input.params.fraga, state),
  }),
  route({
    method: 'POST',
    path: `${one}/ta-bort`,
    policy: 'poll.edit',
    about: 'Tar bort en fråga ur en omröstning som inte är öppnad.',
    input: { params: byQuestion, form: step },
    sample: { params, form: { version: '1', idempotencyKey: 'exempel' } },
    handler: async (ctx) => {
      const { id: pollId, fraga: questionId } = ctx.input.params;
      const { idempotencyKey, version } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'removePollQuestion', idempotencyKey }, (w) =>
        removePollQuestion(w, { pollId, questionId, expectedVersion: version }),
      );
      return back(pollId, texts[ctx.language].questionRemoved);
    },
    onInvalid: (ctx, state) => draw(ctx, ctx.input.params.id, ctx.input.params.fraga, state),
  }),
  route({
    method: 'POST',
    path: `${one}/flytta`,
    policy: 'poll.edit',
    about: 'Flyttar en fråga ett steg upp eller ned.',
    input: { params: byQuestion, form: step.extend({ riktning: choice(['up', 'down']) }) },
    sample: { params, form: { riktning: 'up', version: '1', idempotencyKey: 'exempel' } },
    handler: async (ctx) => {
      const { id: pollId, fraga: questionId } = ctx.input.params;
      const { idempotencyKey, version, riktning } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'movePollQuestion', idempotencyKey }, (w) =>
        movePollQuestion(w, { pollId, questionId, expectedVersion: version, direction: riktning }),
      );
      return back(pollId, texts[ctx.language].questionMoved);
    },
    onInvalid: (ctx, state) => draw(ctx, ctx.input.params.id, ctx.input.params.fraga, state),
  }),
];

type Ctx = Pick<HandlerContext<'poll.edit'>, 'services' | 'auth'>;

async function draw(ctx: Ctx & RequestContext, pollId: string, questionId: string | undefined, state?: FormState) {
  const { poll, goals } = await ctx.services.db.read(ctx.auth, async (r) => ({
    poll: await getPoll(r, pollId),
    goals: await listGoals(r),
  }));
  if (questionId === undefined) return questionFormPage(ctx, { poll, goals }, state ?? freshForm({ kind: 'agree' }));
  const question = poll.questions.find(({ id }) => id === questionId);
  if (!question) throw new AppError('record.notFound');
  return questionFormPage(ctx, { poll, question, goals }, state ?? freshForm(valuesOfQuestion(question)));
}

function valuesOfQuestion({ kind, prompt, goal, lowLabel, highLabel, options }: PollQuestion): FormState['values'] {
  return {
    kind,
    prompt,
    goalStatementId: goal?.statementId ?? '',
    lowLabel: lowLabel === usualEndLabels.low ? '' : lowLabel,
    highLabel: highLabel === usualEndLabels.high ? '' : highLabel,
    options: options.join('\n'),
  };
}

/** A question without words of its own is asked with those of its goal. */
async function fieldsOf(
  ctx: Ctx,
  {
    prompt,
    options,
    ...written
  }: Omit<PollQuestionFields, 'prompt' | 'options'> & { prompt?: string | undefined; options?: string | undefined },
): Promise<PollQuestionFields> {
  const statementId = written.goalStatementId;
  const goals = prompt === undefined && statementId ? await ctx.services.db.read(ctx.auth, (r) => listGoals(r)) : [];
  const statement = goals.flatMap(({ statements }) => statements).find(({ id }) => id === statementId)?.statement;
  return { ...written, prompt: prompt ?? statement ?? '', options: linesOf(options) };
}

function back(pollId: string, message: string) {
  return redirect(`${recordAddress('poll', pollId)}#fragor`, { flash: { tone: 'success', text: message } });
}
