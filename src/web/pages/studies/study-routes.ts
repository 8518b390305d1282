import * as z from 'zod';
import { documentFormats, writeDocument } from '../../../documents/out/index.ts';
import { authorize, may } from '../../../domain/access/index.ts';
import { listAssignments } from '../../../domain/assignments/index.ts';
import { authorityOf, listBudgetInputs } from '../../../domain/inputs/index.ts';
import { listBodies } from '../../../domain/organisation/index.ts';
import { addPlanPoint, listActivityPlans } from '../../../domain/plans/index.ts';
import {
  addReviewLesson,
  addReviewVariable,
  carryReviewLesson,
  changeReviewStudy,
  getReviewStudy,
  type LessonPlace,
  listReviewStudies,
  publishReviewStudy,
  type ReviewStudyKind,
  removeReviewVariable,
  reviewStudyDocument,
  reviewStudyKindCodes,
  startReviewStudy,
} from '../../../domain/studies/index.ts';
import { AppError } from '../../../kernel/errors.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import type { FormState, RequestContext } from '../../contracts.ts';
import { choice, idempotencyField, idField, manyOf, optionalText, text, versionField } from '../../input.ts';
import { file, redirect } from '../../reply.ts';
import { type Route, route } from '../../route.ts';
import { anId } from '../followup/sample-id.ts';
import { studyFormPage } from './study-form-page.ts';
import { studyListPage } from './study-list-page.ts';
import { type SentStudy, type StudyFacts, studyPage } from './study-page.ts';
import { texts } from './texts.ts';

const byId = z.object({ id: idField() });
const once = { idempotencyKey: idempotencyField };
const own = '/granskningar/:id';
const sample = { params: { id: anId } };
const formats = documentFormats.filter((format) => format !== 'json') as ['pdf', 'docx', 'html'];
const studyFields = {
  title: text({ maximum: 200 }),
  kind: choice(reviewStudyKindCodes as readonly [ReviewStudyKind, ...ReviewStudyKind[]]),
  purpose: text({ maximum: 4_000 }),
  scope: text({ maximum: 4_000 }),
  unitIds: manyOf(idField()),
};
const sampleStudy = { title: 'Mätning', kind: 'pointPrevalence', purpose: 'Veta', scope: 'Alla', unitIds: anId };

/** Studies: all, one, and what who leads one does with it. */
export const studyRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/granskningar',
    policy: 'record.read',
    about: 'Visar granskningarna, hur långt de har kommit och hur många lärdomar de gav.',
    sample: {},
    handler: async (ctx) => studyListPage(ctx, await ctx.services.db.read(ctx.auth, (r) => listReviewStudies(r))),
  }),
  route({
    method: 'GET',
    path: '/granskningar/ny',
    policy: 'study.edit',
    about: 'Visar formuläret där en granskning läggs upp.',
    sample: {},
    handler: async (ctx) => studyFormPage(ctx, await choicesOf(ctx)),
  }),
  route({
    method: 'POST',
    path: '/granskningar/ny',
    policy: 'study.edit',
    about: 'Lägger upp en granskning.',
    input: { form: z.object({ ...studyFields, bodyId: idField(), ...once }) },
    sample: { form: { ...sampleStudy, bodyId: anId, idempotencyKey: 'prov' } },
    handler: async (ctx) => {
      const { idempotencyKey, ...fields } = ctx.input.form;
      const id = await ctx.services.db.transact(ctx.auth, { verb: 'startReviewStudy', idempotencyKey }, (w) =>
        startReviewStudy(w, fields),
      );
      return done(id, texts[ctx.language].created);
    },
    onInvalid: async (ctx, state) => studyFormPage(ctx, await choicesOf(ctx), state),
  }),
  route({
    method: 'GET',
    path: own,
    policy: 'record.read',
    about: 'Visar en granskning med syfte, tal per omgång, lärdomar och vart de fördes.',
    input: { params: byId },
    sample,
    handler: async (ctx) => studyPage(ctx, await factsOf(ctx, ctx.input.params.id)),
  }),
  route({
    method: 'GET',
    path: `${own}/andra`,
    policy: 'study.edit',
    about: 'Visar formuläret där en granskning ändras.',
    input: { params: byId },
    sample,
    handler: async (ctx) => changePage(ctx, ctx.input.params.id),
  }),
  route({
    method: 'POST',
    path: `${own}/andra`,
    policy: 'study.edit',
    about: 'Sparar en ändrad granskning.',
    input: { params: byId, form: z.object({ ...studyFields, version: versionField, ...once }) },
    sample: { ...sample, form: { ...sampleStudy, version: '1', idempotencyKey: 'prov' } },
    handler: async (ctx) => {
      const { id: studyId } = ctx.input.params;
      const { idempotencyKey, version, ...fields } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'changeReviewStudy', idempotencyKey }, (w) =>
        changeReviewStudy(w, { studyId, expectedVersion: version, ...fields }),
      );
      return done(studyId, texts[ctx.language].saved);
    },
    onInvalid: async (ctx, state) => changePage(ctx, ctx.input.params.id, state),
  }),
  route({
    method: 'POST',
    path: `${own}/variabel`,
    policy: 'study.edit',
    about: 'Lägger till något som räknas i varje omgång.',
    input: { params: byId, form: z.object({ label: text({ maximum: 200 }), ...once }) },
    sample: { ...sample, form: { label: 'Har en vårdplan', idempotencyKey: 'prov' } },
    handler: async (ctx) => {
      const { id: studyId } = ctx.input.params;
      const { idempotencyKey, label } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'addReviewVariable', idempotencyKey }, (w) =>
        addReviewVariable(w, { studyId, label }),
      );
      return done(studyId, texts[ctx.language].saved);
    },
    onInvalid: (ctx, state) => again(ctx, ctx.input.params.id, { which: 'variable', state }),
  }),
  route({
    method: 'POST',
    path: `${own}/variabel/:variableId/bort`,
    policy: 'study.edit',
    about: 'Tar bort något som skulle räknas, innan någon har gjort det.',
    input: { params: z.object({ id: idField(), variableId: idField() }) },
    sample: { params: { id: anId, variableId: anId } },
    handler: async (ctx) => {
      const { id, variableId } = ctx.input.params;
      await ctx.services.db.transact(ctx.auth, { verb: 'removeReviewVariable' }, (w) =>
        removeReviewVariable(w, { variableId }),
      );
      return done(id, texts[ctx.language].saved);
    },
  }),
  route({
    method: 'POST',
    path: `${own}/lardom`,
    policy: 'study.edit',
    about: 'Lägger till en lärdom.',
    input: { params: byId, form: z.object({ lesson: text({ maximum: 2_000 }), ...once }) },
    sample: { ...sample, form: { lesson: 'Skriv planen tidigt.', idempotencyKey: 'prov' } },
    handler: async (ctx) => {
      const { id: studyId } = ctx.input.params;
      const { idempotencyKey, lesson } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'addReviewLesson', idempotencyKey }, (w) =>
        addReviewLesson(w, { studyId, lesson }),
      );
      return done(studyId, texts[ctx.language].saved);
    },
    onInvalid: (ctx, state) => again(ctx, ctx.input.params.id, { which: 'lesson', state }),
  }),
  route({
    method: 'POST',
    path: `${own}/lardom/for-in`,
    policy: 'study.edit',
    about: 'För in en lärdom i ett uppdrag eller inspel.',
    input: {
      params: byId,
      form: z.object({ lessonId: idField(), to: text({ maximum: 100 }), version: versionField, ...once }),
    },
    sample: { ...sample, form: { lessonId: anId, to: `assignment:${anId}`, version: '1', idempotencyKey: 'prov' } },
    handler: async (ctx) => {
      const { idempotencyKey, version, lessonId, to } = ctx.input.form;
      const [noun, id = ''] = to.split(':') as [LessonPlace, string?];
      await ctx.services.db.transact(ctx.auth, { verb: 'carryReviewLesson', idempotencyKey }, (w) =>
        carryReviewLesson(w, { lessonId, expectedVersion: version, to: { noun, id } }),
      );
      return done(ctx.input.params.id, texts[ctx.language].carriedSaved);
    },
    onInvalid: (ctx, state) => again(ctx, ctx.input.params.id, { which: 'carry', state }),
  }),
  route({
    method: 'POST',
    path: `${own}/lardom/foresla`,
    policy: 'study.edit',
    about: 'Lägger en lärdom som förslag i en aktivitetsplan.',
    input: {
      params: byId,
      form: z.object({ lessonId: idField(), activityPlanId: idField(), version: versionField, ...once }),
    },
    sample: { ...sample, form: { lessonId: anId, activityPlanId: anId, version: '1', idempotencyKey: 'prov' } },
    handler: async (ctx) => {
      const { id: studyId } = ctx.input.params;
      const { idempotencyKey, version, lessonId, activityPlanId } = ctx.input.form;
      const study = await ctx.services.db.read(ctx.auth, (r) => getReviewStudy(r, studyId));
      const lesson = study.lessons.find(({ id }) => id === lessonId);
      if (!lesson) throw new AppError('record.notFound');
      // The proposal is written with another right than the study; who saw an old lesson makes none.
      if (lesson.version !== version) throw new AppError('record.changedMeanwhile', {}, { current: lesson });
      const planning = authorize(ctx.actor, 'plan.edit');
      const pointId = await ctx.services.db.transact(
        planning,
        { verb: 'addPlanPoint', idempotencyKey: `${idempotencyKey}:point` },
        (w) =>
          addPlanPoint(w, {
            activityPlanId,
            kind: 'proposal',
            text: lesson.lesson,
            giver: study.title,
            origin: 'office',
          }),
      );
      await ctx.services.db.transact(ctx.auth, { verb: 'carryReviewLesson', idempotencyKey }, (w) =>
        carryReviewLesson(w, {
          lessonId,
          expectedVersion: version,
          to: { noun: 'planPoint', id: pointId, withinId: activityPlanId },
        }),
      );
      return done(studyId, texts[ctx.language].carriedSaved);
    },
    onInvalid: (ctx, state) => again(ctx, ctx.input.params.id, { which: 'carry', state }),
  }),
  route({
    method: 'POST',
    path: `${own}/ge-ut`,
    policy: 'study.edit',
    about: 'Ger ut granskningens sammanfattning.',
    input: {
      params: byId,
      form: z.object({ conclusions: optionalText({ maximum: 8_000 }), version: versionField, ...once }),
    },
    sample: { ...sample, form: { conclusions: 'Planer behövs.', version: '1', idempotencyKey: 'prov' } },
    handler: async (ctx) => {
      const { id: studyId } = ctx.input.params;
      const { idempotencyKey, version, conclusions = '' } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'publishReviewStudy', idempotencyKey }, async (w) =>
        publishReviewStudy(w, { studyId, expectedVersion: version, conclusions, authority: await authorityOf(w) }),
      );
      return done(studyId, texts[ctx.language].publishedSaved);
    },
    onInvalid: (ctx, state) => again(ctx, ctx.input.params.id, { which: 'publish', state }),
  }),
  route({
    method: 'GET',
    path: `${own}/fil/:format`,
    policy: 'record.read',
    about: 'Lämnar granskningens sammanfattning som fil: PDF, DOCX eller HTML.',
    input: { params: z.object({ id: idField(), format: choice(formats) }) },
    sample: { params: { id: anId, format: 'pdf' } },
    handler: async (ctx) => {
      const { id, format } = ctx.input.params;
      const tree = await ctx.services.db.read(ctx.auth, async (r) => {
        const study = await getReviewStudy(r, id);
        return study.published?.tree ?? reviewStudyDocument(study, await authorityOf(r));
      });
      const { bytes, mediaType } = await writeDocument(tree, format);
      return file({ bytes, type: mediaType, name: `granskning.${format}` });
    },
  }),
];

/** Leads to a study with a word about what happened. */
export const done = (id: string, flash: string) =>
  redirect(recordAddress('reviewStudy', id), { flash: { tone: 'success', text: flash } });

async function factsOf({ services, actor }: RequestContext, id: string): Promise<StudyFacts> {
  if (!actor) throw new Error('A study is shown to nobody without an account; its routes have a policy.');
  const year = Number(services.runtime.today().slice(0, 4));
  return await services.db.read(authorize(actor, 'record.read'), async (r) => {
    const study = await getReviewStudy(r, id);
    if (!may(actor, 'study.edit', study.body.id)) return { study, places: [], plans: [] };
    const assignments = (await listAssignments(r, { year, pageSize: 200 })).rows;
    const inputs = (await listBudgetInputs(r)).filter(({ forYear }) => forYear >= year);
    const plans = (await listActivityPlans(r)).filter((plan) => plan.year >= year);
    return {
      study,
      places: [
        ...assignments.map((one) => ({ value: `assignment:${one.id}`, text: `${one.ref} ${one.title}` })),
        ...inputs.map((one) => ({ value: `budgetInput:${one.id}`, text: one.title })),
      ],
      plans: plans
        .filter((plan) => may(actor, 'plan.edit', plan.body.id))
        .map((plan) => ({ value: plan.id, text: `${plan.body.name} ${plan.year}` })),
    };
  });
}

async function again(ctx: RequestContext, id: string, sent: SentStudy) {
  return studyPage(ctx, await factsOf(ctx, id), sent);
}

async function changePage(ctx: RequestContext, id: string, state?: FormState) {
  const { study } = await factsOf(ctx, id);
  return studyFormPage(ctx, { ...(await choicesOf(ctx)), study }, state);
}

async function choicesOf({ services, actor }: RequestContext) {
  if (!actor) throw new Error('Nobody without an account enters a study; its routes have a policy.');
  const onDate = services.runtime.today();
  const bodies = await services.db.read(authorize(actor, 'record.read'), (r) => listBodies(r, { onDate }));
  return {
    leaders: bodies.filter(({ id, kind }) => kind !== 'unit' && may(actor, 'study.edit', id)),
    units: bodies.filter(({ kind }) => ['unit', 'administration', 'municipality', 'region'].includes(kind)),
  };
}
