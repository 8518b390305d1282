import * as z from 'zod';
import {
  addRemark,
  attachToAnswer,
  detachFromAnswer,
  replyToRemark,
  settleRemark,
} from '../../../../domain/returns/index.ts';
import { AppError } from '../../../../kernel/errors.ts';
import { fileField, idempotencyField, idField, text, versionField } from '../../../input.ts';
import { type Page, redirect } from '../../../reply.ts';
import { type Route, route } from '../../../route.ts';
import { questionOf, questionPage, type SentForm } from './question-page.ts';
import { questionPath, workPath } from './report-address.ts';
import { aidedFacts, reportFacts } from './report-facts.ts';
import { reading } from './report-routes.ts';
import { type Answering, proofFor } from './save-answers.ts';
import { workTexts } from './work-texts.ts';

const anId = '00000000-0000-4000-8000-000000000000';
const byQuestion = z.object({ id: idField(), fraga: text({ maximum: 100 }) });
const path = `${workPath}/:id/fraga/:fraga` as const;
const sample = { id: anId, fraga: '1' };

/** One question of a return: remarks and attachments. */
export const questionRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path,
    policy: 'record.read',
    about: 'Visar en fråga i en redovisning med svaret, det som frågats om det, och bilagorna.',
    input: { params: byQuestion },
    sample: { params: sample },
    handler: async (ctx) => questionPage(ctx, await aidedFacts(ctx, ctx.input.params.id), ctx.input.params.fraga),
  }),
  route({
    method: 'POST',
    path: `${path}/synpunkt`,
    policy: 'return.answer',
    about: 'Frågar eller påpekar något om svaret på en fråga.',
    input: { params: byQuestion, form: z.object({ text: text({ maximum: 4000 }), idempotencyKey: idempotencyField }) },
    sample: { params: sample, form: { text: 'Stämmer antalet?', idempotencyKey: 'prov' } },
    handler: async (ctx) => {
      const { id, fraga } = ctx.input.params;
      const { text: words, idempotencyKey } = ctx.input.form;
      const proof = proofFor(ctx, await reportFacts(reading(ctx), id));
      await ctx.services.db.transact(proof, { verb: 'addRemark', idempotencyKey }, (w) =>
        addRemark(w, { reportId: id, question: fraga, text: words }),
      );
      return back(ctx, workTexts[ctx.language].asked);
    },
    onInvalid: (ctx, state) => again(ctx, { of: 'remark', state }),
  }),
  route({
    method: 'POST',
    path: `${path}/svar`,
    policy: 'return.answer',
    about: 'Svarar på det som någon frågat om ett svar.',
    input: { params: byQuestion, form: z.looseObject({ remarkId: idField(), idempotencyKey: idempotencyField }) },
    sample: { params: sample, form: { remarkId: anId, idempotencyKey: 'prov' } },
    handler: async (ctx) => {
      const { remarkId, idempotencyKey, ...fields } = ctx.input.form;
      const name = `reply-${remarkId}`;
      const words = fields[name];
      if (typeof words !== 'string' || words.trim() === '')
        throw new AppError('record.invalid', {}, [{ path: name, key: 'validation.required' }]);
      const proof = proofFor(ctx, await reportFacts(reading(ctx), ctx.input.params.id));
      await ctx.services.db.transact(proof, { verb: 'replyToRemark', idempotencyKey }, (w) =>
        replyToRemark(w, { remarkId, text: words }),
      );
      return back(ctx, workTexts[ctx.language].replied);
    },
    onInvalid: (ctx, state) => again(ctx, { of: { reply: String(state.values.remarkId ?? '') }, state }),
  }),
  route({
    method: 'POST',
    path: `${path}/avklarad`,
    policy: 'return.answer',
    about: 'Säger att det som frågats om ett svar är avklarat.',
    input: {
      params: byQuestion,
      form: z.object({ remarkId: idField(), version: versionField, idempotencyKey: idempotencyField }),
    },
    sample: { params: sample, form: { remarkId: anId, version: '1', idempotencyKey: 'prov' } },
    handler: async (ctx) => {
      const { remarkId, version, idempotencyKey } = ctx.input.form;
      const proof = proofFor(ctx, await reportFacts(reading(ctx), ctx.input.params.id));
      await ctx.services.db.transact(proof, { verb: 'settleRemark', idempotencyKey }, (w) =>
        settleRemark(w, { remarkId, expectedVersion: version }),
      );
      return back(ctx, workTexts[ctx.language].settledFlash);
    },
    onInvalid: (ctx, state) => again(ctx, { of: 'remark', state }),
  }),
  route({
    method: 'POST',
    path: `${path}/fil`,
    policy: 'return.answer',
    rate: 'upload',
    about: 'Bifogar en fil till svaret på en fråga.',
    input: { params: byQuestion, form: z.object({ file: fileField(), idempotencyKey: idempotencyField }) },
    sample: { params: sample, form: {} },
    handler: async (ctx) => {
      const { id, fraga } = ctx.input.params;
      const { file, idempotencyKey } = ctx.input.form;
      const facts = await reportFacts(reading(ctx), id);
      questionOf(facts, fraga);
      if (file.size === 0)
        throw new AppError('record.invalid', {}, [
          { path: 'file', key: 'intake.emptyFile', values: { name: file.name } },
        ]);
      const fileName =
        file.name
          .split(/[/\\]/)
          .at(-1)
          ?.replace(/\p{Cc}/gu, '')
          .slice(0, 200) || 'fil';
      const sha256 = await ctx.services.blobs.put(new Uint8Array(await file.arrayBuffer()));
      const mediaType = file.type || 'application/octet-stream';
      await ctx.services.db.transact(proofFor(ctx, facts), { verb: 'attachToAnswer', idempotencyKey }, (w) =>
        attachToAnswer(w, { reportId: id, question: fraga, file: { fileName, mediaType, size: file.size, sha256 } }),
      );
      return back(ctx, workTexts[ctx.language].attachedFlash);
    },
    onInvalid: (ctx, state) => again(ctx, { of: 'file', state }),
  }),
  route({
    method: 'POST',
    path: `${path}/ta-bort-fil`,
    policy: 'return.answer',
    about: 'Tar bort en fil från svaret på en fråga; handlingen finns kvar i registret.',
    input: { params: byQuestion, form: z.object({ attachmentId: idField(), idempotencyKey: idempotencyField }) },
    sample: { params: sample, form: { attachmentId: anId, idempotencyKey: 'prov' } },
    handler: async (ctx) => {
      const { attachmentId, idempotencyKey } = ctx.input.form;
      const proof = proofFor(ctx, await reportFacts(reading(ctx), ctx.input.params.id));
      await ctx.services.db.transact(proof, { verb: 'detachFromAnswer', idempotencyKey }, (w) =>
        detachFromAnswer(w, { attachmentId }),
      );
      return back(ctx, workTexts[ctx.language].detachedFlash);
    },
    onInvalid: (ctx, state) => again(ctx, { of: 'file', state }),
  }),
];

type OnQuestion = Omit<Answering, 'input'> & {
  readonly input: { readonly params: { readonly id: string; readonly fraga: string } };
};

function back({ input }: OnQuestion, text: string) {
  return redirect(questionPath(input.params.id, input.params.fraga), { flash: { tone: 'success', text } });
}

async function again(ctx: OnQuestion, sent: SentForm): Promise<Page> {
  const { id, fraga } = ctx.input.params;
  return questionPage(ctx, await aidedFacts(reading(ctx), id), fraga, sent);
}
