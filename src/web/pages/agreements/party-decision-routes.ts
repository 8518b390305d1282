import * as z from 'zod';
import {
  getWholeAgreement,
  notePartyDecision,
  type PartyOutcome,
  partyOutcomeCodes,
  settleClaim,
  takeBackPartyDecision,
} from '../../../domain/agreements/index.ts';
import { AppError } from '../../../kernel/errors.ts';
import type { FormState, RequestContext } from '../../contracts.ts';
import {
  choice,
  civilDateField,
  idempotencyField,
  idField,
  manyOf,
  optionalText,
  text,
  versionField,
} from '../../input.ts';
import type { Page } from '../../reply.ts';
import { type Route, route } from '../../route.ts';
import { anId } from '../followup/sample-id.ts';
import { reading } from './agreement-facts.ts';
import { claimPage } from './party-page.ts';
import { partyDone, showParty } from './party-view.ts';
import { texts } from './texts.ts';

const byParty = z.object({ id: idField(), partyId: idField() });
const byClaim = z.object({ id: idField(), claimId: idField() });
const seen = { version: versionField, idempotencyKey: idempotencyField };
const sampleSeen = { version: '1', idempotencyKey: 'prov' };
const one = '/samverkan/avtal/:id/parter/:partyId';

/** What each party decided, and what a source claims of their decisions. */
export const partyDecisionRoutes: readonly Route[] = [
  route({
    method: 'POST',
    path: `${one}/beslut`,
    policy: 'agreement.edit',
    about: 'Sparar vad en part beslutade om överenskommelsen.',
    input: {
      params: byParty,
      form: z.object({
        outcome: choice(partyOutcomeCodes as readonly [PartyOutcome, ...PartyOutcome[]]),
        decidedBy: text({ maximum: 200 }),
        decidedOn: civilDateField(),
        diaryNumber: optionalText({ maximum: 100 }),
        remarks: optionalText({ maximum: 2_000 }),
        ...seen,
      }),
    },
    sample: {
      params: { id: anId, partyId: anId },
      form: {
        outcome: 'approved',
        decidedBy: 'kommunfullmäktige',
        decidedOn: '2026-01-12',
        version: '0',
        idempotencyKey: 'prov',
      },
    },
    handler: async (ctx) => {
      const t = texts[ctx.language];
      const { id: agreementId, partyId } = ctx.input.params;
      const { idempotencyKey, version, ...decision } = ctx.input.form;
      const saved = await ctx.services.db.transact(
        ctx.auth,
        { verb: 'notePartyDecision', idempotencyKey },
        async (w) => {
          const { allHaveDecided } = await notePartyDecision(w, {
            agreementId,
            partyId,
            expectedVersion: version,
            ...decision,
          });
          const party = (await getWholeAgreement(w, agreementId)).parties.find(({ id }) => id === partyId);
          return { allHaveDecided, name: party?.name ?? '' };
        },
      );
      return partyDone(
        agreementId,
        saved.allHaveDecided ? t.decisionSavedAll(saved.name) : t.decisionSaved(saved.name),
      );
    },
    onInvalid: (ctx, state) => showParty(ctx, ctx.input.params, { which: 'decision', state }),
  }),
  route({
    method: 'POST',
    path: `${one}/beslut/ta-bort`,
    policy: 'agreement.edit',
    about: 'Tar bort ett beslut som antecknades av misstag.',
    input: { params: byParty, form: z.object(seen) },
    sample: { params: { id: anId, partyId: anId }, form: sampleSeen },
    handler: async (ctx) => {
      const { id: agreementId, partyId } = ctx.input.params;
      const { idempotencyKey, version } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'takeBackPartyDecision', idempotencyKey }, (w) =>
        takeBackPartyDecision(w, { agreementId, partyId, expectedVersion: version }),
      );
      return partyDone(agreementId, texts[ctx.language].takenBack);
    },
    onInvalid: (ctx, state) => showParty(ctx, ctx.input.params, { which: 'decision', state }),
  }),
  route({
    method: 'GET',
    path: '/samverkan/avtal/:id/uppgift/:claimId',
    policy: 'agreement.edit',
    about: 'Visar vad en källa säger om beslut, att gå igenom part för part.',
    input: { params: byClaim },
    sample: { params: { id: anId, claimId: anId } },
    handler: (ctx) => showClaim(ctx, ctx.input.params),
  }),
  route({
    method: 'POST',
    path: '/samverkan/avtal/:id/uppgift/:claimId',
    policy: 'agreement.edit',
    about: 'Antecknar besluten för de parter som en uppgift gäller, med uppgiften som underlag.',
    input: { params: byClaim, form: z.object({ partyIds: manyOf(idField()), ...seen }) },
    sample: { params: { id: anId, claimId: anId }, form: { partyIds: anId, ...sampleSeen } },
    handler: async (ctx) => {
      const { id: agreementId, claimId } = ctx.input.params;
      const { idempotencyKey, version, partyIds } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'settleClaim', idempotencyKey }, (w) =>
        settleClaim(w, { agreementId, claimId, partyIds, expectedVersion: version }),
      );
      return partyDone(agreementId, texts[ctx.language].settled);
    },
    onInvalid: (ctx, state) => showClaim(ctx, ctx.input.params, state),
  }),
];

async function showClaim(
  ctx: RequestContext,
  { id, claimId }: { readonly id: string; readonly claimId: string },
  sent?: FormState,
): Promise<Page> {
  const agreement = await reading(ctx, (r) => getWholeAgreement(r, id));
  const claim = agreement.claims.find((each) => each.id === claimId);
  if (!claim) throw new AppError('record.notFound');
  return claimPage(ctx, { agreement, claim }, sent);
}
