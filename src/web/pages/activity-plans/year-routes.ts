import * as z from 'zod';
import { writeDocument } from '../../../documents/out/index.ts';
import { type Actor, may } from '../../../domain/access/index.ts';
import {
  bringOverMissed,
  continueActivityYear,
  getActivityYear,
  untakenItems,
} from '../../../domain/meetings/index.ts';
import { hasSeats, listBodies } from '../../../domain/organisation/index.ts';
import {
  activityPlanDocument,
  createActivityPlan,
  getActivityPlan,
  getPrintedPlan,
  keepActivityPlanVersion,
  listActivityPlanVersions,
  planChanges,
} from '../../../domain/plans/index.ts';
import { yearOf } from '../../../kernel/civil-date.ts';
import { AppError } from '../../../kernel/errors.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { documentView } from '../../components/document-view/document-view.ts';
import { type FormState, freshForm } from '../../contracts.ts';
import { idempotencyField, idField, optionalWholeNumber, wholeNumber } from '../../input.ts';
import { file, redirect } from '../../reply.ts';
import { type HandlerContext, type Route, route } from '../../route.ts';
import { readActivityPlan, requireOwnPlan } from './activity-plan-facts.ts';
import { activityPlanPage } from './activity-plan-page.ts';
import { planListPath } from './plan-paths.ts';
import { texts } from './texts.ts';
import { keepForm, keepVersionPage, newPlanForm, newPlanPage, nextYearPage, versionPage } from './year-pages.ts';

const anId = '00000000-0000-4000-8000-000000000000';
const path = `${planListPath}/:id` as const;
const byPlan = z.object({ id: idField() });
const formats = ['pdf', 'docx'] as const;

/** A plan as a whole: begun, kept as versions, printed, asked what it never took up, and continued into the next year. */
export const yearRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: `${planListPath}/ny`,
    policy: 'plan.edit',
    about: 'Visar formuläret för en ny aktivitetsplan.',
    sample: {},
    handler: async (ctx) => {
      const year = yearOf(ctx.services.runtime.today()) + 1;
      return newPlanPage(ctx, await bodiesFor(ctx), freshForm({ year: String(year), title: `Aktivitetsplan ${year}` }));
    },
  }),
  route({
    method: 'POST',
    path: `${planListPath}/ny`,
    policy: 'plan.edit',
    about: 'Skapar en aktivitetsplan för ett organ och ett år.',
    input: { form: newPlanForm },
    sample: { form: { bodyId: anId, year: '2027', title: 'Aktivitetsplan 2027', idempotencyKey: 'exempel' } },
    handler: async (ctx) => {
      const { idempotencyKey, ...fields } = ctx.input.form;
      const id = await ctx.services.db.transact(ctx.auth, { verb: 'createActivityPlan', idempotencyKey }, (w) =>
        createActivityPlan(w, fields),
      );
      const text = texts[ctx.language].created;
      return redirect(recordAddress('activityPlan', id), { flash: { tone: 'success', text } });
    },
    onInvalid: async (ctx, state) => newPlanPage(ctx, await bodiesFor(ctx), state),
  }),
  ...formats.map((format) =>
    route({
      method: 'GET',
      path: `${path}/aktivitetsplan.${format}`,
      policy: 'record.read',
      about: `Lämnar aktivitetsplanen, eller en version av den, som ${format.toUpperCase()}.`,
      input: { params: byPlan, query: z.object({ version: optionalWholeNumber({ minimum: 1, maximum: 10_000 }) }) },
      sample: { params: { id: anId } },
      handler: async (ctx) => {
        const printed = await ctx.services.db.read(ctx.auth, (r) =>
          getPrintedPlan(r, ctx.input.params.id, ctx.input.query.version),
        );
        const { bytes, mediaType, extension } = await writeDocument(activityPlanDocument(printed), format);
        const version = printed.number === null ? 'utkast' : `version-${printed.number}`;
        return file({ bytes, type: mediaType, name: `aktivitetsplan-${printed.content.year}-${version}.${extension}` });
      },
    }),
  ),
  route({
    method: 'GET',
    path: `${path}/versioner/ny`,
    policy: 'plan.edit',
    about: 'Visar formuläret där en version av aktivitetsplanen fastställs.',
    input: { params: byPlan },
    sample: { params: { id: anId } },
    handler: async (ctx) =>
      keepVersionPage(ctx, await ownPlan(ctx), freshForm({ datedOn: ctx.services.runtime.today() })),
  }),
  route({
    method: 'POST',
    path: `${path}/versioner/ny`,
    policy: 'plan.edit',
    about: 'Fastställer aktivitetsplanen som den står som en numrerad version.',
    input: { params: byPlan, form: keepForm },
    sample: { params: { id: anId }, form: { datedOn: '2026-10-23', version: '0', idempotencyKey: 'exempel' } },
    handler: async (ctx) => {
      const { id } = ctx.input.params;
      const { datedOn, note, version, idempotencyKey } = ctx.input.form;
      const number = await ctx.services.db.transact(
        ctx.auth,
        { verb: 'keepActivityPlanVersion', idempotencyKey },
        (w) => keepActivityPlanVersion(w, { activityPlanId: id, expectedNumber: version, datedOn, note: note ?? null }),
      );
      const text = texts[ctx.language].kept(number);
      return redirect(recordAddress('activityPlan', id), { flash: { tone: 'success', text } });
    },
    onInvalid: async (ctx, state) => keepVersionPage(ctx, await ownPlan(ctx), state),
  }),
  route({
    method: 'GET',
    path: `${path}/versioner/:nummer`,
    policy: 'record.read',
    about: 'Visar en version av aktivitetsplanen och vad som ändrades sedan den förra.',
    input: { params: byPlan.extend({ nummer: wholeNumber({ minimum: 1, maximum: 10_000 }) }) },
    sample: { params: { id: anId, nummer: '1' } },
    handler: async (ctx) => {
      const { id, nummer } = ctx.input.params;
      const { plan, versions, printed } = await ctx.services.db.read(ctx.auth, async (r) => ({
        plan: await getActivityPlan(r, id),
        versions: await listActivityPlanVersions(r, id),
        printed: await getPrintedPlan(r, id, nummer),
      }));
      const version = versions.find(({ number }) => number === nummer);
      if (!version) throw new AppError('record.notFound');
      const before = versions.find(({ number }) => number === nummer - 1);
      const changes = before ? planChanges(before.content, version.content) : null;
      return versionPage(ctx, plan, version, changes, documentView(activityPlanDocument(printed)));
    },
  }),
  route({
    method: 'GET',
    path: `${path}/nasta-ar`,
    policy: 'plan.edit',
    about: 'Frågar om nästa års aktivitetsplan ska skapas av den här.',
    input: { params: byPlan },
    sample: { params: { id: anId } },
    handler: async (ctx) => await nextYear(ctx),
  }),
  route({
    method: 'POST',
    path: `${path}/nasta-ar`,
    policy: 'plan.edit',
    about: 'Skapar nästa års aktivitetsplan av den här, med det som aldrig togs upp bland förslagen.',
    input: { params: byPlan, form: z.object({ idempotencyKey: idempotencyField }) },
    sample: { params: { id: anId }, form: { idempotencyKey: 'exempel' } },
    handler: async (ctx) => {
      const { id } = ctx.input.params;
      const { idempotencyKey } = ctx.input.form;
      const nextId = await ctx.services.db.transact(ctx.auth, { verb: 'continueActivityPlan', idempotencyKey }, (w) =>
        continueActivityYear(w, id),
      );
      const text = texts[ctx.language].continued;
      return redirect(recordAddress('activityPlan', nextId), { flash: { tone: 'success', text } });
    },
    onInvalid: async (ctx, state) => await nextYear(ctx, state),
  }),
  route({
    method: 'POST',
    path: `${path}/hamta-ej-upptaget`,
    policy: 'plan.edit',
    about:
      'Hämtar det som förra årets plan inte tog upp till förslagen i den här; det som redan är hämtat hämtas inte igen.',
    input: { params: byPlan, form: z.object({ idempotencyKey: idempotencyField }) },
    sample: { params: { id: anId }, form: { idempotencyKey: 'exempel' } },
    handler: async (ctx) => {
      const { id } = ctx.input.params;
      const { idempotencyKey } = ctx.input.form;
      const count = await ctx.services.db.transact(ctx.auth, { verb: 'bringOverMissed', idempotencyKey }, (w) =>
        bringOverMissed(w, id),
      );
      const text = texts[ctx.language].broughtOver(count);
      return redirect(recordAddress('activityPlan', id), { flash: { tone: 'success', text } });
    },
    onInvalid: async (ctx) => {
      const { db, runtime } = ctx.services;
      return activityPlanPage(
        ctx,
        await db.read(ctx.auth, (r) => readActivityPlan(r, ctx.input.params.id, runtime.today())),
      );
    },
  }),
];

type OfPlan = Pick<HandlerContext<'plan.edit' | 'record.read'>, 'services' | 'auth' | 'actor'> & {
  readonly input: { readonly params: { readonly id: string } };
};

async function ownPlan(ctx: OfPlan) {
  const plan = await ctx.services.db.read(ctx.auth, (r) => getActivityPlan(r, ctx.input.params.id));
  requireOwnPlan(ctx.actor, plan);
  return plan;
}

async function bodiesFor({ services, auth, actor }: HandlerContext<'plan.edit'>) {
  const bodies = await services.db.read(auth, (r) => listBodies(r));
  return bodies.filter(({ id, kind }) => hasSeats(kind) && may(actor as Actor, 'plan.edit', id));
}

async function nextYear(ctx: HandlerContext<'plan.edit'> & OfPlan, state?: FormState) {
  await ownPlan(ctx);
  const year = await ctx.services.db.read(ctx.auth, (r) => getActivityYear(r, ctx.input.params.id));
  return nextYearPage(ctx, year.plan, untakenItems(year, ctx.services.runtime.today()).length, state);
}
