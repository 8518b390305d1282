import * as z from 'zod';
import {
  aidsFor,
  choosePassage,
  getNationalReport,
  keepSources,
  sayMethod,
  settleWarning,
  sourceKeyIn,
  takeDraft,
  unsettleWarning,
} from '../../../../domain/returns/index.ts';
import type { Id } from '../../../../kernel/id.ts';
import type { Reader, Writer } from '../../../../storage/database.ts';
import {
  checkbox,
  choice,
  idempotencyField,
  idField,
  manyOf,
  optionalText,
  text,
  versionField,
  wholeNumber,
} from '../../../input.ts';
import { type Page, type Reply, redirect } from '../../../reply.ts';
import { type Route, route } from '../../../route.ts';
import { workPath } from '../work/report-address.ts';
import type { Reading } from '../work/report-facts.ts';
import { reading } from '../work/report-routes.ts';
import { type Answering, proofFor } from '../work/save-answers.ts';
import { aidPath } from './aid-address.ts';
import { aidFacts } from './aid-facts.ts';
import { type AidPageState, aidPage } from './aid-page.ts';
import { aidTexts } from './aid-texts.ts';
import { warningsPage } from './warnings-page.ts';

const anId = '00000000-0000-4000-8000-000000000000';
const byQuestion = z.object({ id: idField(), fraga: text({ maximum: 100 }) });
const path = `${workPath}/:id/fraga/:fraga/underlag` as const;
const sample = { id: anId, fraga: '1' };
const base = { idempotencyKey: idempotencyField };

/** "decision:<id>": a source that was ticked. */
const sourceField = text({ maximum: 200 }).transform((ticked, issues) => {
  const key = sourceKeyIn(ticked);
  if (key) return key;
  issues.addIssue({ code: 'custom', message: 'validation.id' });
  return z.NEVER;
});

/** What the answers of a return rest on: sources, drafts, passages, last year, remarks. */
export const aidRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: `${workPath}/:id/anmarkningar`,
    policy: 'record.read',
    about: 'Visar allt som inte går ihop i en redovisnings svar.',
    input: { params: z.object({ id: idField() }) },
    sample: { params: { id: anId } },
    handler: (ctx) =>
      ctx.services.db.read(ctx.auth, async (r: Reader) => {
        const report = await getNationalReport(r, ctx.input.params.id);
        return warningsPage(ctx, { report, aids: await aidsFor(r, report) });
      }),
  }),
  route({
    method: 'GET',
    path,
    policy: 'record.read',
    about: 'Visar vad svaret på en fråga vilar på: förslag ur registret, hämtade stycken, förra årets svar och källor.',
    input: {
      params: byQuestion,
      query: z.object({
        sok: optionalText({ maximum: 100 }),
        anm: optionalText({ maximum: 64 }),
        behall: optionalText({ maximum: 200 }),
      }),
    },
    sample: { params: sample },
    handler: async (ctx) => {
      const { id, fraga } = ctx.input.params;
      const { sok, anm, behall } = ctx.input.query;
      return aidPage(ctx, await aidFacts(ctx, id, fraga, sok), { warning: anm, keeping: behall });
    },
  }),
  route({
    method: 'POST',
    path: `${path}/kallor`,
    policy: 'return.answer',
    about: 'Väljer källor som svaret på en fråga vilar på, eller säger att de inte är aktuella.',
    input: {
      params: byQuestion,
      form: z.object({
        sources: manyOf(sourceField),
        found: manyOf(sourceField),
        val: choice(['kept', 'removed']),
        ...base,
      }),
    },
    sample: { params: sample, form: { sources: `goal:${anId}`, val: 'kept', idempotencyKey: 'prov' } },
    handler: (ctx) => {
      const { val: state } = ctx.input.form;
      const sources = [...ctx.input.form.sources, ...ctx.input.form.found];
      const t = aidTexts[ctx.language];
      const told = state === 'kept' ? t.kept : sources.length === 1 ? t.removedFlash : t.dismissed;
      return done(ctx, 'keepSources', told, (w, on) => keepSources(w, { ...on, sources, state }));
    },
    onInvalid: (ctx, state) => again(ctx, { sent: { of: 'sources', state } }),
  }),
  route({
    method: 'POST',
    path: `${path}/forslag`,
    policy: 'return.answer',
    about: 'Hämtar det föreslagna svaret, eller stycken ur registret, till svaret på en fråga.',
    input: {
      params: byQuestion,
      form: z.object({ value: checkbox(), passages: manyOf(sourceField), version: versionField, ...base }),
    },
    sample: { params: sample, form: { passages: `goal:${anId}`, version: '0', idempotencyKey: 'prov' } },
    handler: (ctx) => {
      const { value, passages, version: expectedVersion } = ctx.input.form;
      return done(ctx, 'takeDraft', aidTexts[ctx.language].taken, (w, on) =>
        takeDraft(w, { ...on, value, passages, expectedVersion }),
      );
    },
    onInvalid: (ctx, state) => again(ctx, { sent: { of: 'draft', state } }),
  }),
  route({
    method: 'POST',
    path: `${path}/stycke`,
    policy: 'return.answer',
    about: 'Uppdaterar ett hämtat stycke efter sin källa, eller behåller det med ett skäl.',
    input: {
      params: byQuestion,
      form: z.object({
        source: sourceField,
        choice: choice(['refresh', 'keep']),
        reason: optionalText({ maximum: 1000 }),
        version: versionField,
        ...base,
      }),
    },
    sample: {
      params: sample,
      form: { source: `goal:${anId}`, choice: 'refresh', version: '0', idempotencyKey: 'prov' },
    },
    handler: (ctx) => {
      const { source, choice: chosen, reason = '', version: expectedVersion } = ctx.input.form;
      const t = aidTexts[ctx.language];
      return done(ctx, 'choosePassage', chosen === 'keep' ? t.keptFlash : t.refreshed, (w, on) =>
        choosePassage(w, { ...on, source, choice: chosen, reason, expectedVersion }),
      );
    },
    onInvalid: (ctx, state) =>
      again(ctx, { keeping: String(state.values.source ?? ''), sent: { of: 'passage', state } }),
  }),
  route({
    method: 'POST',
    path: `${path}/metod`,
    policy: 'return.answer',
    about: 'Säger om ett tal är framtaget på samma sätt som förra året.',
    input: {
      params: byQuestion,
      form: z.object({
        since: wholeNumber({ minimum: 1900, maximum: 2200 }),
        unchanged: choice(['ja', 'nej']),
        note: optionalText({ maximum: 1000 }),
        tell: checkbox(),
        version: versionField,
        ...base,
      }),
    },
    sample: { params: sample, form: { since: '2024', unchanged: 'ja', version: '0', idempotencyKey: 'prov' } },
    handler: (ctx) => {
      const { since, unchanged, note = '', tell, version: expectedVersion } = ctx.input.form;
      return done(ctx, 'sayMethod', aidTexts[ctx.language].methodSaved, (w, on) =>
        sayMethod(w, { ...on, since, unchanged: unchanged === 'ja', note, tell, expectedVersion }),
      );
    },
    onInvalid: (ctx, state) => again(ctx, { sent: { of: 'method', state } }),
  }),
  route({
    method: 'POST',
    path: `${path}/anmarkning`,
    policy: 'return.answer',
    about: 'Lämnar ett svar som det är trots en anmärkning, med skälet.',
    input: {
      params: byQuestion,
      form: z.object({ key: text({ maximum: 64 }), reason: text({ maximum: 1000 }), ...base }),
    },
    sample: { params: sample, form: { key: 'prov', reason: 'Så är det.', idempotencyKey: 'prov' } },
    handler: (ctx) =>
      done(ctx, 'settleWarning', aidTexts[ctx.language].settledFlash, (w, on) =>
        settleWarning(w, { ...on, key: ctx.input.form.key, reason: ctx.input.form.reason }),
      ),
    onInvalid: (ctx, state) => again(ctx, { warning: String(state.values.key ?? ''), sent: { of: 'warning', state } }),
  }),
  route({
    method: 'POST',
    path: `${path}/anmarkning/ta-tillbaka`,
    policy: 'return.answer',
    about: 'Öppnar en avgjord anmärkning på ett svar igen.',
    input: { params: byQuestion, form: z.object({ key: text({ maximum: 64 }), ...base }) },
    sample: { params: sample, form: { key: 'prov', idempotencyKey: 'prov' } },
    handler: (ctx) =>
      done(ctx, 'unsettleWarning', aidTexts[ctx.language].unsettledFlash, (w, on) =>
        unsettleWarning(w, { ...on, key: ctx.input.form.key }),
      ),
    onInvalid: (ctx) => again(ctx, {}),
  }),
];

type OnQuestion = {
  readonly input: {
    readonly params: { readonly id: Id<'nationalReport'>; readonly fraga: string };
  };
};
type Posted = Answering & OnQuestion & { readonly input: { readonly form: { readonly idempotencyKey: string } } };

/** Runs a verb on the question of the path by the proof that the reader has for it, and goes back to its sources. */
async function done(
  ctx: Posted,
  verb: string,
  told: string,
  run: (
    w: Writer<'return.answer' | 'return.edit'>,
    on: { readonly reportId: Id<'nationalReport'>; readonly question: string },
  ) => Promise<unknown>,
): Promise<Reply> {
  const { id, fraga } = ctx.input.params;
  const { auth } = reading(ctx);
  const proof = proofFor(ctx, { report: await ctx.services.db.read(auth, (r) => getNationalReport(r, id)) });
  await ctx.services.db.transact(proof, { verb, idempotencyKey: ctx.input.form.idempotencyKey }, async (w) => {
    await run(w, { reportId: id, question: fraga });
  });
  return redirect(aidPath(id, fraga), { flash: { tone: 'success', text: told } });
}

async function again(ctx: Parameters<typeof reading>[0] & OnQuestion, shown: AidPageState): Promise<Page> {
  const { id, fraga } = ctx.input.params;
  return aidPage(ctx, await aidFacts(reading(ctx) as Reading, id, fraga), shown);
}
