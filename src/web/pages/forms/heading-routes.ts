import * as z from 'zod';
import {
  changeFormYear,
  editFormDraft,
  type FormEdit,
  type FormPart,
  type FormVersion,
  isCode,
} from '../../../domain/forms/index.ts';
import { AppError } from '../../../kernel/errors.ts';
import { idempotencyField, idField, optionalText, optionalWholeNumber, text, versionField } from '../../input.ts';
import { redirect } from '../../reply.ts';
import { type Route, route } from '../../route.ts';
import { draft, save, savedFlash } from './draft-editing.ts';
import { versionPath } from './form-list-page.ts';
import { headingId } from './form-version-page.ts';
import { formHeadingPage, partPage, sectionPage } from './heading-form-page.ts';

const byId = z.object({ id: idField() });
const anId = '00000000-0000-4000-8000-000000000000';
const saving = { version: versionField, idempotencyKey: idempotencyField };
const code = () => text({ maximum: 40 });

/** Headings of a draft: of the form, of a part, of a section. */
export const headingRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/formular/:id/rubrik',
    policy: 'form.edit',
    about: 'Visar var formulärets rubrik, inledning och år skrivs.',
    input: { params: byId },
    sample: { params: { id: anId } },
    handler: async (ctx) => formHeadingPage(ctx, await draft(ctx, ctx.input.params.id)),
  }),
  route({
    method: 'POST',
    path: '/formular/:id/rubrik',
    policy: 'form.edit',
    about: 'Sparar formulärets rubrik, inledning och år.',
    input: {
      params: byId,
      form: z.object({
        title: text({ maximum: 500 }),
        introduction: optionalText({ maximum: 20_000 }),
        year: optionalWholeNumber({ minimum: 1900, maximum: 2200 }),
        ...saving,
      }),
    },
    sample: { params: { id: anId }, form: { title: 'Redovisning', version: '1', idempotencyKey: 'prov' } },
    handler: async (ctx) => {
      const { idempotencyKey, version, title, introduction = null, year = null } = ctx.input.form;
      const formVersionId = ctx.input.params.id;
      await ctx.services.db.transact(ctx.auth, { verb: 'editFormDraft', idempotencyKey }, async (w) => {
        const edit: FormEdit = { step: 'changeForm', title, introduction };
        const expectedVersion = await editFormDraft(w, { formVersionId, expectedVersion: version, edit });
        await changeFormYear(w, { formVersionId, expectedVersion, year });
      });
      return redirect(versionPath(formVersionId), { flash: savedFlash(ctx) });
    },
    onInvalid: async (ctx, state) => formHeadingPage(ctx, await draft(ctx, ctx.input.params.id), state),
  }),
  route({
    method: 'GET',
    path: '/formular/:id/del',
    policy: 'form.edit',
    about: 'Visar var en dels rubrik skrivs.',
    input: { params: byId, query: z.object({ kod: optionalText({ maximum: 40 }) }) },
    sample: { params: { id: anId } },
    handler: async (ctx) => {
      const version = await draft(ctx, ctx.input.params.id);
      return partPage(ctx, version, partIn(version, ctx.input.query.kod));
    },
  }),
  route({
    method: 'POST',
    path: '/formular/:id/del',
    policy: 'form.edit',
    about: 'Sparar en del i utkastet.',
    input: {
      params: byId,
      form: z.object({
        before: optionalText({ maximum: 40 }),
        code: code(),
        title: text({ maximum: 500 }),
        introduction: optionalText({ maximum: 20_000 }),
        ...saving,
      }),
    },
    sample: { params: { id: anId }, form: { code: 'A', title: 'Del A', version: '1', idempotencyKey: 'prov' } },
    handler: async (ctx) => {
      const { before, code: own, title, introduction = null, ...sent } = ctx.input.form;
      refuseStrange(own);
      const part = { code: own, title, introduction };
      await save(
        ctx,
        sent,
        before === undefined ? { step: 'addPart', part } : { step: 'changePart', code: before, part },
      );
      return redirect(`${versionPath(ctx.input.params.id)}#${headingId('part', own)}`, { flash: savedFlash(ctx) });
    },
    onInvalid: async (ctx, state) => {
      const version = await draft(ctx, ctx.input.params.id);
      return partPage(ctx, version, partIn(version, knownBefore(state.values.before)), state);
    },
  }),
  route({
    method: 'GET',
    path: '/formular/:id/avsnitt',
    policy: 'form.edit',
    about: 'Visar var ett avsnitts rubrik skrivs.',
    input: {
      params: byId,
      query: z.object({ kod: optionalText({ maximum: 40 }), i: optionalText({ maximum: 40 }) }),
    },
    sample: { params: { id: anId } },
    handler: async (ctx) => {
      const version = await draft(ctx, ctx.input.params.id);
      const { kod, i } = ctx.input.query;
      return sectionPage(ctx, version, sectionIn(version, kod, i));
    },
  }),
  route({
    method: 'POST',
    path: '/formular/:id/avsnitt',
    policy: 'form.edit',
    about: 'Sparar ett avsnitt i utkastet.',
    input: {
      params: byId,
      form: z.object({
        before: optionalText({ maximum: 40 }),
        code: code(),
        title: text({ maximum: 500 }),
        into: code(),
        ...saving,
      }),
    },
    sample: {
      params: { id: anId },
      form: { code: 's1', title: 'Samverkan', into: 'A', version: '1', idempotencyKey: 'prov' },
    },
    handler: async (ctx) => {
      const { before, code: own, title, into, ...sent } = ctx.input.form;
      refuseStrange(own);
      const section = { code: own, title };
      await save(
        ctx,
        sent,
        before === undefined
          ? { step: 'addSection', into, section }
          : { step: 'changeSection', code: before, into, section },
      );
      return redirect(`${versionPath(ctx.input.params.id)}#${headingId('section', own)}`, { flash: savedFlash(ctx) });
    },
    onInvalid: async (ctx, state) => {
      const version = await draft(ctx, ctx.input.params.id);
      return sectionPage(ctx, version, sectionIn(version, knownBefore(state.values.before), undefined), state);
    },
  }),
];

function partIn(version: FormVersion, code: string | undefined): FormPart | undefined {
  if (code === undefined) return undefined;
  const found = version.structure.parts.find((part) => part.code === code);
  if (!found) throw new AppError('form.placeUnknown');
  return found;
}

/** A section with the part it stands in; without a code a new one, in the part that is named or the last. */
function sectionIn(version: FormVersion, code: string | undefined, into: string | undefined) {
  const { parts } = version.structure;
  if (code === undefined) return { into: into ?? parts.at(-1)?.code ?? '' };
  const part = parts.find(({ sections }) => sections.some((section) => section.code === code));
  const section = part?.sections.find((one) => one.code === code);
  if (!part || !section) throw new AppError('form.placeUnknown');
  return { section, into: part.code };
}

const knownBefore = (value: unknown): string | undefined => (typeof value === 'string' && value ? value : undefined);

function refuseStrange(code: string): void {
  if (!isCode(code)) throw new AppError('record.invalid', {}, [{ path: 'code', key: 'form.codeStrange' }]);
}
