import * as z from 'zod';
import {
  correctValue,
  dimensionsOf,
  getSeries,
  getValue,
  keepValues,
  type MissingReason,
  missingReasons,
  type NewValue,
  readFigure,
  type Sex,
  sexes,
} from '../../../domain/indicators/index.ts';
import { listPrincipals } from '../../../domain/releases/index.ts';
import type { Problem } from '../../../kernel/problem.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { refuseProblems } from '../../../kernel/refuse-problems.ts';
import type { Reader } from '../../contracts.ts';
import {
  checkbox,
  choice,
  idempotencyField,
  idField,
  optionalChoice,
  optionalText,
  text,
  versionField,
} from '../../input.ts';
import { redirect } from '../../reply.ts';
import { type Route, route } from '../../route.ts';
import { anId } from '../followup/sample-id.ts';
import { asOfField, optionalFigure } from './fields.ts';
import { correctFormPage } from './form-pages.ts';
import { texts } from './texts.ts';
import { placeField, valuesPage } from './values-page.ts';

const byId = z.object({ id: idField() });
const params = { id: anId };
const missingCodes = Object.keys(missingReasons) as [MissingReason, ...MissingReason[]];

/** The whole first, then every place that the indicator has or that a principal is. */
async function placesOf(r: Reader, id: string) {
  const { indicator } = await getSeries(r, id, { limit: 0 });
  const { places } = await dimensionsOf(r, id);
  const principals = (await listPrincipals(r)).map(({ name }) => name);
  const own = new Set([...places, ...principals].filter((place) => place !== ''));
  return { indicator, places: ['', ...[...own].toSorted((a, b) => a.localeCompare(b, 'sv'))] };
}

/** Entering values, one place or all at once, and correcting one of them. */
export const indicatorValueRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/indikatorer/varde/:id/ratta',
    policy: 'indicator.edit',
    about: 'Visar formuläret där ett värde rättas.',
    input: { params: byId },
    sample: { params },
    handler: async (ctx) =>
      correctFormPage(ctx, await ctx.services.db.read(ctx.auth, (r) => getValue(r, ctx.input.params.id))),
  }),
  route({
    method: 'POST',
    path: '/indikatorer/varde/:id/ratta',
    policy: 'indicator.edit',
    about: 'Rättar ett värde med skäl; det tidigare bevaras.',
    input: {
      params: byId,
      form: z.object({
        value: optionalFigure(),
        missing: optionalChoice(missingCodes),
        qualifier: optionalText({ maximum: 60 }),
        preliminary: checkbox(),
        note: optionalText({ maximum: 1_000 }),
        reason: text({ maximum: 1_000 }),
        version: versionField,
        idempotencyKey: idempotencyField,
      }),
    },
    sample: { params, form: { value: '5', reason: 'Räknefel', version: '1', idempotencyKey: 'prov' } },
    handler: async (ctx) => {
      const { idempotencyKey, version, value, missing, qualifier, note, ...fields } = ctx.input.form;
      const valueId = ctx.input.params.id;
      const corrected = await ctx.services.db.transact(
        ctx.auth,
        { verb: 'correctValue', idempotencyKey },
        async (w) => {
          const id = await correctValue(w, {
            ...fields,
            ...{ valueId, expectedVersion: version, value: value ?? null, missing: missing ?? null },
            ...{ qualifier: qualifier ?? null, note: note ?? null },
          });
          return { id, indicatorId: (await getValue(w, id)).indicator.id };
        },
      );
      return redirect(recordAddress('indicatorValue', corrected.id, corrected.indicatorId), {
        flash: { tone: 'success', text: texts[ctx.language].correctedFlash },
      });
    },
    onInvalid: async (ctx, state) =>
      correctFormPage(ctx, await ctx.services.db.read(ctx.auth, (r) => getValue(r, ctx.input.params.id)), state),
  }),
  route({
    method: 'GET',
    path: '/indikatorer/:id/varden',
    policy: 'indicator.edit',
    about: 'Visar formuläret där värden matas in för hela och för varje plats.',
    input: { params: byId },
    sample: { params },
    handler: async (ctx) =>
      valuesPage(ctx, await ctx.services.db.read(ctx.auth, (r) => placesOf(r, ctx.input.params.id))),
  }),
  route({
    method: 'POST',
    path: '/indikatorer/:id/varden',
    policy: 'indicator.edit',
    about: 'Sparar värden för en tid, för hela och för varje plats.',
    input: {
      params: byId,
      form: z
        .object({
          asOf: asOfField(),
          sex: choice(Object.keys(sexes) as [Sex, ...Sex[]]),
          ageGroup: optionalText({ maximum: 60 }),
          preliminary: checkbox(),
          comparable: checkbox(),
          note: optionalText({ maximum: 1_000 }),
          reason: optionalText({ maximum: 1_000 }),
          idempotencyKey: idempotencyField,
        })
        .catchall(optionalText({ maximum: 60 })),
    },
    sample: { params, form: { asOf: '2025', sex: 'all', v0: '5', idempotencyKey: 'prov' } },
    handler: async (ctx) => {
      const indicatorId = ctx.input.params.id;
      const { form } = ctx.input;
      const { asOf, sex, ageGroup = '', preliminary, comparable, note, reason, idempotencyKey } = form;
      const { places } = await ctx.services.db.read(ctx.auth, (r) => placesOf(r, indicatorId));
      const { values, problems } = readGrid(places, (name) => (form as Record<string, unknown>)[name]);
      refuseProblems(problems);
      const shared = {
        indicatorId,
        asOf,
        sex,
        ageGroup,
        preliminary,
        comparable: comparable || null,
        note: note ?? null,
      };
      const kept = await ctx.services.db.transact(ctx.auth, { verb: 'keepValues', idempotencyKey }, (w) =>
        keepValues(w, {
          values: values.map((one) => ({ ...shared, ...one })),
          origin: 'measured',
          ...(reason !== undefined && { correctionReason: reason }),
        }),
      );
      return redirect(recordAddress('indicator', indicatorId), {
        flash: { tone: 'success', text: texts[ctx.language].valuesSaved(kept.added, kept.corrected, kept.unchanged) },
      });
    },
    onInvalid: async (ctx, state) =>
      valuesPage(ctx, await ctx.services.db.read(ctx.auth, (r) => placesOf(r, ctx.input.params.id)), state),
  }),
];

type GridValue = Pick<NewValue, 'place' | 'value' | 'missing' | 'qualifier'> & { readonly place: string };

function readGrid(
  places: readonly string[],
  typed: (name: string) => unknown,
): { readonly values: readonly GridValue[]; readonly problems: readonly Problem[] } {
  const values: GridValue[] = [];
  const problems: Problem[] = [];
  places.forEach((place, index) => {
    const written = typed(placeField(index));
    const read = readFigure(typeof written === 'string' ? written : '');
    if (read.kind === 'unreadable') problems.push({ path: placeField(index), key: 'indicators.figure' });
    if (read.kind === 'value') values.push({ place, value: read.value, qualifier: read.qualifier, missing: null });
    if (read.kind === 'missing') values.push({ place, value: null, missing: read.missing, qualifier: null });
  });
  if (values.length === 0 && problems.length === 0)
    problems.push({ path: placeField(0), key: 'indicators.nothingEntered' });
  return { values, problems };
}
