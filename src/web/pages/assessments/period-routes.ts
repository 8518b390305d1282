import * as z from 'zod';
import { authorize, may } from '../../../domain/access/index.ts';
import {
  askPerformers,
  changePeriod,
  closePeriod,
  contributionsOf,
  getPeriod,
  listPeriods,
  makePeriod,
  remindContributors,
  reopenPeriod,
  usualContributionsDue,
} from '../../../domain/assessments/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import type { FormState, RequestContext } from '../../contracts.ts';
import {
  choice,
  civilDateField,
  idempotencyField,
  idField,
  optionalCivilDate,
  optionalText,
  versionField,
  wholeNumber,
} from '../../input.ts';
import { redirect } from '../../reply.ts';
import { type HandlerContext, type Route, route } from '../../route.ts';
import {
  changePeriodPage,
  newPeriodPage,
  periodListPage,
  periodPage,
  periodsPath,
  usualPeriod,
} from './period-pages.ts';
import { texts } from './texts.ts';

const anId = '00000000-0000-4000-8000-000000000000';
const byId = z.object({ id: idField() });
const days = {
  endsOn: civilDateField(),
  contributionsDueOn: optionalCivilDate(),
  deadline: optionalCivilDate(),
  name: optionalText({ maximum: 200 }),
};
const daySample = { endsOn: '2026-08-31', idempotencyKey: 'prov' };
const bare = z.object({ idempotencyKey: idempotencyField });

/** The periods of follow-up: entered, changed, asked in, closed and opened again. */
export const periodRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: periodsPath,
    policy: 'record.read',
    about: 'Visar uppföljningens perioder med sina dagar.',
    sample: {},
    handler: async (ctx) =>
      periodListPage(ctx, await ctx.services.db.read(ctx.auth, (r) => listPeriods(r)), mayKeepPeriods(ctx)),
  }),
  route({
    method: 'GET',
    path: `${periodsPath}/ny`,
    policy: 'period.edit',
    about: 'Visar formuläret där en period läggs in.',
    sample: {},
    handler: async (ctx) => {
      const year = Number(ctx.services.runtime.today().slice(0, 4));
      return newPeriodPage(ctx, usualPeriod(year, await ctx.services.db.read(ctx.auth, (r) => listPeriods(r))));
    },
  }),
  route({
    method: 'POST',
    path: `${periodsPath}/ny`,
    policy: 'period.edit',
    about: 'Lägger in en period.',
    input: {
      form: z.object({
        year: wholeNumber({ minimum: 1990, maximum: 2100 }),
        kind: choice(['interim', 'annual']),
        ...days,
        idempotencyKey: idempotencyField,
      }),
    },
    sample: { form: { year: '2026', kind: 'interim', ...daySample } },
    handler: async (ctx) => {
      const { idempotencyKey, contributionsDueOn, deadline, name, ...input } = ctx.input.form;
      const id = await ctx.services.db.transact(ctx.auth, { verb: 'makePeriod', idempotencyKey }, (w) =>
        makePeriod(w, {
          ...input,
          contributionsDueOn: contributionsDueOn ?? usualContributionsDue(input.endsOn),
          deadline: deadline ?? null,
          ...(name && { name }),
        }),
      );
      return back(id, texts[ctx.language].made);
    },
    onInvalid: (ctx, state) => newPeriodPage(ctx, state),
  }),
  route({
    method: 'GET',
    path: `${periodsPath}/:id`,
    policy: 'record.read',
    about: 'Visar en period, hur långt bidragen kommit och vad som kan göras med den.',
    input: { params: byId },
    sample: { params: { id: anId } },
    handler: async (ctx) => await shown(ctx, ctx.auth, ctx.input.params.id),
  }),
  route({
    method: 'GET',
    path: `${periodsPath}/:id/andra`,
    policy: 'period.edit',
    about: 'Visar formuläret där en periods dagar ändras.',
    input: { params: byId },
    sample: { params: { id: anId } },
    handler: async (ctx) =>
      changePeriodPage(ctx, await ctx.services.db.read(ctx.auth, (r) => getPeriod(r, ctx.input.params.id))),
  }),
  route({
    method: 'POST',
    path: `${periodsPath}/:id/andra`,
    policy: 'period.edit',
    about: 'Ändrar en öppen periods dagar.',
    input: { params: byId, form: z.object({ ...days, version: versionField, idempotencyKey: idempotencyField }) },
    sample: { params: { id: anId }, form: { ...daySample, version: '1' } },
    handler: async (ctx) => {
      const { id } = ctx.input.params;
      const { idempotencyKey, version, contributionsDueOn, deadline, name, endsOn } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'changePeriod', idempotencyKey }, (w) =>
        changePeriod(w, {
          periodId: id,
          expectedVersion: version,
          endsOn,
          contributionsDueOn: contributionsDueOn ?? usualContributionsDue(endsOn),
          deadline: deadline ?? null,
          ...(name && { name }),
        }),
      );
      return back(id, texts[ctx.language].changed);
    },
    onInvalid: async (ctx, state) =>
      changePeriodPage(ctx, await ctx.services.db.read(ctx.auth, (r) => getPeriod(r, ctx.input.params.id)), state),
  }),
  route({
    method: 'POST',
    path: `${periodsPath}/:id/begar-in`,
    policy: 'period.edit',
    about: 'Begär in lägesbilder av årets alla utförare på en gång.',
    input: { params: byId, form: bare },
    sample: { params: { id: anId }, form: { idempotencyKey: 'prov' } },
    handler: async (ctx) => {
      const { id } = ctx.input.params;
      const { idempotencyKey } = ctx.input.form;
      const { asked, already } = await ctx.services.db.transact(
        ctx.auth,
        { verb: 'askPerformers', idempotencyKey },
        (w) => askPerformers(w, { periodId: id }),
      );
      return back(id, texts[ctx.language].askedAll(asked, already));
    },
    onInvalid: (ctx, state) => shown(ctx, ctx.auth, ctx.input.params.id, state),
  }),
  route({
    method: 'POST',
    path: `${periodsPath}/:id/paminn`,
    policy: 'period.edit',
    about: 'Påminner dem som är sena och inte redan är påminda i dag.',
    input: { params: byId, form: bare },
    sample: { params: { id: anId }, form: { idempotencyKey: 'prov' } },
    handler: async (ctx) => {
      const { id } = ctx.input.params;
      const { idempotencyKey } = ctx.input.form;
      const { letters, contributions, unreachable } = await ctx.services.db.transact(
        ctx.auth,
        { verb: 'remindContributors', idempotencyKey },
        (w) => remindContributors(w, { periodId: id }),
      );
      const t = texts[ctx.language];
      return back(
        id,
        letters + unreachable === 0 ? t.remindedNobody : t.remindedNow(letters, contributions, unreachable),
      );
    },
    onInvalid: (ctx, state) => shown(ctx, ctx.auth, ctx.input.params.id, state),
  }),
  route({
    method: 'POST',
    path: `${periodsPath}/:id/stang`,
    policy: 'period.edit',
    about: 'Stänger en period: det som sagts i den ändras inte.',
    input: { params: byId, form: z.object({ version: versionField, idempotencyKey: idempotencyField }) },
    sample: { params: { id: anId }, form: { version: '1', idempotencyKey: 'prov' } },
    handler: async (ctx) => {
      const { id } = ctx.input.params;
      const { version: expectedVersion, idempotencyKey } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'closePeriod', idempotencyKey }, (w) =>
        closePeriod(w, { periodId: id, expectedVersion }),
      );
      return back(id, texts[ctx.language].closedNow);
    },
    onInvalid: (ctx, state) => shown(ctx, ctx.auth, ctx.input.params.id, state),
  }),
  route({
    method: 'POST',
    path: `${periodsPath}/:id/oppna`,
    policy: 'period.edit',
    about: 'Öppnar en stängd period igen, med skäl.',
    input: {
      params: byId,
      form: z.object({
        reason: optionalText({ maximum: 500 }),
        version: versionField,
        idempotencyKey: idempotencyField,
      }),
    },
    sample: { params: { id: anId }, form: { reason: 'Prov', version: '1', idempotencyKey: 'prov' } },
    handler: async (ctx) => {
      const { id } = ctx.input.params;
      const { version: expectedVersion, reason = '', idempotencyKey } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'reopenPeriod', idempotencyKey }, (w) =>
        reopenPeriod(w, { periodId: id, expectedVersion, reason }),
      );
      return back(id, texts[ctx.language].reopenedNow);
    },
    onInvalid: (ctx, state) => shown(ctx, ctx.auth, ctx.input.params.id, state),
  }),
];

/** A period is of all bodies: only who may for all of them keeps it. */
function mayKeepPeriods({ actor }: Pick<RequestContext, 'actor'>): boolean {
  return actor !== undefined && may(actor, 'period.edit') && authorize(actor, 'period.edit').bodies === 'all';
}

function back(id: string, text: string) {
  return redirect(recordAddress('period', id), { flash: { tone: 'success', text } });
}

async function shown(
  ctx: RequestContext,
  auth: HandlerContext<'record.read' | 'period.edit'>['auth'],
  id: string,
  sent?: FormState,
) {
  const facts = await ctx.services.db.read(auth, async (r) => ({
    period: await getPeriod(r, id),
    contributions: await contributionsOf(r, { periodId: id }),
  }));
  return periodPage(ctx, { ...facts, mayKeep: mayKeepPeriods(ctx) }, sent);
}
