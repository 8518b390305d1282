import * as z from 'zod';
import {
  codesOf,
  dependentsOf,
  type FormLevel,
  type FormVersion,
  formLevels,
  printedCode,
  type Question,
  questionsOf,
} from '../../../domain/forms/index.ts';
import { AppError } from '../../../kernel/errors.ts';
import { confirm } from '../../components/confirm/confirm.ts';
import { questionId } from '../../components/form-question/question-fields.ts';
import type { RequestContext } from '../../contracts.ts';
import { html } from '../../html.ts';
import { choice, idempotencyField, idField, text, versionField } from '../../input.ts';
import { type Page, page, redirect } from '../../reply.ts';
import { type Route, route } from '../../route.ts';
import { draft, save } from './draft-editing.ts';
import { formCrumbs, versionPath } from './form-list-page.ts';
import { headingId } from './form-version-page.ts';
import { texts } from './texts.ts';
import { showVersion } from './version-facts.ts';

const byId = z.object({ id: idField() });
const anId = '00000000-0000-4000-8000-000000000000';
const saving = { version: versionField, idempotencyKey: idempotencyField };
const code = () => text({ maximum: 40 });
const aPlace = z.object({ niva: choice(formLevels), kod: code() });

/** The order of what stands in a draft, and what is taken out of it. */
export const placeRoutes: readonly Route[] = [
  route({
    method: 'POST',
    path: '/formular/:id/flytta',
    policy: 'form.edit',
    about: 'Flyttar en del, ett avsnitt eller en fråga ett steg.',
    input: {
      params: byId,
      form: z.object({ level: choice(formLevels), code: code(), by: choice(['1', '-1']), ...saving }),
    },
    sample: {
      params: { id: anId },
      form: { level: 'question', code: '1', by: '1', version: '1', idempotencyKey: 'prov' },
    },
    handler: async (ctx) => {
      const { level, code: moved, by, ...sent } = ctx.input.form;
      await save(ctx, sent, { step: 'move', level, code: moved, by: by === '1' ? 1 : -1 });
      const at = level === 'question' ? questionId(moved) : headingId(level, moved);
      return redirect(`${versionPath(ctx.input.params.id)}#${at}`, {
        flash: { tone: 'success', text: texts[ctx.language].moved },
      });
    },
    onInvalid: (ctx, state) => showVersion(ctx, ctx.auth, ctx.input.params.id, state),
  }),
  route({
    method: 'GET',
    path: '/formular/:id/ta-bort',
    policy: 'form.edit',
    about: 'Frågar om något ska tas bort ur utkastet och säger vad som hänger på det.',
    input: { params: byId, query: aPlace },
    sample: { params: { id: anId }, query: { niva: 'question', kod: '1' } },
    handler: async (ctx) => removePage(ctx, await draft(ctx, ctx.input.params.id), ctx.input.query),
  }),
  route({
    method: 'POST',
    path: '/formular/:id/ta-bort',
    policy: 'form.edit',
    about: 'Tar bort en del, ett avsnitt eller en fråga ur utkastet.',
    input: { params: byId, form: z.object({ level: choice(formLevels), code: code(), ...saving }) },
    sample: { params: { id: anId }, form: { level: 'question', code: '1', version: '1', idempotencyKey: 'prov' } },
    handler: async (ctx) => {
      const { level, code: removed, ...sent } = ctx.input.form;
      await save(ctx, sent, { step: 'remove', level, code: removed });
      return redirect(`${versionPath(ctx.input.params.id)}#granskning`, {
        flash: { tone: 'success', text: texts[ctx.language].removed },
      });
    },
    onInvalid: (ctx, state) => showVersion(ctx, ctx.auth, ctx.input.params.id, state),
  }),
];

/** What goes with it and what is left without it, before it is gone. */
function removePage(
  ctx: RequestContext,
  version: FormVersion,
  { niva: level, kod: own }: { readonly niva: FormLevel; readonly kod: string },
): Page {
  const t = texts[ctx.language];
  if (!codesOf(version.structure, level).includes(own)) throw new AppError('form.placeUnknown');
  const going = questionsWithin(version, level, own);
  const gone = new Set(going.map((question) => question.code));
  const left = going
    .flatMap((question) => dependentsOf(questionsOf(version.structure), question.code))
    .filter((question) => !gone.has(question.code));
  const named = [...new Set(left.map((question) => printedCode(question.code)))];
  const title = t.removeTitle(t[level](level === 'question' ? printedCode(own) : own));
  return page({
    title,
    width: 'text',
    crumbs: formCrumbs(ctx, version, title),
    body: confirm(ctx, {
      consequences: [
        going.length > 0 ? t.removeGone(going.length) : t.removeHeading,
        ...going
          .slice(0, 10)
          .map((question) => html`${printedCode(question.code)} <span lang="sv">${question.text}</span>`),
        ...(named.length > 0 ? [t.removeDependents(ctx.format.list(named))] : []),
        t.removeKept,
      ],
      action: `${versionPath(version.id)}/ta-bort`,
      submit: t.remove,
      cancelHref: versionPath(version.id),
      version: version.version,
      body: html`<input type="hidden" name="level" value="${level}"><input type="hidden" name="code" value="${own}">`,
    }),
  });
}

function questionsWithin({ structure }: FormVersion, level: FormLevel, own: string): readonly Question[] {
  if (level === 'question') return questionsOf(structure).filter((question) => question.code === own);
  const sections = structure.parts.flatMap((part) =>
    level === 'part' ? (part.code === own ? part.sections : []) : part.sections.filter((one) => one.code === own),
  );
  return sections.flatMap((section) => section.questions);
}
