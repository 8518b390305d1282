import * as z from 'zod';
import { writeDocument } from '../../../documents/out/index.ts';
import { type DeviationKind, deviationKindCodes, listDeviationPrincipals } from '../../../domain/deviations/index.ts';
import {
  addGoalArea,
  changeGoalArea,
  getAreaSurface,
  getGoalArea,
  goalAreaDocument,
  listAreaSurfaces,
  setAreaResponsible,
} from '../../../domain/goalareas/index.ts';
import { authorityOf } from '../../../domain/inputs/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import type { FormState, Reader, RequestContext } from '../../contracts.ts';
import {
  choice,
  idempotencyField,
  idField,
  manyOf,
  optionalText,
  optionalWholeNumber,
  text,
  versionField,
} from '../../input.ts';
import { file, redirect } from '../../reply.ts';
import { type Route, route } from '../../route.ts';
import { anId } from '../followup/sample-id.ts';
import { goalAreaChoiceRoutes } from './choose-routes.ts';
import { goalAreaFormPage } from './goal-area-form-page.ts';
import { goalAreaListPage } from './goal-area-list-page.ts';
import { goalAreaPage } from './goal-area-page.ts';
import { areasHref } from './goal-area-view.ts';
import { whenOf } from './shown-year.ts';
import { texts } from './texts.ts';

type Some<T> = readonly [T, ...T[]];
const byId = z.object({ id: idField() });
const ofYear = z.object({ ar: optionalWholeNumber({ minimum: 2000, maximum: 2100 }) });
const once = { idempotencyKey: idempotencyField };
const own = `${areasHref}/:id` as const;
const sample = { params: { id: anId } };
const fields = {
  name: text({ maximum: 200 }),
  description: optionalText({ maximum: 2_000 }),
  deviationKinds: manyOf(choice(deviationKindCodes as Some<DeviationKind>)),
};

/** The goal areas of the common follow-up: all, one, and what is shown in it. Fixed words come before ids. */
export const goalAreaRoutes: readonly Route[] = [
  ...goalAreaChoiceRoutes,
  route({
    method: 'GET',
    path: areasHref,
    policy: 'record.read',
    about: 'Visar målområdena ett år: tal med utveckling, vad som pågår och vad som är försenat.',
    input: { query: ofYear },
    sample: {},
    handler: async (ctx) => {
      const when = whenOf(ctx, ctx.input.query.ar);
      const surfaces = await ctx.services.db.read(ctx.auth, (r) => listAreaSurfaces(r, when));
      return goalAreaListPage(ctx, { surfaces, year: when.year });
    },
  }),
  route({
    method: 'GET',
    path: `${areasHref}/ny`,
    policy: 'goalArea.edit',
    about: 'Visar formuläret där ett målområde läggs till.',
    sample: {},
    handler: (ctx) => goalAreaFormPage(ctx),
  }),
  route({
    method: 'POST',
    path: `${areasHref}/ny`,
    policy: 'goalArea.edit',
    about: 'Lägger till ett målområde.',
    input: { form: z.object({ ...fields, ...once }) },
    sample: { form: { name: 'Prov', idempotencyKey: 'prov' } },
    handler: async (ctx) => {
      const { idempotencyKey, ...given } = ctx.input.form;
      const id = await ctx.services.db.transact(ctx.auth, { verb: 'addGoalArea', idempotencyKey }, (w) =>
        addGoalArea(w, given),
      );
      return done(recordAddress('goalArea', id), texts[ctx.language].added);
    },
    onInvalid: (ctx, state) => goalAreaFormPage(ctx, undefined, state),
  }),
  route({
    method: 'GET',
    path: own,
    policy: 'record.read',
    about: 'Visar ett målområde: tal, insatser, överenskommelser, lärande, avvikelser och ansvariga.',
    input: { params: byId, query: ofYear },
    sample,
    handler: (ctx) => areaPage(ctx, ctx.input.params.id, ctx.input.query.ar),
  }),
  route({
    method: 'GET',
    path: `${own}/fil/:format`,
    policy: 'record.read',
    about: 'Lämnar ett målområde som dokument.',
    input: { params: byId.extend({ format: choice(['pdf', 'docx', 'html']) }), query: ofYear },
    sample: { params: { id: anId, format: 'pdf' } },
    handler: async (ctx) => {
      const { id, format } = ctx.input.params;
      const { year, today } = whenOf(ctx, ctx.input.query.ar);
      const tree = await ctx.services.db.read(ctx.auth, async (r) =>
        goalAreaDocument(await getAreaSurface(r, id, { year, today }), {
          year,
          authority: await authorityOf(r),
          date: today,
        }),
      );
      const { bytes, mediaType, extension } = await writeDocument(tree, format);
      return file({ bytes, type: mediaType, name: `malomrade-${year}.${extension}` });
    },
  }),
  route({
    method: 'GET',
    path: `${own}/andra`,
    policy: 'goalArea.edit',
    about: 'Visar formuläret där ett målområde ändras.',
    input: { params: byId },
    sample,
    handler: (ctx) => changePage(ctx, ctx.input.params.id),
  }),
  route({
    method: 'POST',
    path: `${own}/andra`,
    policy: 'goalArea.edit',
    about: 'Sparar ett ändrat målområde.',
    input: { params: byId, form: z.object({ ...fields, version: versionField, ...once }) },
    sample: { ...sample, form: { name: 'Prov', version: '1', idempotencyKey: 'prov' } },
    handler: async (ctx) => {
      const { id: areaId } = ctx.input.params;
      const { idempotencyKey, version, ...given } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'changeGoalArea', idempotencyKey }, (w) =>
        changeGoalArea(w, { areaId, expectedVersion: version, ...given }),
      );
      return done(recordAddress('goalArea', areaId), texts[ctx.language].saved);
    },
    onInvalid: (ctx, state) => changePage(ctx, ctx.input.params.id, state),
  }),
  route({
    method: 'POST',
    path: `${own}/ansvarig`,
    policy: 'goalArea.edit',
    about: 'Sparar vilken funktion som ansvarar för ett målområde hos en huvudman.',
    input: {
      params: byId,
      form: z.object({ bodyId: idField(), functionTitle: optionalText({ maximum: 200 }), ...once }),
    },
    sample: { ...sample, form: { bodyId: anId, functionTitle: 'Prov', idempotencyKey: 'prov' } },
    handler: async (ctx) => {
      const { id: areaId } = ctx.input.params;
      const { idempotencyKey, bodyId, functionTitle = '' } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'setAreaResponsible', idempotencyKey }, (w) =>
        setAreaResponsible(w, { areaId, bodyId, functionTitle }),
      );
      return done(recordAddress('goalArea', areaId), texts[ctx.language].responsibleSaved);
    },
    onInvalid: (ctx, state) => areaPage(ctx, ctx.input.params.id, undefined, state),
  }),
];

type ReadingContext = RequestContext & { readonly auth: Parameters<RequestContext['services']['db']['read']>[0] };

async function areaPage(ctx: ReadingContext, id: string, chosen?: number, sent?: FormState) {
  const when = whenOf(ctx, chosen);
  const facts = await ctx.services.db.read(ctx.auth, async (given) => {
    const r = given as Reader;
    return { surface: await getAreaSurface(r, id, when), principals: await listDeviationPrincipals(r) };
  });
  return goalAreaPage(ctx, { ...facts, year: when.year }, sent);
}

async function changePage(ctx: ReadingContext, id: string, state?: FormState) {
  const area = await ctx.services.db.read(ctx.auth, (r) => getGoalArea(r as Reader, id));
  return goalAreaFormPage(ctx, area, state);
}

function done(href: string, said: string) {
  return redirect(href, { flash: { tone: 'success', text: said } });
}
