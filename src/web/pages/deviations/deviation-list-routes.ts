import * as z from 'zod';
import { may } from '../../../domain/access/index.ts';
import {
  type CareChainStep,
  careChainStepCodes,
  type DeviationKind,
  type DeviationLevel,
  type DeviationRelation,
  type DeviationState,
  deviationKindCodes,
  deviationLevelCodes,
  deviationRelationCodes,
  deviationStateCodes,
  getDeviation,
  type LeaveAnswer,
  leaveAnswerCodes,
  leaveRuleOn,
  listDeviationFunctions,
  listDeviationPrincipals,
  listDeviations,
  listLeaveRules,
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
} from '../../input.ts';
import { redirect } from '../../reply.ts';
import { type Route, route } from '../../route.ts';
import { anId } from '../followup/sample-id.ts';
import { deviationFormPage } from './deviation-form-page.ts';
import { deviationListPage, pageSize } from './deviation-list-page.ts';
import { deviationsHref } from './deviation-view.ts';
import { texts } from './texts.ts';

type Some<T> = readonly [T, ...T[]];
const states = ['open', ...deviationStateCodes] as unknown as Some<DeviationState | 'open'>;
const kinds = deviationKindCodes as Some<DeviationKind>;
const relations = deviationRelationCodes as Some<DeviationRelation>;
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
