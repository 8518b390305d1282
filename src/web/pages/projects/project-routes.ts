import * as z from 'zod';
import { documentFormats, writeDocument } from '../../../documents/out/index.ts';
import { authorize, may } from '../../../domain/access/index.ts';
import {
  changeProject,
  getProject,
  listProjects,
  type ProjectPhase,
  projectDocument,
  projectPhaseCodes,
  startProject,
} from '../../../domain/projects/index.ts';
import { authorityName } from '../../../domain/published/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import type { FormState, RequestContext } from '../../contracts.ts';
import {
  checkbox,
  choice,
  idempotencyField,
  idField,
  optionalId,
  optionalText,
  text,
  versionField,
} from '../../input.ts';
import { file, redirect } from '../../reply.ts';
import { type Route, route } from '../../route.ts';
import { tableFile, tableFormats } from '../../table-file.ts';
import { anId } from '../followup/sample-id.ts';
import { readProjectChoices } from './project-choices-reader.ts';
import { readProjectFacts } from './project-facts-reader.ts';
import { chosenProjects, pagedProjectQuery, projectQuery } from './project-filter.ts';
import { projectFormPage } from './project-form-page.ts';
import { projectListPage } from './project-list-page.ts';
import { projectPage } from './project-page.ts';
import { projectSheet } from './project-sheet.ts';
import { projectsPath } from './project-view.ts';
import { texts } from './texts.ts';

const byId = z.object({ id: idField() });
const once = { idempotencyKey: idempotencyField };
const own = `${projectsPath}/:id` as const;
const sample = { params: { id: anId } };
const formats = documentFormats.filter((format) => format !== 'json') as ['pdf', 'docx', 'html'];
const partialDay = optionalText({ maximum: 10 });
const words = optionalText({ maximum: 8_000 });
const line = optionalText({ maximum: 300 });
const projectFields = {
  name: text({ maximum: 200 }),
  aliases: optionalText({ maximum: 1_000 }),
  bodyId: idField(),
  area: optionalText({ maximum: 100 }),
  aim: words,
  background: words,
  startsOn: partialDay,
  endsOn: partialDay,
  selection: words,
  counted: optionalText({ maximum: 60 }),
  indicatorId: optionalId(),
  evaluatedBy: line,
  evaluationDue: partialDay,
  evaluationResult: words,
  research: line,
};
const sampleProject = { name: 'Mobila team', bodyId: anId, idempotencyKey: 'prov' };

/** Projects: the portfolio, one project, and its facts. */
export const projectRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: projectsPath,
    policy: 'record.read',
    about: 'Visar projekten per fas och ägare, vad som är försenat, tidslinjen och närmaste leveranser.',
    input: { query: pagedProjectQuery },
    sample: {},
    handler: async (ctx) =>
      projectListPage(ctx, await ctx.services.db.read(ctx.auth, (r) => listProjects(r)), ctx.input.query),
  }),
  route({
    method: 'GET',
    path: `${projectsPath}/fil/:format`,
    policy: 'record.read',
    about: 'Lämnar projekten i urvalet som XLSX eller CSV.',
    input: { params: z.object({ format: choice(tableFormats) }), query: z.object(projectQuery) },
    sample: { params: { format: 'csv' } },
    handler: async (ctx) => {
      const all = await ctx.services.db.read(ctx.auth, (r) => listProjects(r));
      const chosen = chosenProjects(all, ctx.input.query, ctx.services.runtime.today());
      return await tableFile(projectSheet(ctx, chosen), 'projekt', ctx.input.params.format);
    },
  }),
  route({
    method: 'GET',
    path: `${projectsPath}/ny`,
    policy: 'project.edit',
    about: 'Visar formuläret där ett projekt läggs upp.',
    sample: {},
    handler: async (ctx) => newPage(ctx),
  }),
  route({
    method: 'POST',
    path: `${projectsPath}/ny`,
    policy: 'project.edit',
    about: 'Lägger upp ett projekt. Ett namn som liknar ett annat projekts frågas om.',
    input: {
      form: z.object({
        ...projectFields,
        phase: choice(projectPhaseCodes as readonly [ProjectPhase, ...ProjectPhase[]]),
        isAnother: checkbox(),
        ...once,
      }),
    },
    sample: { form: { ...sampleProject, phase: 'pilot' } },
    handler: async (ctx) => {
      const { idempotencyKey, aliases, ...fields } = ctx.input.form;
      const id = await ctx.services.db.transact(ctx.auth, { verb: 'startProject', idempotencyKey }, (w) =>
        startProject(w, {
          ...written(fields),
          aliases: linesOf(aliases),
          bodyId: fields.bodyId,
          phase: fields.phase,
          isAnother: fields.isAnother,
        }),
      );
      return done(id, texts[ctx.language].created);
    },
    onInvalid: (ctx, state) => newPage(ctx, state),
  }),
  route({
    method: 'GET',
    path: own,
    policy: 'record.read',
    about: 'Visar ett projekts hela historia: faser, beslut, leveranser, kapacitet, pengar, roller, mål och lärdomar.',
    input: { params: byId },
    sample,
    handler: async (ctx) =>
      projectPage(ctx, await ctx.services.db.read(ctx.auth, (r) => readProjectFacts(r, ctx.input.params.id))),
  }),
  route({
    method: 'GET',
    path: `${own}/andra`,
    policy: 'project.edit',
    about: 'Visar formuläret där uppgifterna om ett projekt ändras.',
    input: { params: byId },
    sample,
    handler: async (ctx) => changePage(ctx, ctx.input.params.id),
  }),
  route({
    method: 'POST',
    path: `${own}/andra`,
    policy: 'project.edit',
    about: 'Sparar ändrade uppgifter om ett projekt.',
    input: { params: byId, form: z.object({ ...projectFields, version: versionField, ...once }) },
    sample: { ...sample, form: { ...sampleProject, version: '1' } },
    handler: async (ctx) => {
      const { id: projectId } = ctx.input.params;
      const { idempotencyKey, version, aliases, ...fields } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'changeProject', idempotencyKey }, (w) =>
        changeProject(w, {
          ...written(fields),
          aliases: linesOf(aliases),
          bodyId: fields.bodyId,
          projectId,
          expectedVersion: version,
        }),
      );
      return done(projectId, texts[ctx.language].saved);
    },
    onInvalid: (ctx, state) => changePage(ctx, ctx.input.params.id, state),
  }),
  route({
    method: 'GET',
    path: `${own}/fil/:format`,
    policy: 'record.read',
    about: 'Lämnar projektet som fil: PDF, DOCX eller HTML.',
    input: { params: z.object({ id: idField(), format: choice(formats) }) },
    sample: { params: { id: anId, format: 'pdf' } },
    handler: async (ctx) => {
      const { id, format } = ctx.input.params;
      const tree = await ctx.services.db.read(ctx.auth, async (r) =>
        projectDocument(await getProject(r, id), await authorityName(r), ctx.services.runtime.today()),
      );
      const { bytes, mediaType } = await writeDocument(tree, format);
      return file({ bytes, type: mediaType, name: `projekt.${format}` });
    },
  }),
];

/** Leads to a project with a word about what happened. */
export const done = (id: string, flash: string) =>
  redirect(recordAddress('project', id), { flash: { tone: 'success', text: flash } });

/** A form leaves out what is empty; a project knows the empty text. */
function written<T extends Readonly<Record<string, unknown>>>(fields: T) {
  const filled = Object.entries(fields).filter(([, value]) => value !== undefined);
  return Object.fromEntries(filled) as { [Key in keyof T]: Exclude<T[Key], undefined> };
}

const linesOf = (text: string | undefined) => (text ?? '').split('\n').flatMap((one) => one.trim() || []);

async function newPage(ctx: RequestContext, state?: FormState) {
  return projectFormPage(ctx, await choicesOf(ctx), state);
}

async function changePage(ctx: RequestContext, id: string, state?: FormState) {
  const project = await ctx.services.db.read(authorize(actorOf(ctx), 'record.read'), (r) => getProject(r, id));
  const choices = await choicesOf(ctx);
  const owner = project.owner;
  // Its owner can be chosen also where the body is no longer in use.
  const kept =
    owner && may(actorOf(ctx), 'project.edit', owner.id) && !choices.owners.some(({ value }) => value === owner.id);
  const owners = kept ? [...choices.owners, { value: owner.id, text: owner.name }] : choices.owners;
  return projectFormPage(ctx, { ...choices, owners, project }, state);
}

async function choicesOf(ctx: RequestContext) {
  const actor = actorOf(ctx);
  return await ctx.services.db.read(authorize(actor, 'record.read'), (r) =>
    readProjectChoices(r, actor, ctx.services.runtime.today()),
  );
}

/** Who acts; the routes of projects let nobody in without an account. */
export function actorOf({ actor }: RequestContext) {
  if (!actor) throw new Error('Nobody without an account enters a project; its routes have a policy.');
  return actor;
}
