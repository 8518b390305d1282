import * as z from 'zod';
import {
  type AnswerType,
  answerTypeCodes,
  attachEvidence,
  chooseQuotation,
  detachEvidence,
  editEntry,
  proposedAnswer,
  type SourceNoun,
  sourceNouns,
  useDraft,
} from '../../../domain/reports/index.ts';
import { isId } from '../../../kernel/id.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import type { FormState } from '../../contracts.ts';
import { choice, idempotencyField, idField, optionalChoice, optionalText, text, versionField } from '../../input.ts';
import { type Page, redirect } from '../../reply.ts';
import { type InvalidContext, type Route, type RouteInput, route } from '../../route.ts';
import { type AnswerForms, editAnswerPage } from './edit-answer-page.ts';
import { entryOf, gatherAnswer, reportFor } from './gather-answer.ts';
import { proposalPage } from './proposal-page.ts';
import { reportTexts } from './report-texts.ts';
import { anId } from './sample-id.ts';
import { workTexts } from './work-texts.ts';

const params = z.object({ id: idField(), entryId: idField() });
const sample = { id: anId, entryId: anId };
const answerTypes = answerTypeCodes as readonly [AnswerType, ...AnswerType[]];
const nouns = sourceNouns as readonly [SourceNoun, ...SourceNoun[]];
const hash = text({ maximum: 64 });

/** A record of the register in one field: `agendaItem:<id>`. */
const source = z
  .string('validation.choose')
  .transform((value) => ({ noun: value.split(':')[0] ?? '', sourceId: value.split(':')[1] ?? '' }))
  .refine(({ noun, sourceId }) => (nouns as readonly string[]).includes(noun) && isId(sourceId), 'validation.choose');

export type AnswerContext = InvalidContext<'report.edit', RouteInput & { readonly params: typeof params }>;

/** Draws the page of the answer again with what was typed in the form that was sent. */
function again(form: keyof AnswerForms) {
  return (ctx: AnswerContext, state: FormState): Promise<Page> => answerPage(ctx, { [form]: state });
}

export async function answerPage(ctx: AnswerContext, forms: AnswerForms = {}): Promise<Page> {
  const { id, entryId } = ctx.input.params;
  const facts = await ctx.services.db.read(ctx.auth, (r) => gatherAnswer(r, id, entryId, ctx.services.runtime.today()));
  return editAnswerPage(ctx, facts, forms);
}

/** One answer of a report: writing it, its evidence, its quotation. */
export const answerRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/uppfoljning/:id/svar/:entryId',
    policy: 'report.edit',
    about: 'Visar formuläret för ett svar, med beläggen bredvid.',
    input: { params },
    sample: { params: sample },
    handler: (ctx) => answerPage(ctx),
  }),
  route({
    method: 'POST',
    path: '/uppfoljning/:id/svar/:entryId',
    policy: 'report.edit',
    about: 'Sparar ett svar.',
    input: {
      params,
      form: z.object({
        answer: optionalText({ maximum: 20_000 }),
        answerType: optionalChoice(answerTypes),
        version: versionField,
        idempotencyKey: idempotencyField,
      }),
    },
    sample: { params: sample, form: { answer: 'Svar.', version: '1', idempotencyKey: 'prov' } },
    handler: async (ctx) => {
      const { id, entryId } = ctx.input.params;
      const { answer = '', answerType, version, idempotencyKey } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'editEntry', idempotencyKey }, (w) =>
        editEntry(w, { entryId, expectedVersion: version, answer, ...(answerType && { answerType }) }),
      );
      return redirect(recordAddress('reportEntry', entryId, id), {
        flash: { tone: 'success', text: workTexts[ctx.language].saved },
      });
    },
    onInvalid: again('answer'),
  }),
  route({
    method: 'GET',
    path: '/uppfoljning/:id/svar/:entryId/forslag',
    policy: 'report.edit',
    about: 'Visar svaret bredvid förslaget ur registret, innan det ersätts.',
    input: { params },
    sample: { params: sample },
    handler: (ctx) => showProposal(ctx),
  }),
  route({
    method: 'POST',
    path: '/uppfoljning/:id/svar/:entryId/forslag',
    policy: 'report.edit',
    about: 'Ersätter svaret med förslaget ur registret.',
    input: { params, form: z.object({ version: versionField, idempotencyKey: idempotencyField }) },
    sample: { params: sample, form: { version: '1', idempotencyKey: 'prov' } },
    handler: async (ctx) => {
      const { id, entryId } = ctx.input.params;
      const { version, idempotencyKey } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'useDraft', idempotencyKey }, (w) =>
        useDraft(w, { entryId, expectedVersion: version }),
      );
      return redirect(recordAddress('reportEntry', entryId, id), {
        flash: { tone: 'success', text: workTexts[ctx.language].proposalDone },
      });
    },
    onInvalid: showProposal,
  }),
  route({
    method: 'POST',
    path: '/uppfoljning/:id/svar/:entryId/belagg',
    policy: 'report.edit',
    about: 'Kopplar ett belägg till en mening.',
    input: { params, form: z.object({ claimHash: hash, source, idempotencyKey: idempotencyField }) },
    sample: { params: sample, form: { claimHash: 'x', source: `agendaItem:${anId}`, idempotencyKey: 'prov' } },
    handler: async (ctx) => {
      const { id, entryId } = ctx.input.params;
      const { claimHash, source: chosen, idempotencyKey } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'attachEvidence', idempotencyKey }, (w) =>
        attachEvidence(w, { entryId, claimHash, noun: chosen.noun as SourceNoun, sourceId: chosen.sourceId }),
      );
      return redirect(`${recordAddress('report', id)}/svar/${entryId}`, {
        flash: { tone: 'success', text: workTexts[ctx.language].attached },
      });
    },
    onInvalid: again('attach'),
  }),
  route({
    method: 'POST',
    path: '/uppfoljning/:id/svar/:entryId/belagg/ta-bort',
    policy: 'report.edit',
    about: 'Tar bort ett belägg från en mening.',
    input: {
      params,
      form: z.object({
        claimHash: hash,
        noun: choice(nouns),
        sourceId: idField(),
        idempotencyKey: idempotencyField,
      }),
    },
    sample: {
      params: sample,
      form: { claimHash: 'x', noun: 'agendaItem', sourceId: anId, idempotencyKey: 'prov' },
    },
    handler: async (ctx) => {
      const { id, entryId } = ctx.input.params;
      const { idempotencyKey, ...pointer } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'detachEvidence', idempotencyKey }, (w) =>
        detachEvidence(w, { entryId, ...pointer }),
      );
      return redirect(`${recordAddress('report', id)}/svar/${entryId}`, {
        flash: { tone: 'success', text: workTexts[ctx.language].detached },
      });
    },
    onInvalid: again('attach'),
  }),
  route({
    method: 'POST',
    path: '/uppfoljning/:id/svar/:entryId/citat',
    policy: 'report.edit',
    about: 'Uppdaterar, behåller eller tar bort citatet i ett svar.',
    input: {
      params,
      form: z.object({
        choice: choice(['refresh', 'keep', 'remove']),
        quotationReason: optionalText({ maximum: 500 }),
        version: versionField,
        idempotencyKey: idempotencyField,
      }),
    },
    sample: { params: sample, form: { choice: 'keep', version: '1', idempotencyKey: 'prov' } },
    handler: async (ctx) => {
      const { id, entryId } = ctx.input.params;
      const { choice: chosen, quotationReason, version, idempotencyKey } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'chooseQuotation', idempotencyKey }, (w) =>
        chooseQuotation(w, {
          entryId,
          expectedVersion: version,
          choice: chosen,
          ...(quotationReason && { reason: quotationReason }),
        }),
      );
      const t = reportTexts[ctx.language];
      const done = { refresh: t.quoteRefreshed, keep: t.quoteKeptDone, remove: t.quoteRemoved }[chosen];
      return redirect(recordAddress('reportEntry', entryId, id), { flash: { tone: 'success', text: done } });
    },
    onInvalid: again('quotation'),
  }),
];

async function showProposal(ctx: AnswerContext, state?: FormState): Promise<Page> {
  const { id, entryId } = ctx.input.params;
  const { report, entry, proposal } = await ctx.services.db.read(ctx.auth, async (r) => {
    const found = await reportFor(r, id, 'edit');
    const one = entryOf(found, entryId);
    return { report: found, entry: one, proposal: await proposedAnswer(r, found, one, ctx.services.runtime.today()) };
  });
  return proposalPage(ctx, { report, entry, proposal }, state);
}
