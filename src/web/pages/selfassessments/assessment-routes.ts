import * as z from 'zod';
import { documentFormats, writeDocument } from '../../../documents/out/index.ts';
import { answersOfResponses, getFormResponse, getFormVersion, questionsOf } from '../../../domain/forms/index.ts';
import { authorityOf } from '../../../domain/inputs/index.ts';
import {
  addCommonPoint,
  agree,
  answerTogether,
  assessmentsOfSameUnits,
  getSelfAssessment,
  missingIn,
  noteView,
  type OwnReader,
  reopenSelfAssessment,
  selfAssessmentDocument,
  tellParticipants,
} from '../../../domain/selfassessments/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { refuseProblems } from '../../../kernel/refuse-problems.ts';
import { answersField, readAnswers } from '../../components/form-question/read-answer-value.ts';
import {
  choice,
  civilDateField,
  idempotencyField,
  idField,
  optionalText,
  optionalWholeNumber,
  text,
  versionField,
} from '../../input.ts';
import { file, redirect } from '../../reply.ts';
import { type HandlerContext, type Route, route } from '../../route.ts';
import { anId } from '../followup/sample-id.ts';
import { answerPage } from './answer-page.ts';
import { assessmentPage, type SentAssessment } from './assessment-page.ts';
import { texts } from './texts.ts';

const byId = z.object({ id: idField() });
const once = { idempotencyKey: idempotencyField };
const own = '/larande-uppfoljning/:id';
const sample = { params: { id: anId } };
const formats = documentFormats.filter((format) => format !== 'json') as ['pdf', 'docx', 'html'];

/** The fields of a point of a common plan. */
export const pointFields = {
  what: text({ maximum: 1_000 }),
  question: optionalText({ maximum: 100 }),
  responsibleBodyId: idField(),
  responsibleFunction: text({ maximum: 200 }),
  dueOn: civilDateField(),
};

/** One joint assessment: read, answered, agreed on, planned from and taken out. */
export const assessmentRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: own,
    policy: 'selfassessment.answer',
    about: 'Visar en gemensam skattning med svar, plan och utveckling över åren, för dem som deltar eller leder.',
    input: { params: byId },
    sample,
    handler: async (ctx) => assessmentPage(ctx, await factsOf(ctx, ctx.input.params.id)),
  }),
  route({
    method: 'GET',
    path: `${own}/svara`,
    policy: 'selfassessment.answer',
    about: 'Visar formuläret som enheterna fyller i tillsammans.',
    input: { params: byId },
    sample,
    handler: async (ctx) => answerPage(ctx, await responseOf(ctx, ctx.input.params.id)),
  }),
  route({
    method: 'POST',
    path: `${own}/svara`,
    policy: 'selfassessment.answer',
    about: 'Sparar enheternas gemensamma svar.',
    input: { params: byId, form: z.object({ answers: answersField, ...once }) },
    sample: { ...sample, form: { idempotencyKey: 'prov' } },
    handler: async (ctx) => {
      const { id: assessmentId } = ctx.input.params;
      const { idempotencyKey, answers: posted } = ctx.input.form;
      const { response } = await responseOf(ctx, assessmentId);
      const read = readAnswers(questionsOf(response.formVersion.structure), posted);
      refuseProblems(read.flatMap(({ problems }) => problems));
      const changed = read.filter(({ question, answer }) => {
        const saved = response.answers[question.code];
        return (
          JSON.stringify([answer.value, answer.comment]) !== JSON.stringify([saved?.value, saved?.comment ?? null])
        );
      });
      const t = texts[ctx.language];
      const real = changed.filter(
        ({ question, answer }) => response.answers[question.code] || !isBlank(answer.value) || answer.comment !== null,
      );
      if (real.length > 0)
        await ctx.services.db.transact(ctx.auth, { verb: 'answerTogether', idempotencyKey }, (w) =>
          answerTogether(w, {
            assessmentId,
            answers: real.map(({ question, answer, expectedVersion }) => ({
              question: question.code,
              answer,
              expectedVersion,
            })),
          }),
        );
      return done(assessmentId, real.length > 0 ? t.answersSaved : t.unchanged);
    },
    onInvalid: async (ctx, state) => answerPage(ctx, await responseOf(ctx, ctx.input.params.id), state),
  }),
  route({
    method: 'POST',
    path: `${own}/deltagare`,
    policy: 'selfassessment.answer',
    about: 'Sparar vilka funktioner som deltog från en enhet.',
    input: {
      params: byId,
      form: z.object({ partyId: idField(), participants: text({ maximum: 500 }), version: versionField, ...once }),
    },
    sample: { ...sample, form: { partyId: anId, participants: 'En chef', version: '1', idempotencyKey: 'prov' } },
    handler: async (ctx) => {
      const { idempotencyKey, version, ...fields } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'tellParticipants', idempotencyKey }, (w) =>
        tellParticipants(w, { ...fields, expectedVersion: version }),
      );
      return done(ctx.input.params.id, texts[ctx.language].saved);
    },
    onInvalid: async (ctx, state) => again(ctx, 'participants', state),
  }),
  route({
    method: 'POST',
    path: `${own}/overens`,
    policy: 'selfassessment.answer',
    about: 'Noterar att en enhet är överens om skattningen.',
    input: { params: byId, form: z.object({ partyId: idField(), ...once }) },
    sample: { ...sample, form: { partyId: anId, idempotencyKey: 'prov' } },
    handler: async (ctx) => {
      const { idempotencyKey, partyId } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'agree', idempotencyKey }, (w) => agree(w, { partyId }));
      return done(ctx.input.params.id, texts[ctx.language].agreedSaved);
    },
    onInvalid: async (ctx, state) => again(ctx, 'agree', state),
  }),
  route({
    method: 'POST',
    path: `${own}/oppna`,
    policy: 'selfassessment.answer',
    about: 'Öppnar en skattning igen, så att den kan rättas.',
    input: { params: byId },
    sample,
    handler: async (ctx) => {
      const { id: assessmentId } = ctx.input.params;
      await ctx.services.db.transact(ctx.auth, { verb: 'reopenSelfAssessment' }, (w) =>
        reopenSelfAssessment(w, { assessmentId }),
      );
      return done(assessmentId, texts[ctx.language].reopened);
    },
  }),
  route({
    method: 'POST',
    path: `${own}/olika`,
    policy: 'selfassessment.answer',
    about: 'Noterar att en enhet ser ett område annorlunda.',
    input: {
      params: byId,
      form: z.object({
        partyId: idField(),
        question: text({ maximum: 100 }),
        step: optionalWholeNumber({ minimum: 0, maximum: 100 }),
        note: optionalText({ maximum: 2_000 }),
        ...once,
      }),
    },
    sample: { ...sample, form: { partyId: anId, question: '1', note: 'Prov', idempotencyKey: 'prov' } },
    handler: async (ctx) => {
      const { idempotencyKey, partyId, question, step = null, note = '' } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'noteView', idempotencyKey }, async (w) => {
        const { parties } = await getSelfAssessment(w, ctx.input.params.id);
        const known = parties.find(({ id }) => id === partyId)?.views.find((view) => view.question === question);
        await noteView(w, { partyId, question, step, note, expectedVersion: known?.version ?? 0 });
      });
      return done(ctx.input.params.id, texts[ctx.language].viewSaved);
    },
    onInvalid: async (ctx, state) => again(ctx, 'view', state),
  }),
  route({
    method: 'POST',
    path: `${own}/plan`,
    policy: 'selfassessment.answer',
    about: 'Lägger till en punkt i den gemensamma handlingsplanen.',
    input: { params: byId, form: z.object({ ...pointFields, ...once }) },
    sample: {
      ...sample,
      form: {
        what: 'Ronder',
        responsibleBodyId: anId,
        responsibleFunction: 'chef',
        dueOn: '2026-12-01',
        idempotencyKey: 'prov',
      },
    },
    handler: async (ctx) => {
      const { id: assessmentId } = ctx.input.params;
      const { idempotencyKey, question = null, ...fields } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'addCommonPoint', idempotencyKey }, (w) =>
        addCommonPoint(w, { assessmentId, question, ...fields }),
      );
      return done(assessmentId, texts[ctx.language].pointAdded);
    },
    onInvalid: async (ctx, state) => again(ctx, 'point', state),
  }),
  route({
    method: 'GET',
    path: `${own}/fil/:format`,
    policy: 'selfassessment.answer',
    about: 'Lämnar skattningen med den gemensamma planen som fil: PDF, DOCX eller HTML.',
    input: { params: z.object({ id: idField(), format: choice(formats) }) },
    sample: { params: { id: anId, format: 'pdf' } },
    handler: async (ctx) => {
      const { id, format } = ctx.input.params;
      const { assessment, structure, answers, history } = await factsOf(ctx, id);
      const earlier = history.filter((one) => one.assessment.round.year < assessment.round.year);
      const authority = await ctx.services.db.read(ctx.auth, (r) => authorityOf(r));
      const lastYear = earlier.at(-1)?.assessment.points ?? [];
      const tree = selfAssessmentDocument({ assessment, structure, answers, lastYear, authority });
      const { bytes, mediaType } = await writeDocument(tree, format);
      return file({ bytes, type: mediaType, name: `larande-uppfoljning-${assessment.round.year}.${format}` });
    },
  }),
];

type Answering = Pick<HandlerContext<'selfassessment.answer'>, 'services' | 'auth'>;

async function factsOf({ services, auth }: Answering, id: string) {
  return await services.db.read(auth, async (r: OwnReader) => {
    const assessment = await getSelfAssessment(r, id);
    const { structure } = await getFormVersion(r, assessment.round.formVersionId);
    const same = await assessmentsOfSameUnits(r, assessment);
    const answers = await answersOfResponses(
      r,
      same.map(({ responseId }) => responseId),
    );
    const history = same.map((one) => ({ assessment: one, answers: answers.get(one.responseId) ?? {} }));
    return {
      assessment,
      structure,
      answers: answers.get(assessment.responseId) ?? {},
      history,
      missing: await missingIn(r, assessment),
    };
  });
}

async function responseOf({ services, auth }: Answering, id: string) {
  return await services.db.read(auth, async (r) => {
    const assessment = await getSelfAssessment(r, id);
    return { assessment, response: await getFormResponse(r, assessment.responseId) };
  });
}

type Failed = Answering &
  Parameters<typeof assessmentPage>[0] & { readonly input: { readonly params: { readonly id: string } } };

async function again(ctx: Failed, which: SentAssessment['which'], state: SentAssessment['state']) {
  return assessmentPage(ctx, await factsOf(ctx, ctx.input.params.id), { which, state });
}

const done = (id: string, flash: string) =>
  redirect(recordAddress('selfAssessment', id), { flash: { tone: 'success', text: flash } });

const isBlank = (value: object): boolean =>
  Object.entries(value).every(
    ([key, one]) =>
      key === 'kind' ||
      one === null ||
      one === '' ||
      one === false ||
      (typeof one === 'object' && Object.keys(one).length === 0),
  );
