import * as z from 'zod';
import { writeCsv, writeXlsx } from '../../../documents/out/index.ts';
import { may } from '../../../domain/access/index.ts';
import { listAssignments } from '../../../domain/assignments/index.ts';
import { listGoals } from '../../../domain/goals/index.ts';
import {
  addMeasure,
  changeMeasurePlan,
  createMeasurePlan,
  getMeasurePlan,
  listMeasurePlans,
  listMeasures,
  measuresOf,
} from '../../../domain/measures/index.ts';
import { listBodies } from '../../../domain/organisation/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { freshForm, type Reader, type RequestContext } from '../../contracts.ts';
import {
  choice,
  idempotencyField,
  idField,
  optionalId,
  optionalText,
  optionalWholeNumber,
  versionField,
  wholeNumber,
} from '../../input.ts';
import { file, redirect } from '../../reply.ts';
import { type Route, route } from '../../route.ts';
import { anId } from '../followup/sample-id.ts';
import { measureFormPage, newPlanPage } from './measure-form-page.ts';
import { measureForm, optionalAmount } from './measure-input.ts';
import { measureListPage } from './measure-list-page.ts';
import { measurePlanPage } from './measure-plan-page.ts';
import { measureSheet } from './measure-sheet.ts';
import { texts } from './texts.ts';

const byId = z.object({ id: idField() });
const ofYear = z.object({ ar: optionalWholeNumber({ minimum: 1990, maximum: 2100 }) });
const planForm = z.object({
  title: optionalText({ maximum: 300 }),
  demanded: optionalAmount(),
  assignmentId: optionalId(),
  idempotencyKey: idempotencyField,
});
const sampleMeasure = {
  title: 'Färre hyrkonsulter',
  kind: 'costReduction',
  responsibleBodyId: anId,
  planned: '600 000',
  plannedFullYear: '1 mkr',
  startsOn: '2026-01-01',
};

/** The measures of a year, the file of them, and action plans: begun, read, changed, and added to. */
export const measurePlanRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/atgarder',
    policy: 'record.read',
    about: 'Visar årets ekonomiska åtgärder med planerad effekt, utfall och prognos per organ och slag.',
    input: { query: ofYear },
    sample: {},
    handler: async (ctx) =>
      measureListPage(ctx, await ctx.services.db.read(ctx.auth, (r) => gatherYear(r, ctx, ctx.input.query.ar))),
  }),
  route({
    method: 'GET',
    path: '/atgarder/fil/:format',
    policy: 'record.read',
    about: 'Lämnar årets ekonomiska åtgärder som fil för kalkylprogram, i hela kronor.',
    input: { params: z.object({ format: choice(['csv', 'xlsx']) }), query: ofYear },
    sample: { params: { format: 'csv' } },
    handler: async (ctx) => {
      const { year, measures } = await ctx.services.db.read(ctx.auth, (r) => gatherYear(r, ctx, ctx.input.query.ar));
      const sheet = measureSheet(ctx, year, measures);
      const { format } = ctx.input.params;
      const name = `ekonomiska-atgarder-${year}.${format}`;
      return format === 'csv'
        ? file({ bytes: writeCsv(sheet), type: 'text/csv; charset=utf-8', name })
        : file({
            bytes: await writeXlsx(sheet),
            type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
            name,
          });
    },
  }),
  route({
    method: 'GET',
    path: '/atgarder/ny-plan',
    policy: 'plan.edit',
    about: 'Visar formuläret där en ekonomisk handlingsplan påbörjas.',
    input: { query: ofYear },
    sample: {},
    handler: async (ctx) => {
      const year = ctx.input.query.ar ?? thisYear(ctx);
      const choices = await ctx.services.db.read(ctx.auth, (r) => gatherChoices(r, ctx, year));
      return newPlanPage(ctx, choices, freshForm({ year: String(year) }));
    },
  }),
  route({
    method: 'POST',
    path: '/atgarder/ny-plan',
    policy: 'plan.edit',
    about: 'Påbörjar ett organs ekonomiska handlingsplan för ett år.',
    input: { form: planForm.extend({ bodyId: idField(), year: wholeNumber({ minimum: 1990, maximum: 2100 }) }) },
    sample: { form: { bodyId: anId, year: '2026', idempotencyKey: 'prov' } },
    handler: async (ctx) => {
      const { idempotencyKey, bodyId, year, title, demanded = null, assignmentId = null } = ctx.input.form;
      const id = await ctx.services.db.transact(ctx.auth, { verb: 'createMeasurePlan', idempotencyKey }, (w) =>
        createMeasurePlan(w, { bodyId, year, demanded, assignmentId, ...(title && { title }) }),
      );
      return redirect(recordAddress('measurePlan', id), {
        flash: { tone: 'success', text: texts[ctx.language].planCreated },
      });
    },
    onInvalid: async (ctx, state) => {
      const typed = Number(state.values.year);
      const year = Number.isInteger(typed) ? typed : thisYear(ctx);
      return newPlanPage(ctx, await ctx.services.db.read(ctx.auth, (r) => gatherChoices(r, ctx, year)), state);
    },
  }),
  route({
    method: 'GET',
    path: '/atgarder/plan/:id',
    policy: 'record.read',
    about: 'Visar en ekonomisk handlingsplan med sina åtgärder, mot vad som krävs.',
    input: { params: byId },
    sample: { params: { id: anId } },
    handler: async (ctx) =>
      measurePlanPage(ctx, await ctx.services.db.read(ctx.auth, (r) => gatherPlan(r, ctx.input.params.id))),
  }),
  route({
    method: 'POST',
    path: '/atgarder/plan/:id',
    policy: 'plan.edit',
    about: 'Sparar namn, krav och uppdrag för en ekonomisk handlingsplan.',
    input: { params: byId, form: planForm.extend({ version: versionField }) },
    sample: { params: { id: anId }, form: { version: '1', idempotencyKey: 'prov' } },
    handler: async (ctx) => {
      const { id: planId } = ctx.input.params;
      const { idempotencyKey, version, title = '', demanded = null, assignmentId = null } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'changeMeasurePlan', idempotencyKey }, (w) =>
        changeMeasurePlan(w, { planId, expectedVersion: version, title, demanded, assignmentId }),
      );
      return redirect(recordAddress('measurePlan', planId), {
        flash: { tone: 'success', text: texts[ctx.language].planSaved },
      });
    },
    onInvalid: async (ctx, state) =>
      measurePlanPage(ctx, await ctx.services.db.read(ctx.auth, (r) => gatherPlan(r, ctx.input.params.id)), state),
  }),
  route({
    method: 'GET',
    path: '/atgarder/plan/:id/ny',
    policy: 'plan.edit',
    about: 'Visar formuläret för en ny åtgärd i planen.',
    input: { params: byId },
    sample: { params: { id: anId } },
    handler: async (ctx) =>
      measureFormPage(ctx, await ctx.services.db.read(ctx.auth, (r) => gatherForm(r, ctx.input.params.id))),
  }),
  route({
    method: 'POST',
    path: '/atgarder/plan/:id/ny',
    policy: 'plan.edit',
    about: 'Lägger till en åtgärd i planen.',
    input: { params: byId, form: measureForm.extend({ idempotencyKey: idempotencyField }) },
    sample: { params: { id: anId }, form: { ...sampleMeasure, idempotencyKey: 'prov' } },
    handler: async (ctx) => {
      const { id: planId } = ctx.input.params;
      const { idempotencyKey, assignmentId = null, goalId = null, description = '', ...fields } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'addMeasure', idempotencyKey }, (w) =>
        addMeasure(w, { planId, ...fields, description, assignmentId, goalId }),
      );
      return redirect(recordAddress('measurePlan', planId), {
        flash: { tone: 'success', text: texts[ctx.language].measureAdded(fields.title) },
      });
    },
    onInvalid: async (ctx, state) =>
      measureFormPage(ctx, await ctx.services.db.read(ctx.auth, (r) => gatherForm(r, ctx.input.params.id)), state),
  }),
];

function thisYear(ctx: RequestContext): number {
  return Number(ctx.services.runtime.today().slice(0, 4));
}

/** The year asked for, or the latest that has a plan, or this one. */
async function gatherYear(r: Reader, ctx: RequestContext, asked: number | undefined) {
  const all = await listMeasurePlans(r);
  const years = [...new Set(all.map((one) => one.year))];
  const year = asked ?? years[0] ?? thisYear(ctx);
  return { year, years, plans: all.filter((one) => one.year === year), measures: await measuresOf(r, { year }) };
}

async function gatherPlan(r: Reader, id: string) {
  const plan = await getMeasurePlan(r, id);
  const { rows } = await listAssignments(r, { year: plan.year, sort: 'oldest', pageSize: 200 });
  return { plan, measures: await listMeasures(r, { planId: id }), assignments: rows };
}

async function gatherForm(r: Reader, id: string) {
  const plan = await getMeasurePlan(r, id);
  return { plan, ...(await gatherMeasureChoices(r, plan.year)) };
}

/** The bodies for which the reader may begin a plan, and the assignments of the year. */
async function gatherChoices(r: Reader, ctx: RequestContext, year: number) {
  const bodies = await listBodies(r);
  const { rows } = await listAssignments(r, { year, sort: 'oldest', pageSize: 200 });
  return {
    bodies: bodies.filter(({ id }) => ctx.actor !== undefined && may(ctx.actor, 'plan.edit', id)),
    assignments: rows,
  };
}

/** What a measure may be tied to: any body carries it out, any assignment of the year, any goal. */
export async function gatherMeasureChoices(r: Reader, year: number) {
  const { rows } = await listAssignments(r, { year, sort: 'oldest', pageSize: 200 });
  return { bodies: await listBodies(r), assignments: rows, goals: await listGoals(r) };
}
