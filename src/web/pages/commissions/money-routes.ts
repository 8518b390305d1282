import * as z from 'zod';
import {
  changeFund,
  createFund,
  type Fund,
  type FundKind,
  type FundOwner,
  fundKindCodes,
  fundOwnerCodes,
  getFund,
  keepFundYear,
  listCommissions,
  moneyRows,
} from '../../../domain/commissions/index.ts';
import { listBodies } from '../../../domain/organisation/index.ts';
import type { Ore } from '../../../kernel/ore.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import type { Reader } from '../../contracts.ts';
import {
  choice,
  idempotencyField,
  idField,
  optionalChoice,
  optionalId,
  optionalText,
  optionalWholeNumber,
  text,
  versionField,
  wholeNumber,
} from '../../input.ts';
import { redirect } from '../../reply.ts';
import { type Route, route } from '../../route.ts';
import { tableFile, tableFormats } from '../../table-file.ts';
import { anId } from '../followup/sample-id.ts';
import { chosen, filterSchema, gatherCommissions } from './commission-filter.ts';
import { optionalOre } from './commission-input.ts';
import { moneyPath } from './commission-view.ts';
import { fundFormPage, fundYearPage } from './fund-form-page.ts';
import { fundPage } from './fund-page.ts';
import { moneyPage } from './money-page.ts';
import { moneySheet } from './money-sheet.ts';
import { texts } from './texts.ts';

type Codes = readonly [string, ...string[]];
const byId = z.object({ id: idField() });
const fundForm = z.object({
  name: text({ maximum: 200 }),
  owner: choice(fundOwnerCodes as unknown as Codes),
  kind: choice(fundKindCodes as unknown as Codes),
  bodyId: optionalId(),
  purpose: optionalText({ maximum: 3_000 }),
  conditions: optionalText({ maximum: 5_000 }),
  aliases: optionalText({ maximum: 2_000 }),
  idempotencyKey: idempotencyField,
});
const sampleFund = { name: 'Nattmedel', owner: 'joint', kind: 'earmarked', idempotencyKey: 'prov' };
const requiredOre = () =>
  optionalOre().refine((value) => value !== undefined, 'validation.required') as unknown as z.ZodType<Ore>;

/** The sums of commissions and the funds: the page of all, the file of its rows, and each fund with its years. */
export const moneyRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: moneyPath,
    policy: 'record.read',
    about: 'Visar beställningarnas kostnad per år, betalare och fond, och hur fonderna räcker.',
    input: { query: z.object({ forslag: optionalChoice(['ja']) }) },
    sample: {},
    handler: async (ctx) =>
      moneyPage(ctx, await ctx.services.db.read(ctx.auth, gatherCommissions), ctx.input.query.forslag === 'ja'),
  }),
  route({
    method: 'GET',
    path: `${moneyPath}/fil/:format`,
    policy: 'record.read',
    about: 'Lämnar raderna bakom summorna som fil för kalkylprogram.',
    input: { params: z.object({ format: choice(tableFormats) }), query: filterSchema },
    sample: { params: { format: 'csv' } },
    handler: async (ctx) => {
      const facts = await ctx.services.db.read(ctx.auth, gatherCommissions);
      const { commissions, rows } = chosen(facts, ctx.input.query, ctx.services.runtime.today());
      return await tableFile(moneySheet(ctx, commissions, rows), 'bestallningar-och-medel', ctx.input.params.format);
    },
  }),
  route({
    method: 'GET',
    path: `${moneyPath}/ny`,
    policy: 'commission.edit',
    about: 'Visar formuläret för en ny fond.',
    sample: {},
    handler: async (ctx) => fundFormPage(ctx, { bodies: await ctx.services.db.read(ctx.auth, (r) => listBodies(r)) }),
  }),
  route({
    method: 'POST',
    path: `${moneyPath}/ny`,
    policy: 'commission.edit',
    about: 'Registrerar en fond, och knyter till den de beställningar som redan nämner den.',
    input: { form: fundForm },
    sample: { form: sampleFund },
    handler: async (ctx) => {
      const { idempotencyKey } = ctx.input.form;
      const id = await ctx.services.db.transact(ctx.auth, { verb: 'createFund', idempotencyKey }, (w) =>
        createFund(w, fundFields(ctx.input.form)),
      );
      return redirect(recordAddress('fund', id), {
        flash: { tone: 'success', text: texts[ctx.language].fundPage.created },
      });
    },
    onInvalid: async (ctx, state) =>
      fundFormPage(ctx, { bodies: await ctx.services.db.read(ctx.auth, (r) => listBodies(r)) }, state),
  }),
  route({
    method: 'GET',
    path: `${moneyPath}/:id`,
    policy: 'record.read',
    about: 'Visar en fond år för år och de beställningar som betalas av den.',
    input: { params: byId },
    sample: { params: { id: anId } },
    handler: async (ctx) =>
      fundPage(ctx, await ctx.services.db.read(ctx.auth, (r) => gatherFund(r, ctx.input.params.id))),
  }),
  route({
    method: 'GET',
    path: `${moneyPath}/:id/andra`,
    policy: 'commission.edit',
    about: 'Visar formuläret där en fond ändras.',
    input: { params: byId },
    sample: { params: { id: anId } },
    handler: async (ctx) =>
      fundFormPage(ctx, await ctx.services.db.read(ctx.auth, (r) => gatherFundForm(r, ctx.input.params.id))),
  }),
  route({
    method: 'POST',
    path: `${moneyPath}/:id/andra`,
    policy: 'commission.edit',
    about: 'Sparar en ändrad fond.',
    input: { params: byId, form: fundForm.extend({ version: versionField }) },
    sample: { params: { id: anId }, form: { ...sampleFund, version: '1' } },
    handler: async (ctx) => {
      const { id: fundId } = ctx.input.params;
      const { idempotencyKey, version } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'changeFund', idempotencyKey }, (w) =>
        changeFund(w, { fundId, expectedVersion: version, ...fundFields(ctx.input.form) }),
      );
      return redirect(recordAddress('fund', fundId), {
        flash: { tone: 'success', text: texts[ctx.language].fundPage.saved },
      });
    },
    onInvalid: async (ctx, state) =>
      fundFormPage(ctx, await ctx.services.db.read(ctx.auth, (r) => gatherFundForm(r, ctx.input.params.id)), state),
  }),
  route({
    method: 'GET',
    path: `${moneyPath}/:id/ar`,
    policy: 'commission.edit',
    about: 'Visar formuläret för ett år av en fond.',
    input: { params: byId, query: z.object({ ar: optionalWholeNumber({ minimum: 1990, maximum: 2100 }) }) },
    sample: { params: { id: anId } },
    handler: async (ctx) =>
      fundYearPage(
        ctx,
        await ctx.services.db.read(ctx.auth, (r) => getFund(r, ctx.input.params.id)),
        ctx.input.query.ar,
      ),
  }),
  route({
    method: 'POST',
    path: `${moneyPath}/:id/ar`,
    policy: 'commission.edit',
    about: 'Sparar vad ett år av en fond tilldelas, har kostat och för över.',
    input: {
      params: byId,
      form: z.object({
        year: wholeNumber({ minimum: 1990, maximum: 2100 }),
        allocated: requiredOre(),
        spent: optionalOre(),
        carried: optionalOre(),
        note: optionalText({ maximum: 1_000 }),
        version: versionField,
        idempotencyKey: idempotencyField,
      }),
    },
    sample: {
      params: { id: anId },
      form: { year: '2026', allocated: '1,2 mkr', version: '0', idempotencyKey: 'prov' },
    },
    handler: async (ctx) => {
      const { id: fundId } = ctx.input.params;
      const { idempotencyKey, version, note = '', spent = null, carried = null, ...told } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'keepFundYear', idempotencyKey }, (w) =>
        keepFundYear(w, { fundId, ...told, spent, carried, note, expectedVersion: version }),
      );
      return redirect(recordAddress('fund', fundId), {
        flash: { tone: 'success', text: texts[ctx.language].fundPage.yearSaved(told.year) },
      });
    },
    onInvalid: async (ctx, state) =>
      fundYearPage(ctx, await ctx.services.db.read(ctx.auth, (r) => getFund(r, ctx.input.params.id)), undefined, state),
  }),
];

function fundFields(form: z.output<typeof fundForm>) {
  const lines = (text: string | undefined) => (text ?? '').split('\n');
  return {
    name: form.name,
    owner: form.owner as FundOwner,
    kind: form.kind as FundKind,
    bodyId: form.bodyId ?? null,
    purpose: form.purpose ?? '',
    conditions: lines(form.conditions),
    aliases: lines(form.aliases),
  };
}

async function gatherFund(r: Reader, id: string) {
  const fund = await getFund(r, id);
  const commissions = await listCommissions(r, { fundId: id });
  return { fund, commissions, rows: moneyRows(commissions, await listBodies(r)) };
}

async function gatherFundForm(
  r: Reader,
  id: string,
): Promise<{ fund: Fund; bodies: Awaited<ReturnType<typeof listBodies>> }> {
  return { fund: await getFund(r, id), bodies: await listBodies(r) };
}
