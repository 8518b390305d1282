import * as z from 'zod';
import {
  type AnswerKind,
  editFormDraft,
  type FormVersion,
  getFormVersion,
  type Question,
  questionsOf,
} from '../../../domain/forms/index.ts';
import { AppError } from '../../../kernel/errors.ts';
import { questionId } from '../../components/form-question/question-fields.ts';
import { freshForm } from '../../contracts.ts';
import { idField, optionalChoice, optionalText } from '../../input.ts';
import { redirect } from '../../reply.ts';
import { type Route, route } from '../../route.ts';
import { versionPath } from './form-list-page.ts';
import { questionFormPage } from './question-form-page.ts';
import { answerKindCodes, questionForm, writtenQuestion } from './question-input.ts';
import { questionValues } from './question-values.ts';
import { texts } from './texts.ts';

const byId = z.object({ id: idField() });
const anId = '00000000-0000-4000-8000-000000000000';

/** A question of a draft: shown to be written or changed, and saved. */
export const questionRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/formular/:id/fraga',
    policy: 'form.edit',
    about: 'Visar formuläret där en fråga skrivs eller ändras.',
    input: {
      params: byId,
      query: z.object({
        kod: optionalText({ maximum: 40 }),
        i: optionalText({ maximum: 40 }),
        under: optionalText({ maximum: 40 }),
        slag: optionalChoice(answerKindCodes),
      }),
    },
    sample: { params: { id: anId } },
    handler: async (ctx) => {
      const { kod, i, under, slag } = ctx.input.query;
      const version = await ctx.services.db.read(ctx.auth, (r) => getFormVersion(r, ctx.input.params.id));
      if (version.state !== 'draft') throw new AppError('form.published');
      const saved = kod === undefined ? undefined : placed(version, kod);
      if (kod !== undefined && !saved) throw new AppError('form.questionUnknown');
      const values = saved ? questionValues(saved.question, saved.into) : newValues(version, i, under);
      return questionFormPage(ctx, version, saved, freshForm(slag ? { ...values, kind: slag } : values));
    },
  }),
  route({
    method: 'POST',
    path: '/formular/:id/fraga',
    policy: 'form.edit',
    about: 'Sparar en fråga i utkastet.',
    input: { params: byId, form: questionForm },
    sample: {
      params: { id: anId },
      form: {
        code: '1',
        into: 's1',
        text: 'Finns en plan?',
        kind: 'yesNo',
        periodKind: 'none',
        when: 'always',
        version: '1',
        idempotencyKey: 'prov',
      },
    },
    handler: async (ctx) => {
      const { idempotencyKey, version: expectedVersion, before: code, into } = ctx.input.form;
      const formVersionId = ctx.input.params.id;
      const question = writtenQuestion(ctx.input.form);
      await ctx.services.db.transact(ctx.auth, { verb: 'editFormDraft', idempotencyKey }, (w) =>
        editFormDraft(w, {
          formVersionId,
          expectedVersion,
          edit:
            code === undefined
              ? { step: 'addQuestion', into, question }
              : { step: 'changeQuestion', code, into, question },
        }),
      );
      return redirect(`${versionPath(formVersionId)}#${questionId(question.code)}`, {
        flash: { tone: 'success', text: texts[ctx.language].saved },
      });
    },
    onInvalid: async (ctx, state) => {
      const version = await ctx.services.db.read(ctx.auth, (r) => getFormVersion(r, ctx.input.params.id));
      const before = state.values.before;
      return questionFormPage(ctx, version, typeof before === 'string' ? placed(version, before) : undefined, state);
    },
  }),
];

/** A question with the section that it stands in. */
function placed(version: FormVersion, code: string): { question: Question; into: string } | undefined {
  for (const part of version.structure.parts)
    for (const section of part.sections)
      for (const question of section.questions) if (question.code === code) return { question, into: section.code };
  return undefined;
}

/** The beginning of a new question: the next number, or under another its next letter with "ja" as the condition, as sub-questions mostly have. */
function newValues(version: FormVersion, into: string | undefined, under: string | undefined) {
  const questions = questionsOf(version.structure);
  const above = under === undefined ? undefined : placed(version, under);
  const numbers = questions.map(({ code }) => Number(/^\d+/u.exec(code)?.[0] ?? 0));
  const taken = new Set(questions.map(({ code }) => code));
  const letter = [...'abcdefgh'].find((one) => !taken.has(`${under}${one}`)) ?? '';
  const kind: AnswerKind = above ? 'text' : 'yesNo';
  const asks = above?.question.answer.kind === 'yesNo';
  const sections = version.structure.parts.flatMap((part) => part.sections.map(({ code }) => code));
  return {
    code: above ? `${under}${letter}` : String(Math.max(0, ...numbers) + 1),
    into: above?.into ?? into ?? sections.at(-1) ?? '',
    parent: above ? above.question.code : '',
    kind,
    when: asks ? 'all' : 'always',
    ...(asks && { 'terms.0': `${encodeURIComponent(above.question.code)}//yes` }),
    periodKind: 'none',
  };
}
