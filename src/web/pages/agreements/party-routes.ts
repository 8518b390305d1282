import * as z from 'zod';
import {
  type AgreementPartyKind,
  addAgreementParty,
  addAllPrincipals,
  agreementPartyKindCodes,
  changeAgreementParty,
  getWholeAgreement,
  removeAgreementParty,
} from '../../../domain/agreements/index.ts';
import {
  checkbox,
  choice,
  idempotencyField,
  idField,
  optionalCivilDate,
  optionalId,
  optionalText,
  optionalWholeNumber,
  versionField,
} from '../../input.ts';
import { type Route, route } from '../../route.ts';
import { anId } from '../followup/sample-id.ts';
import { readAgreementFacts, reading } from './agreement-facts.ts';
import { agreementPage } from './agreement-page.ts';
import { newPartyPage } from './party-page.ts';
import { partyDone, readParties, showParty } from './party-view.ts';
import { texts } from './texts.ts';

const byId = z.object({ id: idField() });
const byParty = z.object({ id: idField(), partyId: idField() });
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

/** The parties of an agreement: added, changed, taken away. */
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
      return partyDone(agreementId, texts[ctx.language].partySaved(name));
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
      return partyDone(agreementId, texts[ctx.language].allAdded(count));
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
      return partyDone(agreementId, texts[ctx.language].partySaved(form.name ?? ''));
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
      return partyDone(agreementId, texts[ctx.language].partyRemoved(name));
    },
    onInvalid: (ctx, state) => showParty(ctx, ctx.input.params, { which: 'party', state }),
  }),
];

function partyFields({ name, bodyId, members, signedOn, ...rest }: z.output<typeof partyForm>) {
  return { name: name ?? '', bodyId: bodyId ?? null, members: members ?? 1, signedOn: signedOn ?? null, ...rest };
}
