import * as z from 'zod';
import {
  formResponseCounts,
  listFormVersions,
  makeForm,
  makeNextVersion,
  publishFormVersion,
  shippedFormNames,
  shippedForms,
  takeBackFormVersion,
  takeInShippedForm,
} from '../../../domain/forms/index.ts';
import { freshForm } from '../../contracts.ts';
import { choice, idempotencyField, idField, optionalWholeNumber, text, versionField } from '../../input.ts';
import { redirect } from '../../reply.ts';
import { type Route, route } from '../../route.ts';
import { formListPage, versionPath } from './form-list-page.ts';
import { formVersionPage } from './form-version-page.ts';
import { newFormPage, purposeCodes } from './new-form-page.ts';
import { texts } from './texts.ts';
import { gatherVersion, showVersion } from './version-facts.ts';

const byId = z.object({ id: idField() });
const anId = '00000000-0000-4000-8000-000000000000';
const pressed = z.object({ version: versionField, idempotencyKey: idempotencyField });
const year = optionalWholeNumber({ minimum: 1900, maximum: 2200 });

async function showList(ctx: Parameters<typeof formListPage>[0], auth: Parameters<typeof ctx.services.db.read>[0]) {
  return ctx.services.db.read(auth, async (r) => {
    const versions = await listFormVersions(r);
    const here = new Set(versions.map(({ form }) => form.shippedAs));
    const first = shippedForms.filter(({ name }, at) => shippedForms.findIndex((one) => one.name === name) === at);
    return formListPage(ctx, {
      versions,
      responses: await formResponseCounts(r),
      shipped: first.filter(({ name }) => !here.has(name)),
    });
  });
}

/** The forms, their versions, and what a version goes through. */
export const versionRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/formular',
    policy: 'record.read',
    about: 'Visar formulären med sina versioner, och de som följer med produkten.',
    sample: {},
    handler: (ctx) => showList(ctx, ctx.auth),
  }),
  route({
    method: 'GET',
    path: '/formular/nytt',
    policy: 'form.edit',
    about: 'Visar formuläret där ett eget formulär börjar.',
    sample: {},
    handler: (ctx) => newFormPage(ctx, freshForm()),
  }),
  route({
    method: 'POST',
    path: '/formular/nytt',
    policy: 'form.edit',
    about: 'Börjar ett eget formulär.',
    input: {
      form: z.object({
        title: text({ maximum: 300 }),
        purpose: choice(purposeCodes),
        year,
        idempotencyKey: idempotencyField,
      }),
    },
    sample: { form: { title: 'Vår redovisning', purpose: 'nationalReport', idempotencyKey: 'prov' } },
    handler: async (ctx) => {
      const { idempotencyKey, title, purpose, year: about = null } = ctx.input.form;
      const t = texts.sv;
      const section = { code: 's1', title: t.firstSection, questions: [] };
      const part = { code: 'A', title: t.firstPart, introduction: null, sections: [section] };
      const { formVersionId } = await ctx.services.db.transact(ctx.auth, { verb: 'makeForm', idempotencyKey }, (w) =>
        makeForm(w, {
          title,
          purpose,
          year: about,
          shippedAs: null,
          structure: { title, introduction: null, parts: [part] },
        }),
      );
      return redirect(versionPath(formVersionId), {
        flash: { tone: 'success', text: texts[ctx.language].made },
      });
    },
    onInvalid: (ctx, state) => newFormPage(ctx, state),
  }),
  route({
    method: 'POST',
    path: '/formular/hamta',
    policy: 'form.edit',
    about: 'Hämtar ett formulär som följer med produkten.',
    input: { form: z.object({ name: choice(shippedFormNames), idempotencyKey: idempotencyField }) },
    sample: { form: { name: 'local-cooperation', idempotencyKey: 'prov' } },
    handler: async (ctx) => {
      const { idempotencyKey, name } = ctx.input.form;
      const { formVersionIds } = await ctx.services.db.transact(
        ctx.auth,
        { verb: 'takeInShippedForm', idempotencyKey },
        (w) => takeInShippedForm(w, name),
      );
      return redirect(versionPath(formVersionIds[0]!), {
        flash: { tone: 'success', text: texts[ctx.language].takenIn },
      });
    },
    onInvalid: (ctx) => showList(ctx, ctx.auth),
  }),
  route({
    method: 'GET',
    path: '/formular/:id',
    policy: 'record.read',
    about: 'Visar en version av ett formulär: frågorna, granskningen och vad som kan göras.',
    input: { params: byId },
    sample: { params: { id: anId } },
    handler: async (ctx) =>
      formVersionPage(ctx, await ctx.services.db.read(ctx.auth, (r) => gatherVersion(r, ctx.input.params.id))),
  }),
  route({
    method: 'POST',
    path: '/formular/:id/ge-ut',
    policy: 'form.edit',
    about: 'Ger ut en version så att den kan besvaras.',
    input: { params: byId, form: pressed },
    sample: { params: { id: anId }, form: { version: '1', idempotencyKey: 'prov' } },
    handler: async (ctx) => {
      const { idempotencyKey, version } = ctx.input.form;
      const formVersionId = ctx.input.params.id;
      await ctx.services.db.transact(ctx.auth, { verb: 'publishFormVersion', idempotencyKey }, (w) =>
        publishFormVersion(w, { formVersionId, expectedVersion: version }),
      );
      return redirect(versionPath(formVersionId), {
        flash: { tone: 'success', text: texts[ctx.language].published },
      });
    },
    onInvalid: (ctx, state) => showVersion(ctx, ctx.auth, ctx.input.params.id, state),
  }),
  route({
    method: 'POST',
    path: '/formular/:id/ta-tillbaka',
    policy: 'form.edit',
    about: 'Tar tillbaka en version till utkast, så länge ingen har börjat svara.',
    input: { params: byId, form: pressed },
    sample: { params: { id: anId }, form: { version: '1', idempotencyKey: 'prov' } },
    handler: async (ctx) => {
      const { idempotencyKey, version } = ctx.input.form;
      const formVersionId = ctx.input.params.id;
      await ctx.services.db.transact(ctx.auth, { verb: 'takeBackFormVersion', idempotencyKey }, (w) =>
        takeBackFormVersion(w, { formVersionId, expectedVersion: version }),
      );
      return redirect(versionPath(formVersionId), {
        flash: { tone: 'success', text: texts[ctx.language].takenBack },
      });
    },
    onInvalid: (ctx, state) => showVersion(ctx, ctx.auth, ctx.input.params.id, state),
  }),
  route({
    method: 'POST',
    path: '/formular/:id/nasta',
    policy: 'form.edit',
    about: 'Gör nästa version av ett formulär som utkast, med tiderna flyttade.',
    input: { params: byId, form: z.object({ year, idempotencyKey: idempotencyField }) },
    sample: { params: { id: anId }, form: { year: '2027', idempotencyKey: 'prov' } },
    handler: async (ctx) => {
      const { idempotencyKey, year: about = null } = ctx.input.form;
      const fromId = ctx.input.params.id;
      const next = await ctx.services.db.transact(ctx.auth, { verb: 'makeNextVersion', idempotencyKey }, (w) =>
        makeNextVersion(w, { fromId, year: about }),
      );
      return redirect(`${versionPath(next)}/jamfor/${fromId}`, {
        flash: { tone: 'success', text: texts[ctx.language].nextMade },
      });
    },
    onInvalid: (ctx, state) => showVersion(ctx, ctx.auth, ctx.input.params.id, state),
  }),
];
