import * as z from 'zod';
import { csvText } from '../../../documents/out/index.ts';
import {
  type Answer,
  type Form,
  formFileSchema,
  formFileText,
  formTable,
  getFormVersion,
  importForm,
  listFormVersions,
  questionsOf,
} from '../../../domain/forms/index.ts';
import { AppError } from '../../../kernel/errors.ts';
import { field } from '../../components/field/field.ts';
import { form } from '../../components/form/form.ts';
import { answersField, readAnswers } from '../../components/form-question/read-answer-value.ts';
import { type FormState, freshForm, type RequestContext } from '../../contracts.ts';
import { html } from '../../html.ts';
import { idempotencyField, idField, optionalId, optionalText } from '../../input.ts';
import { file, type Page, page, redirect } from '../../reply.ts';
import { type Route, route } from '../../route.ts';
import { tableFile, tableFormats } from '../../table-file.ts';
import { changesPage, changesSheet } from './changes-page.ts';
import { formCrumbs, versionPath } from './form-list-page.ts';
import { previewPage } from './preview-page.ts';
import { texts } from './texts.ts';

const byId = z.object({ id: idField() });
const twoVersions = z.object({ id: idField(), med: idField() });
const anId = '00000000-0000-4000-8000-000000000000';
const fileFormats = ['json', 'csv', 'schema'] as const;

/** What is read in at most: the whole return of 2024 is sixty kilobytes. */
const mostBytes = 5_000_000;

/** A form as a file out and in, as it looks to who answers, and beside another version. */
export const exchangeRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/formular/las-in',
    policy: 'form.edit',
    about: 'Visar var ett formulär läses in från en fil.',
    sample: {},
    handler: async (ctx) => importPage(ctx, await formsHere(ctx), freshForm()),
  }),
  route({
    method: 'POST',
    path: '/formular/las-in',
    policy: 'form.edit',
    rate: 'upload',
    about: 'Läser in ett formulär från en fil eller en inklistrad text, som utkast.',
    input: {
      form: z.object({
        file: z.instanceof(File).optional(),
        text: optionalText({ maximum: mostBytes }),
        formId: optionalId(),
        title: optionalText({ maximum: 300 }),
        idempotencyKey: idempotencyField,
      }),
    },
    sample: { form: { text: '{}', idempotencyKey: 'prov' } },
    handler: async (ctx) => {
      const { idempotencyKey, file: handed, text: pasted, formId = null, title } = ctx.input.form;
      const text = handed && handed.size > 0 && handed.size <= mostBytes ? await handed.text() : pasted;
      if (text === undefined) throw new AppError('record.invalid', {}, [{ path: 'file', key: 'form.fileEmpty' }]);
      const id = await ctx.services.db.transact(ctx.auth, { verb: 'importForm', idempotencyKey }, (w) =>
        importForm(w, { text, formId, ...(title !== undefined && { title }) }),
      );
      return redirect(versionPath(id), { flash: { tone: 'success', text: texts[ctx.language].imported } });
    },
    onInvalid: async (ctx, state) => importPage(ctx, await formsHere(ctx), state),
  }),
  route({
    method: 'GET',
    path: '/formular/:id/fil/:format',
    policy: 'record.read',
    about: 'Hämtar en version av ett formulär som JSON, tabell eller schema.',
    input: { params: byId.extend({ format: z.enum(fileFormats) }) },
    sample: { params: { id: anId, format: 'json' } },
    handler: async (ctx) => {
      const { id, format } = ctx.input.params;
      const version = await ctx.services.db.read(ctx.auth, (r) => getFormVersion(r, id));
      const name = `formular-${version.year ?? version.number}`;
      const bytes = (text: string) => new TextEncoder().encode(text);
      if (format === 'csv')
        return file({
          bytes: bytes(csvText(formTable(version.structure, { purpose: version.form.purpose, year: version.year }))),
          type: 'text/csv; charset=utf-8',
          name: `${name}.csv`,
        });
      const json = format === 'schema' ? `${JSON.stringify(formFileSchema(), null, 2)}\n` : formFileText(version);
      return file({
        bytes: bytes(json),
        type: 'application/json',
        name: `${format === 'schema' ? 'formular-schema' : name}.json`,
      });
    },
  }),
  route({
    method: 'GET',
    path: '/formular/:id/prova',
    policy: 'record.read',
    about: 'Visar ett formulär som den som svarar ser det.',
    input: { params: byId },
    sample: { params: { id: anId } },
    handler: async (ctx) =>
      previewPage(ctx, await ctx.services.db.read(ctx.auth, (r) => getFormVersion(r, ctx.input.params.id)), {}),
  }),
  route({
    method: 'POST',
    path: '/formular/:id/prova',
    policy: 'record.read',
    about: 'Visar vilka följdfrågor som de ifyllda svaren ger. Inget sparas.',
    input: { params: byId, form: z.object({ answers: answersField, idempotencyKey: idempotencyField }) },
    sample: { params: { id: anId }, form: { idempotencyKey: 'prov' } },
    handler: async (ctx) => {
      const version = await ctx.services.db.read(ctx.auth, (r) => getFormVersion(r, ctx.input.params.id));
      const read = readAnswers(questionsOf(version.structure), ctx.input.form.answers);
      const answers = Object.fromEntries(read.map(({ question, answer }): [string, Answer] => [question.code, answer]));
      const problems = read.flatMap((one) => one.problems);
      return previewPage(ctx, version, answers, { values: {}, problems });
    },
    onInvalid: async (ctx) =>
      previewPage(ctx, await ctx.services.db.read(ctx.auth, (r) => getFormVersion(r, ctx.input.params.id)), {}),
  }),
  route({
    method: 'GET',
    path: '/formular/:id/jamfor/:med',
    policy: 'record.read',
    about: 'Visar vad en version av ett formulär frågar annorlunda än en annan.',
    input: { params: twoVersions },
    sample: { params: { id: anId, med: anId } },
    handler: async (ctx) => changesPage(ctx, await compared(ctx, ctx.input.params)),
  }),
  route({
    method: 'GET',
    path: '/formular/:id/jamfor/:med/fil/:format',
    policy: 'record.read',
    about: 'Hämtar skillnaderna mellan två versioner som tabell.',
    input: { params: twoVersions.extend({ format: z.enum(tableFormats) }) },
    sample: { params: { id: anId, med: anId, format: 'csv' } },
    handler: async (ctx) =>
      tableFile(
        changesSheet(ctx, await compared(ctx, ctx.input.params)),
        'formular-skillnader',
        ctx.input.params.format,
      ),
  }),
];

type Reading = RequestContext & { readonly auth: Parameters<RequestContext['services']['db']['read']>[0] };

async function compared(ctx: Reading, { id, med }: { readonly id: string; readonly med: string }) {
  return ctx.services.db.read(ctx.auth, async (r) => ({
    newer: await getFormVersion(r, id),
    older: await getFormVersion(r, med),
  }));
}

async function formsHere(ctx: Reading): Promise<readonly Form[]> {
  const versions = await ctx.services.db.read(ctx.auth, (r) => listFormVersions(r));
  return [...new Map(versions.map(({ form: one }) => [one.id, one])).values()];
}

/** Where a file is handed in or its text pasted, and what it becomes. */
function importPage(ctx: RequestContext, forms: readonly Form[], state: FormState): Page {
  const t = texts[ctx.language];
  return page({
    title: t.importTitle,
    width: 'text',
    lead: t.importLead,
    crumbs: formCrumbs(ctx, undefined, t.readIn),
    body: form(ctx, {
      action: '/formular/las-in',
      submit: t.read,
      files: true,
      state,
      labels: { file: t.file, text: t.paste, formId: t.asVersionOf, title: t.importName },
      cancel: { href: '/formular' },
      body: html`${field(ctx, { kind: 'file', name: 'file', label: t.file, accept: ['.json', '.csv'], optional: true, state })}
${field(ctx, { kind: 'textarea', name: 'text', label: t.paste, rows: 6, optional: true, state })}
${field(ctx, {
  kind: 'select',
  name: 'formId',
  label: t.asVersionOf,
  optional: true,
  empty: t.aNewForm,
  state,
  options: forms.map(({ id, title }) => ({ value: id, text: title })),
})}
${field(ctx, { name: 'title', label: t.importName, hint: t.importNameHint, optional: true, width: 'full', state })}`,
    }),
  });
}
