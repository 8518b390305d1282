import * as z from 'zod';
import { may } from '../../../domain/access/index.ts';
import {
  answerComment,
  askComment,
  type CareChainStep,
  careChainStepCodes,
  type DeviationKind,
  type DeviationLevel,
  type DeviationMove,
  type DeviationRelation,
  type DeviationState,
  deviationKindCodes,
  deviationLevelCodes,
  deviationMoves,
  deviationRelationCodes,
  deviationStateCodes,
  deviationStates,
  getDeviation,
  type LeaveAnswer,
  leaveAnswerCodes,
  leaveRuleOn,
  listDeviationFunctions,
  listDeviationPrincipals,
  listDeviations,
  listLeaveRules,
  moveDeviation,
  reportDeviation,
} from '../../../domain/deviations/index.ts';
import { listBodies } from '../../../domain/organisation/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import type { FormState, Reader, RequestContext } from '../../contracts.ts';
import {
  checkbox,
  choice,
  civilDateField,
  idempotencyField,
  idField,
  optionalChoice,
  optionalCivilDate,
  optionalId,
  optionalText,
  optionalWholeNumber,
  text,
  versionField,
} from '../../input.ts';
import { redirect } from '../../reply.ts';
import { type Route, route } from '../../route.ts';
import { anId } from '../followup/sample-id.ts';
import { deviationFormPage } from './deviation-form-page.ts';
import { deviationListPage, pageSize } from './deviation-list-page.ts';
import { deviationPage, type SentDeviation } from './deviation-page.ts';
import { deviationsHref } from './deviation-view.ts';
import { texts } from './texts.ts';

type Some<T> = readonly [T, ...T[]];
const states = ['open', ...deviationStateCodes] as unknown as Some<DeviationState | 'open'>;
const kinds = deviationKindCodes as Some<DeviationKind>;
const relations = deviationRelationCodes as Some<DeviationRelation>;
const byId = z.object({ id: idField() });
const own = `${deviationsHref}/:id` as const;
const sample = { params: { id: anId } };
const once = { idempotencyKey: idempotencyField };
const sampleReport = {
  fromBodyId: anId,
  toBodyId: anId,
  reporterFunction: 'MAS',
  relation: 'regionMunicipality',
  level: 'aggregated',
  kind: 'aids',
  chainStep: 'discharge',
  onLeave: 'no',
  startsOn: '2026-01-01',
  description: 'Prov',
  idempotencyKey: 'prov',
};

/** Deviations: the list and the form. Fixed words come before ids, because the first route that fits answers. */
export const deviationListRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: deviationsHref,
    policy: 'record.read',
    about: 'Visar avvikelserna mellan huvudmän, vad som saknar mottagare och vilken fråga som är öppen.',
    input: {
      query: z.object({
        lage: optionalChoice(states),
        slag: optionalChoice(kinds),
        relation: optionalChoice(relations),
        huvudman: optionalId(),
        sida: optionalWholeNumber({ minimum: 1, maximum: 100_000 }),
      }),
    },
    sample: {},
    handler: async (ctx) => {
      const { lage: state, slag: kind, relation, huvudman: bodyId, sida: pageNumber = 1 } = ctx.input.query;
      const filter = { state, kind, relation, bodyId, page: pageNumber, pageSize };
      const facts = await ctx.services.db.read(ctx.auth, async (r) => ({
        ...(await listDeviations(r, filter)),
        principals: await listDeviationPrincipals(r),
        functions: await listDeviationFunctions(r),
        leaveRule: leaveRuleOn(await listLeaveRules(r), ctx.services.runtime.today()),
      }));
      return deviationListPage(ctx, { ...facts, filter, pageNumber });
    },
  }),
  route({
    method: 'GET',
    path: `${deviationsHref}/ny`,
    policy: 'deviation.report',
    about: 'Visar formuläret där en avvikelse rapporteras.',
    sample: {},
    handler: (ctx) => reportPage(ctx),
  }),
  route({
    method: 'POST',
    path: `${deviationsHref}/ny`,
    policy: 'deviation.report',
    about: 'Rapporterar en avvikelse, om inget i den pekar ut en person.',
    input: {
      form: z.object({
        fromBodyId: idField(),
        toBodyId: optionalId(),
        externalParty: optionalText({ maximum: 200 }),
        reporterFunction: text({ maximum: 200 }),
        unit: optionalText({ maximum: 200 }),
        relation: choice(relations),
        level: choice(deviationLevelCodes as Some<DeviationLevel>),
        kind: choice(kinds),
        chainStep: choice(careChainStepCodes as Some<CareChainStep>),
        onLeave: choice(leaveAnswerCodes as Some<LeaveAnswer>),
        startsOn: civilDateField(),
        endsOn: optionalCivilDate(),
        description: optionalText({ maximum: 10_000 }),
        ownSystem: optionalText({ maximum: 200 }),
        acknowledged: checkbox(),
        ...once,
      }),
    },
    sample: { form: sampleReport },
    handler: async (ctx) => {
      const { idempotencyKey, ...fields } = ctx.input.form;
      const id = await ctx.services.db.transact(ctx.auth, { verb: 'reportDeviation', idempotencyKey }, (w) =>
        reportDeviation(w, fields),
      );
      const { ref } = await ctx.services.db.read(ctx.auth, (r) => getDeviation(r as Reader, id));
      return redirect(recordAddress('deviation', id), {
        flash: { tone: 'success', text: texts[ctx.language].reported(ref) },
      });
    },
    onInvalid: (ctx, state) => reportPage(ctx, state),
  }),
];

/** One deviation, and what is done with it. */
export const deviationRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: own,
    policy: 'record.read',
    about: 'Visar en avvikelse: vad som hände, vad som har gjorts och vad funktioner tycker.',
    input: { params: byId },
    sample,
    handler: (ctx) => ownPage(ctx, ctx.input.params.id),
  }),
  route({
    method: 'POST',
    path: `${own}/lage`,
    policy: 'deviation.handle',
    about: 'Tar en avvikelse till nästa steg.',
    input: {
      params: byId,
      form: z.object({
        move: choice(deviationMoves as Some<DeviationMove>),
        note: optionalText({ maximum: 5_000 }),
        acknowledged: checkbox(),
        version: versionField,
        ...once,
      }),
    },
    sample: { ...sample, form: { move: 'receive', version: '1', idempotencyKey: 'prov' } },
    handler: async (ctx) => {
      const { id: deviationId } = ctx.input.params;
      const { idempotencyKey, version, ...fields } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'moveDeviation', idempotencyKey }, (w) =>
        moveDeviation(w, { deviationId, expectedVersion: version, ...fields }),
      );
      const { state } = await ctx.services.db.read(ctx.auth, (r) => getDeviation(r as Reader, deviationId));
      return redirect(recordAddress('deviation', deviationId), {
        flash: { tone: 'success', text: texts[ctx.language].moved(deviationStates[state][ctx.language]) },
      });
    },
    onInvalid: (ctx, state) => ownPage(ctx, ctx.input.params.id, { which: 'move', state }),
  }),
  route({
    method: 'POST',
    path: `${own}/synpunkt`,
    policy: 'deviation.handle',
    about: 'Frågar en utpekad funktion om en avvikelse.',
    input: {
      params: byId,
      form: z.object({
        functionId: idField(),
        question: text({ maximum: 2_000 }),
        acknowledged: checkbox(),
        ...once,
      }),
    },
    sample: { ...sample, form: { functionId: anId, question: 'Prov', idempotencyKey: 'prov' } },
    handler: async (ctx) => {
      const { id: deviationId } = ctx.input.params;
      const { idempotencyKey, ...fields } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'askComment', idempotencyKey }, (w) =>
        askComment(w, { deviationId, ...fields }),
      );
      return redirect(recordAddress('deviation', deviationId), {
        flash: { tone: 'success', text: texts[ctx.language].asked },
      });
    },
    onInvalid: (ctx, state) => ownPage(ctx, ctx.input.params.id, { which: 'ask', state }),
  }),
  route({
    method: 'POST',
    path: `${own}/synpunkt/:commentId`,
    policy: 'deviation.report',
    about: 'Sparar vad en funktion svarade om en avvikelse.',
    input: {
      params: z.object({ id: idField(), commentId: idField() }),
      form: z.object({
        answer: text({ maximum: 5_000 }),
        acknowledged: checkbox(),
        version: versionField,
        ...once,
      }),
    },
    sample: {
      params: { id: anId, commentId: anId },
      form: { answer: 'Prov', version: '1', idempotencyKey: 'prov' },
    },
    handler: async (ctx) => {
      const { id, commentId } = ctx.input.params;
      const { idempotencyKey, version, ...fields } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'answerComment', idempotencyKey }, (w) =>
        answerComment(w, { commentId, expectedVersion: version, ...fields }),
      );
      return redirect(recordAddress('deviation', id), {
        flash: { tone: 'success', text: texts[ctx.language].answered },
      });
    },
    onInvalid: (ctx, state) =>
      ownPage(ctx, ctx.input.params.id, { which: 'answer', id: ctx.input.params.commentId, state }),
  }),
];

type ReadingContext = RequestContext & { readonly auth: Parameters<RequestContext['services']['db']['read']>[0] };

async function reportPage(ctx: ReadingContext, state?: FormState) {
  const facts = await ctx.services.db.read(ctx.auth, async (r) => {
    const bodies = await listBodies(r as Reader);
    const { actor } = ctx;
    return {
      reporters: bodies.filter(
        ({ id, kind }) =>
          ['region', 'municipality', 'unit', 'administration'].includes(kind) &&
          actor !== undefined &&
          may(actor, 'deviation.report', id),
      ),
      principals: bodies.filter(({ kind }) => kind === 'region' || kind === 'municipality'),
      leaveRule: leaveRuleOn(await listLeaveRules(r as Reader), ctx.services.runtime.today()),
    };
  });
  return deviationFormPage(ctx, facts, state);
}

async function ownPage(ctx: ReadingContext, id: string, sent?: SentDeviation) {
  const facts = await ctx.services.db.read(ctx.auth, async (r) => ({
    deviation: await getDeviation(r as Reader, id),
    functions: await listDeviationFunctions(r as Reader),
  }));
  return deviationPage(ctx, facts, sent);
}
