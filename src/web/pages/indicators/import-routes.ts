import * as z from 'zod';
import { readSheet } from '../../../documents/in/sheet/read-sheet.ts';
import {
  confirmTable,
  getImport,
  handInTable,
  koladaTable,
  listImports,
  mapTable,
  previewTable,
  type TableMapping,
} from '../../../domain/indicators/index.ts';
import { AppError } from '../../../kernel/errors.ts';
import type { RequestContext, Services } from '../../contracts.ts';
import { fileField, idempotencyField, idField, optionalWholeNumber } from '../../input.ts';
import { redirect } from '../../reply.ts';
import { type HandlerContext, type Route, route } from '../../route.ts';
import { anId } from '../followup/sample-id.ts';
import { importListPage, importPage } from './import-page.ts';
import { indicatorPaths } from './paths.ts';
import { texts } from './texts.ts';

const byId = z.object({ id: idField() });
const params = { id: anId };
const one = `${indicatorPaths.import}/:id` as const;
const column = optionalWholeNumber({ minimum: 0, maximum: 200 });

/** Codes with commas or spaces between them, at most so many as Kolada answers at once. */
function codes(form: RegExp) {
  return z
    .string()
    .max(1_000, 'validation.tooLong')
    .transform((typed) => typed.split(/[\s,;]+/u).filter(Boolean))
    .refine((found) => found.length > 0, 'validation.required')
    .refine((found) => found.length <= 25 && found.every((code) => form.test(code)), 'indicators.koladaCodes');
}

/** The rows of a table that was handed in: an answer of Kolada becomes a table like the others. */
function rowsOf(bytes: Uint8Array): readonly (readonly string[])[] {
  const sheet = readSheet(bytes);
  return sheet.kind === 'json' ? koladaTable(sheet.text) : sheet.rows;
}

async function keptRows({ blobs }: Services, sha256: string) {
  return rowsOf(await blobs.get(sha256));
}

type Ctx = RequestContext & Pick<HandlerContext<'indicator.edit'>, 'auth'>;

async function factsOf(ctx: Ctx, id: string) {
  const found = await ctx.services.db.read(ctx.auth, (r) => getImport(r, id));
  const rows = await keptRows(ctx.services, found.sha256);
  const { mapping } = found;
  const preview =
    mapping === null || found.confirmedAt !== null
      ? undefined
      : await ctx.services.db.read(ctx.auth, (r) => previewTable(r, rows, mapping));
  return { found, rows, preview };
}

/** Tables of figures: handed in, their columns named, looked at, and taken in. */
export const indicatorImportRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: indicatorPaths.import,
    policy: 'indicator.edit',
    about: 'Visar var en tabell med mätvärden lämnas in, och de som redan är inlästa.',
    sample: {},
    handler: async (ctx) => importListPage(ctx, await ctx.services.db.read(ctx.auth, listImports)),
  }),
  route({
    method: 'POST',
    path: indicatorPaths.import,
    policy: 'indicator.edit',
    about: 'Tar emot en tabell med mätvärden: kalkylblad, CSV eller JSON från Kolada.',
    rate: 'upload',
    input: { form: z.object({ file: fileField(), idempotencyKey: idempotencyField }) },
    sample: { form: { idempotencyKey: 'prov' } },
    handler: async (ctx) => {
      const { file, idempotencyKey } = ctx.input.form;
      const bytes = new Uint8Array(await file.arrayBuffer());
      rowsOf(bytes);
      const sha256 = await ctx.services.blobs.put(bytes);
      const id = await ctx.services.db.transact(ctx.auth, { verb: 'handInTable', idempotencyKey }, (w) =>
        handInTable(w, { fileName: file.name.slice(0, 200), sha256 }),
      );
      return redirect(`${indicatorPaths.import}/${id}`);
    },
    onInvalid: async (ctx, state) => importListPage(ctx, await ctx.services.db.read(ctx.auth, listImports), state),
  }),
  route({
    method: 'POST',
    path: `${indicatorPaths.import}/kolada`,
    policy: 'indicator.edit',
    about: 'Hämtar nyckeltal från Kolada som en inlämnad tabell, där driften har angett adressen.',
    rate: 'upload',
    input: {
      form: z.object({
        keyFigures: codes(/^[A-Za-z]\d{5}$/u),
        municipalities: codes(/^[A-Z]?\d{2,12}$/u),
        years: codes(/^(?:19|20)\d{2}$/u),
        idempotencyKey: idempotencyField,
      }),
    },
    sample: { form: { keyFigures: 'N00945', municipalities: '9001', years: '2025', idempotencyKey: 'prov' } },
    handler: async (ctx) => {
      const { idempotencyKey, ...ask } = ctx.input.form;
      const { fetchKolada, blobs, db } = ctx.services;
      if (!fetchKolada) throw new AppError('indicators.koladaOff');
      const bytes = await fetchKolada(ask);
      rowsOf(bytes);
      const sha256 = await blobs.put(bytes);
      const fileName = `kolada ${ask.keyFigures.join(' ')} ${ask.years.join(' ')}.json`.slice(0, 200);
      const id = await db.transact(ctx.auth, { verb: 'handInTable', idempotencyKey }, (w) =>
        handInTable(w, { fileName, sha256 }),
      );
      return redirect(`${indicatorPaths.import}/${id}`);
    },
    onInvalid: async (ctx, state) => importListPage(ctx, await ctx.services.db.read(ctx.auth, listImports), state),
  }),
  route({
    method: 'GET',
    path: one,
    policy: 'indicator.edit',
    about: 'Visar en inlämnad tabell: kolumnerna och vad som skulle ändras.',
    input: { params: byId },
    sample: { params },
    handler: async (ctx) => importPage(ctx, await factsOf(ctx, ctx.input.params.id)),
  }),
  route({
    method: 'POST',
    path: `${one}/kolumner`,
    policy: 'indicator.edit',
    about: 'Sparar vilken kolumn i tabellen som är vad.',
    input: {
      params: byId,
      form: z.object({
        ...{ indicator: column, place: column, sex: column, ageGroup: column, asOf: column, value: column },
        idempotencyKey: idempotencyField,
      }),
    },
    sample: { params, form: { indicator: '0', asOf: '1', value: '2', idempotencyKey: 'prov' } },
    handler: async (ctx) => {
      const { idempotencyKey, ...columns } = ctx.input.form;
      const importId = ctx.input.params.id;
      const mapping = Object.fromEntries(Object.entries(columns).filter(([, at]) => at !== undefined)) as TableMapping;
      await ctx.services.db.transact(ctx.auth, { verb: 'mapTable', idempotencyKey }, (w) =>
        mapTable(w, { importId, mapping }),
      );
      return redirect(`${indicatorPaths.import}/${importId}`);
    },
    onInvalid: async (ctx, state) => importPage(ctx, await factsOf(ctx, ctx.input.params.id), state),
  }),
  route({
    method: 'POST',
    path: `${one}/bekrafta`,
    policy: 'indicator.edit',
    about: 'Läser in värdena i en tabell som har granskats.',
    input: { params: byId, form: z.object({ idempotencyKey: idempotencyField }) },
    sample: { params, form: { idempotencyKey: 'prov' } },
    handler: async (ctx) => {
      const importId = ctx.input.params.id;
      const { sha256 } = await ctx.services.db.read(ctx.auth, (r) => getImport(r, importId));
      const rows = await keptRows(ctx.services, sha256);
      const { idempotencyKey } = ctx.input.form;
      const kept = await ctx.services.db.transact(ctx.auth, { verb: 'confirmTable', idempotencyKey }, (w) =>
        confirmTable(w, { importId, rows }),
      );
      return redirect(`${indicatorPaths.import}/${importId}`, {
        flash: { tone: 'success', text: texts[ctx.language].imported(kept.added, kept.corrected) },
      });
    },
    onInvalid: async (ctx, state) => importPage(ctx, await factsOf(ctx, ctx.input.params.id), state),
  }),
];
