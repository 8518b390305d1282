import * as z from 'zod';
import {
  type AgreementPartyKind,
  addAgreementParty,
  addAllPrincipals,
  agreementPartyKindCodes,
  changeAgreementParty,
  getWholeAgreement,
  notePartyDecision,
  type PartyOutcome,
  partyOutcomeCodes,
  removeAgreementParty,
  settleClaim,
  takeBackPartyDecision,
} from '../../../domain/agreements/index.ts';
import { listBodies } from '../../../domain/organisation/index.ts';
import { AppError } from '../../../kernel/errors.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import type { FormState, Reader, RequestContext } from '../../contracts.ts';
import {
  checkbox,
  choice,
  civilDateField,
  idempotencyField,
  idField,
  manyOf,
  optionalCivilDate,
  optionalId,
  optionalText,
  optionalWholeNumber,
  text,
  versionField,
} from '../../input.ts';
import { type Page, redirect } from '../../reply.ts';
import { type Route, route } from '../../route.ts';
import { anId } from '../followup/sample-id.ts';
import { readAgreementFacts, reading } from './agreement-facts.ts';
import { agreementPage } from './agreement-page.ts';
import { claimPage, newPartyPage, partyPage, type SentParty } from './party-page.ts';
import { texts } from './texts.ts';

const byId = z.object({ id: idField() });
const byParty = z.object({ id: idField(), partyId: idField() });
const byClaim = z.object({ id: idField(), claimId: idField() });
const once = { idempotencyKey: idempotencyField };
const seen = { version: versionField, ...once };
const sampleSeen = { version: '1', idempotencyKey: 'prov' };
const partyForm = z.object({
  kind: choice(agreementPartyKindCodes as readonly [AgreementPartyKind, ...AgreementPartyKind[]]),
  name: optionalText({ maximum: 200 }),
  bodyId: optionalId(),
  members: optionalWholeNumber(),
  decides: checkbox(),
  signedOn: optionalCivilDate(),
});
const sampleParty = { kind: 'municipality', name: 'Sjövik', decides: 'on' };
const parties = '/samverkan/avtal/:id/parter';
const one = `${parties}/:partyId`;

/** The parties of an agreement, the decision of each, and what a source claims of them. */
export const partyRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: parties,
    policy: 'agreement.edit',
    about: 'Visar formuläret där en part läggs till.',
    input: { params: byId },
    sample: { params: { id: anId } },
    handler: async (ctx) => newPartyPage(ctx, await reading(ctx, (r) => readParties(r, ctx.input.params.id))),
  }),
  route({
    method: 'POST',
    path: parties,
    policy: 'agreement.edit',
    about: 'Lägger till en part.',
    input: { params: byId, form: partyForm.extend(once) },
    sample: { params: { id: anId }, form: { ...sampleParty, idempotencyKey: 'prov' } },
    handler: async (ctx) => {
      const { id: agreementId } = ctx.input.params;
      const { idempotencyKey, ...form } = ctx.input.form;
      const name = await ctx.services.db.transact(
        ctx.auth,
        { verb: 'addAgreementParty', idempotencyKey },
        async (w) => {
          const partyId = await addAgreementParty(w, { agreementId, ...partyFields(form) });
          return (await getWholeAgreement(w, agreementId)).parties.find((party) => party.id === partyId)?.name ?? '';
        },
      );
      return done(agreementId, texts[ctx.language].partySaved(name));
    },
    onInvalid: async (ctx, state) =>
      newPartyPage(ctx, await reading(ctx, (r) => readParties(r, ctx.input.params.id)), state),
  }),
  route({
    method: 'POST',
    path: `${parties}/alla`,
    policy: 'agreement.edit',
    about: 'Lägger till alla regioner och kommuner i registret som parter.',
    input: { params: byId, form: z.object(once) },
    sample: { params: { id: anId }, form: { idempotencyKey: 'prov' } },
    handler: async (ctx) => {
      const { id: agreementId } = ctx.input.params;
      const { idempotencyKey } = ctx.input.form;
      const count = await ctx.services.db.transact(ctx.auth, { verb: 'addAllPrincipals', idempotencyKey }, (w) =>
        addAllPrincipals(w, { agreementId }),
      );
      return done(agreementId, texts[ctx.language].allAdded(count));
    },
    onInvalid: async (ctx) => agreementPage(ctx, await reading(ctx, (r) => readAgreementFacts(r, ctx.input.params.id))),
  }),
  route({
    method: 'GET',
    path: one,
    policy: 'agreement.edit',
    about: 'Visar en part med dess beslut att skriva eller komplettera.',
    input: { params: byParty },
    sample: { params: { id: anId, partyId: anId } },
    handler: (ctx) => showParty(ctx, ctx.input.params),
  }),
  route({
    method: 'POST',
    path: one,
    policy: 'agreement.edit',
    about: 'Sparar en ändrad part.',
    input: { params: byParty, form: partyForm.extend(seen) },
    sample: { params: { id: anId, partyId: anId }, form: { ...sampleParty, ...sampleSeen } },
    handler: async (ctx) => {
      const { id: agreementId, partyId } = ctx.input.params;
      const { idempotencyKey, version, ...form } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'changeAgreementParty', idempotencyKey }, (w) =>
        changeAgreementParty(w, { agreementId, partyId, expectedVersion: version, ...partyFields(form) }),
      );
      return done(agreementId, texts[ctx.language].partySaved(form.name ?? ''));
    },
    onInvalid: (ctx, state) => showParty(ctx, ctx.input.params, { which: 'party', state }),
  }),
  route({
    method: 'POST',
    path: `${one}/ta-bort`,
    policy: 'agreement.edit',
    about: 'Tar bort en part som lades till av misstag.',
    input: { params: byParty, form: z.object(seen) },
    sample: { params: { id: anId, partyId: anId }, form: sampleSeen },
    handler: async (ctx) => {
      const { id: agreementId, partyId } = ctx.input.params;
      const { idempotencyKey, version } = ctx.input.form;
      const name = await ctx.services.db.transact(
        ctx.auth,
        { verb: 'removeAgreementParty', idempotencyKey },
        async (w) => {
          const party = (await getWholeAgreement(w, agreementId)).parties.find(({ id }) => id === partyId);
          await removeAgreementParty(w, { agreementId, partyId, expectedVersion: version });
          return party?.name ?? '';
        },
      );
      return done(agreementId, texts[ctx.language].partyRemoved(name));
    },
    onInvalid: (ctx, state) => showParty(ctx, ctx.input.params, { which: 'party', state }),
  }),
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
      return done(agreementId, saved.allHaveDecided ? t.decisionSavedAll(saved.name) : t.decisionSaved(saved.name));
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
      return done(agreementId, texts[ctx.language].takenBack);
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
      return done(agreementId, texts[ctx.language].settled);
    },
    onInvalid: (ctx, state) => showClaim(ctx, ctx.input.params, state),
  }),
];

function partyFields({ name, bodyId, members, signedOn, ...rest }: z.output<typeof partyForm>) {
  return { name: name ?? '', bodyId: bodyId ?? null, members: members ?? 1, signedOn: signedOn ?? null, ...rest };
}

async function readParties(r: Reader, id: string) {
  return { agreement: await getWholeAgreement(r, id), bodies: await listBodies(r) };
}

async function showParty(
  ctx: RequestContext,
  { id, partyId }: { readonly id: string; readonly partyId: string },
  sent?: SentParty,
): Promise<Page> {
  const facts = await reading(ctx, (r) => readParties(r, id));
  const party = facts.agreement.parties.find((each) => each.id === partyId);
  if (!party) throw new AppError('record.notFound');
  return partyPage(ctx, { ...facts, party }, sent);
}

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

const done = (id: string, flash: string) =>
  redirect(`${recordAddress('agreement', id)}#parter`, { flash: { tone: 'success', text: flash } });
