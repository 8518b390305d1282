import * as z from 'zod';
import { documentFormats, writeDocument } from '../../../documents/out/index.ts';
import {
  type AgreementMove,
  agreementDocument,
  agreementMoves,
  agreementStateAfter,
  agreementStates,
  changeAgreement,
  getAgreement,
  getWholeAgreement,
  giveNotice,
  moveAgreement,
} from '../../../domain/agreements/index.ts';
import { authorityOf } from '../../../domain/inputs/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import {
  choice,
  civilDateField,
  idempotencyField,
  idField,
  optionalCivilDate,
  optionalText,
  text,
  versionField,
} from '../../input.ts';
import { file, redirect } from '../../reply.ts';
import { type Route, route } from '../../route.ts';
import { anId } from '../followup/sample-id.ts';
import { readAgreementChoices, readAgreementFacts, reading } from './agreement-facts.ts';
import { agreementFormPage } from './agreement-form-page.ts';
import { agreementFields, agreementForm, sampleAgreement } from './agreement-input.ts';
import { agreementPage } from './agreement-page.ts';
import { noticePage } from './step-page.ts';
import { texts } from './texts.ts';

const byId = z.object({ id: idField() });
const once = { version: versionField, idempotencyKey: idempotencyField };
const sampleOnce = { version: '1', idempotencyKey: 'prov' };
const moves = agreementMoves as readonly [AgreementMove, ...AgreementMove[]];
const formats = documentFormats.filter((format) => format !== 'json') as ['pdf', 'docx', 'html'];
const own = '/samverkan/avtal/:id';

/** One agreement: read, as a document, changed, moved, and notice given. */
export const agreementRecordRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: own,
    policy: 'record.read',
    about: 'Visar en överenskommelse: giltighet, parter med beslut, text, genomförande, källor och samband.',
    input: { params: byId },
    sample: { params: { id: anId } },
    handler: async (ctx) =>
      agreementPage(ctx, await ctx.services.db.read(ctx.auth, (r) => readAgreementFacts(r, ctx.input.params.id))),
  }),
  route({
    method: 'GET',
    path: `${own}/fil/:format`,
    policy: 'record.read',
    about: 'Lämnar överenskommelsen som dokument: text, parter, beslut och underskrifter.',
    input: { params: z.object({ id: idField(), format: choice(formats) }) },
    sample: { params: { id: anId, format: 'pdf' } },
    handler: async (ctx) => {
      const { id, format } = ctx.input.params;
      const tree = await ctx.services.db.read(ctx.auth, async (r) =>
        agreementDocument(await getWholeAgreement(r, id), await authorityOf(r), ctx.services.runtime.today()),
      );
      const { bytes, mediaType } = await writeDocument(tree, format);
      return file({ bytes, type: mediaType, name: `overenskommelse.${format}` });
    },
  }),
  route({
    method: 'GET',
    path: `${own}/andra`,
    policy: 'agreement.edit',
    about: 'Visar formuläret där fakta om en överenskommelse ändras.',
    input: { params: byId },
    sample: { params: { id: anId } },
    handler: async (ctx) => {
      const facts = await reading(ctx, async (r) => ({
        agreement: await getAgreement(r, ctx.input.params.id),
        ...(await readAgreementChoices(r)),
      }));
      return agreementFormPage(ctx, facts);
    },
  }),
  route({
    method: 'POST',
    path: `${own}/andra`,
    policy: 'agreement.edit',
    about: 'Sparar ändrade fakta om en överenskommelse.',
    input: { params: byId, form: agreementForm.extend(once) },
    sample: { params: { id: anId }, form: { ...sampleAgreement, ...sampleOnce } },
    handler: async (ctx) => {
      const { id: agreementId } = ctx.input.params;
      const { idempotencyKey, version, ...form } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'changeAgreement', idempotencyKey }, (w) =>
        changeAgreement(w, { agreementId, expectedVersion: version, ...agreementFields(form) }),
      );
      return redirect(recordAddress('agreement', agreementId), {
        flash: { tone: 'success', text: texts[ctx.language].saved },
      });
    },
    onInvalid: async (ctx, state) => {
      const facts = await reading(ctx, async (r) => ({
        agreement: await getAgreement(r, ctx.input.params.id),
        ...(await readAgreementChoices(r)),
      }));
      return agreementFormPage(ctx, facts, state);
    },
  }),
  route({
    method: 'POST',
    path: `${own}/lage`,
    policy: 'agreement.edit',
    about: 'Skickar ut, tar tillbaka, avslutar eller ersätter en överenskommelse.',
    input: { params: byId, form: z.object({ move: choice(moves), reason: optionalText({ maximum: 1_000 }), ...once }) },
    sample: { params: { id: anId }, form: { move: 'sendOut', ...sampleOnce } },
    handler: async (ctx) => {
      const { id: agreementId } = ctx.input.params;
      const { idempotencyKey, version, move, reason = '' } = ctx.input.form;
      const state = await ctx.services.db.transact(ctx.auth, { verb: 'moveAgreement', idempotencyKey }, async (w) => {
        const before = await getAgreement(w, agreementId);
        await moveAgreement(w, { agreementId, expectedVersion: version, move, reason });
        return agreementStateAfter(before.state, move);
      });
      return redirect(recordAddress('agreement', agreementId), {
        flash: { tone: 'success', text: texts[ctx.language].moved(agreementStates[state][ctx.language]) },
      });
    },
    onInvalid: async (ctx, state) =>
      agreementPage(ctx, await reading(ctx, (r) => readAgreementFacts(r, ctx.input.params.id)), state),
  }),
  route({
    method: 'GET',
    path: `${own}/sag-upp`,
    policy: 'agreement.edit',
    about: 'Visar formuläret där en uppsägning antecknas.',
    input: { params: byId },
    sample: { params: { id: anId } },
    handler: async (ctx) => noticePage(ctx, await reading(ctx, (r) => getWholeAgreement(r, ctx.input.params.id))),
  }),
  route({
    method: 'POST',
    path: `${own}/sag-upp`,
    policy: 'agreement.edit',
    about: 'Antecknar att en överenskommelse sades upp.',
    input: {
      params: byId,
      form: z.object({
        givenOn: civilDateField(),
        givenBy: text({ maximum: 200 }),
        endsOn: optionalCivilDate(),
        ...once,
      }),
    },
    sample: { params: { id: anId }, form: { givenOn: '2026-01-10', givenBy: 'Sjövik', ...sampleOnce } },
    handler: async (ctx) => {
      const { id: agreementId } = ctx.input.params;
      const { idempotencyKey, version, ...notice } = ctx.input.form;
      const endsOn = await ctx.services.db.transact(ctx.auth, { verb: 'giveNotice', idempotencyKey }, (w) =>
        giveNotice(w, { agreementId, expectedVersion: version, ...notice }),
      );
      return redirect(recordAddress('agreement', agreementId), {
        flash: { tone: 'success', text: texts[ctx.language].noticeSaved(ctx.format.date(endsOn)) },
      });
    },
    onInvalid: async (ctx, state) =>
      noticePage(ctx, await reading(ctx, (r) => getWholeAgreement(r, ctx.input.params.id)), state),
  }),
];
