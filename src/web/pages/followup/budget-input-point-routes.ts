import * as z from 'zod';
import {
  editPoint,
  findingsFor,
  getBudgetInput,
  movePoint,
  pointIn,
  removePoint,
  writePoint,
  writePointsFromFindings,
} from '../../../domain/inputs/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import type { FormState } from '../../contracts.ts';
import {
  choice,
  idempotencyField,
  idField,
  manyOf,
  optionalId,
  optionalText,
  text,
  versionField,
} from '../../input.ts';
import { redirect } from '../../reply.ts';
import { type InvalidContext, type Route, type RouteInput, route } from '../../route.ts';
import { gatherInput, pointChoices } from './budget-input-facts.ts';
import { findingsPage, pointPage } from './budget-input-forms.ts';
import { requireInputRight } from './budget-input-look.ts';
import { budgetInputPage } from './budget-input-page.ts';
import { inputTexts } from './budget-input-texts.ts';
import { anId } from './sample-id.ts';

const params = z.object({ id: idField() });
const pointParams = z.object({ id: idField(), punkt: idField() });
const sample = { params: { id: anId } };
const pointSample = { params: { id: anId, punkt: anId } };
const once = { version: versionField, idempotencyKey: idempotencyField };
const onceSample = { version: '1', idempotencyKey: 'prov' };
const pointForm = z.object({
  ...once,
  headline: text({ maximum: 600 }),
  reasoning: optionalText({ maximum: 10_000 }),
  goalId: optionalId(),
  aboutAssignmentId: optionalId(),
});

/** The points of an input: written from findings or by hand, changed, moved and taken out. */
export const budgetInputPointRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/uppfoljning/inspel/:id/fynd',
    policy: 'report.edit',
    about: 'Visar vad årets uppföljning har funnit och som kan bli punkter i inspelet.',
    input: { params },
    sample,
    handler: (ctx) => showFindings(ctx),
  }),
  route({
    method: 'POST',
    path: '/uppfoljning/inspel/:id/fynd',
    policy: 'report.edit',
    about: 'Skriver utkast till punkter från valda fynd.',
    input: { params, form: z.object({ ...once, keys: manyOf(text({ maximum: 100 }), { minimum: 1 }) }) },
    sample: { ...sample, form: { ...onceSample, keys: 'paused x' } },
    handler: async (ctx) => {
      const { id: inputId } = ctx.input.params;
      const { version, idempotencyKey, keys } = ctx.input.form;
      const count = await ctx.services.db.transact(ctx.auth, { verb: 'writePointsFromFindings', idempotencyKey }, (w) =>
        writePointsFromFindings(w, { inputId, expectedVersion: version, keys }),
      );
      return redirect(recordAddress('budgetInput', inputId), {
        flash: { tone: 'success', text: inputTexts[ctx.language].findingsDone(count) },
      });
    },
    onInvalid: (ctx, state) => showFindings(ctx, state),
  }),
  route({
    method: 'GET',
    path: '/uppfoljning/inspel/:id/punkt/ny',
    policy: 'report.edit',
    about: 'Visar formuläret för en ny punkt i ett inspel.',
    input: { params },
    sample,
    handler: (ctx) => showPoint(ctx, null),
  }),
  route({
    method: 'POST',
    path: '/uppfoljning/inspel/:id/punkt/ny',
    policy: 'report.edit',
    about: 'Lägger till en punkt i ett inspel.',
    input: { params, form: pointForm },
    sample: { ...sample, form: { ...onceSample, headline: 'Traumasjukvården bör prioriteras.' } },
    handler: async (ctx) => {
      const { id: inputId } = ctx.input.params;
      const { version, idempotencyKey, reasoning = '', ...fields } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'writePoint', idempotencyKey }, (w) =>
        writePoint(w, { inputId, expectedVersion: version, reasoning, ...known(fields) }),
      );
      return saved(ctx.language, inputId);
    },
    onInvalid: (ctx, state) => showPoint(ctx, null, state),
  }),
  route({
    method: 'GET',
    path: '/uppfoljning/inspel/:id/punkt/:punkt',
    policy: 'report.edit',
    about: 'Visar formuläret för en punkt i ett inspel, med fyndet den skrevs från.',
    input: { params: pointParams },
    sample: pointSample,
    handler: (ctx) => showPoint(ctx, ctx.input.params.punkt),
  }),
  route({
    method: 'POST',
    path: '/uppfoljning/inspel/:id/punkt/:punkt',
    policy: 'report.edit',
    about: 'Sparar en punkt i ett inspel; ett utkast räknas sedan som genomgånget.',
    input: { params: pointParams, form: pointForm },
    sample: { ...pointSample, form: { ...onceSample, headline: 'Traumasjukvården bör prioriteras.' } },
    handler: async (ctx) => {
      const { id: inputId, punkt: pointId } = ctx.input.params;
      const { version, idempotencyKey, reasoning = '', ...fields } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'editPoint', idempotencyKey }, (w) =>
        editPoint(w, { inputId, pointId, expectedVersion: version, reasoning, ...known(fields) }),
      );
      return saved(ctx.language, inputId);
    },
    onInvalid: (ctx, state) => showPoint(ctx, ctx.input.params.punkt, state),
  }),
  route({
    method: 'POST',
    path: '/uppfoljning/inspel/:id/punkt/:punkt/flytta',
    policy: 'report.edit',
    about: 'Flyttar en punkt ett steg i ett inspel.',
    input: { params: pointParams, form: z.object({ ...once, by: choice(['up', 'down']) }) },
    sample: { ...pointSample, form: { ...onceSample, by: 'up' } },
    handler: async (ctx) => {
      const { id: inputId, punkt: pointId } = ctx.input.params;
      const { version, idempotencyKey, by } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'movePoint', idempotencyKey }, (w) =>
        movePoint(w, { inputId, pointId, expectedVersion: version, by: by === 'up' ? -1 : 1 }),
      );
      return redirect(recordAddress('budgetInputPoint', pointId, inputId));
    },
    onInvalid: (ctx, state) => showInput(ctx, state),
  }),
  route({
    method: 'POST',
    path: '/uppfoljning/inspel/:id/punkt/:punkt/ta-bort',
    policy: 'report.edit',
    about: 'Tar bort en punkt ur ett inspel; brevet som det stod sparas som version.',
    input: { params: pointParams, form: z.object(once) },
    sample: { ...pointSample, form: onceSample },
    handler: async (ctx) => {
      const { id: inputId, punkt: pointId } = ctx.input.params;
      const { version, idempotencyKey } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'removePoint', idempotencyKey }, (w) =>
        removePoint(w, { inputId, pointId, expectedVersion: version }),
      );
      return saved(ctx.language, inputId);
    },
    onInvalid: (ctx, state) => showInput(ctx, state),
  }),
];

type OfInput = InvalidContext<'report.edit', RouteInput & { readonly params: typeof params }>;

async function showFindings(ctx: OfInput, state?: FormState) {
  const today = ctx.services.runtime.today();
  const { input, findings } = await ctx.services.db.read(ctx.auth, async (r) => {
    const found = await getBudgetInput(r, ctx.input.params.id);
    return { input: found, findings: await findingsFor(r, found, today) };
  });
  requireInputRight(ctx.actor, input, 'edit');
  return findingsPage(ctx, input, findings, state);
}

async function showPoint(ctx: OfInput, pointId: string | null, state?: FormState) {
  const { input, options } = await ctx.services.db.read(ctx.auth, async (r) => {
    const found = await getBudgetInput(r, ctx.input.params.id);
    return { input: found, options: await pointChoices(r, found) };
  });
  requireInputRight(ctx.actor, input, 'edit');
  return pointPage(ctx, input, pointId === null ? null : pointIn(input.points, pointId), options, state);
}

async function showInput(ctx: OfInput, state: FormState) {
  const today = ctx.services.runtime.today();
  return budgetInputPage(
    ctx,
    await ctx.services.db.read(ctx.auth, (r) => gatherInput(r, ctx.input.params.id, today)),
    state,
  );
}

const known = (fields: {
  readonly headline: string;
  readonly goalId: string | undefined;
  readonly aboutAssignmentId: string | undefined;
}) => ({
  headline: fields.headline,
  goalId: fields.goalId ?? null,
  aboutAssignmentId: fields.aboutAssignmentId ?? null,
});

function saved(language: keyof typeof inputTexts, inputId: string) {
  return redirect(recordAddress('budgetInput', inputId), {
    flash: { tone: 'success', text: inputTexts[language].saved },
  });
}
