import * as z from 'zod';
import { documentFormats, writeDocument } from '../../../documents/out/index.ts';
import {
  authorityOf,
  concludeGoals,
  getGoalCheck,
  goalCheckDocument,
  goalConclusionCodes,
  readGoalCheckFigures,
  referToNextPlan,
  signGoalCheck,
  startGoalCheck,
} from '../../../domain/inputs/index.ts';
import { listPlans } from '../../../domain/plans/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import type { FormState, Reader, RequestContext } from '../../contracts.ts';
import {
  choice,
  civilDateField,
  idempotencyField,
  idField,
  optionalChoice,
  optionalId,
  optionalText,
  versionField,
} from '../../input.ts';
import { file, redirect } from '../../reply.ts';
import { type Route, route } from '../../route.ts';
import { goalCheckPage } from './goal-check-page.ts';
import { texts } from './texts.ts';

const anId = '00000000-0000-4000-8000-000000000000';
const params = z.object({ id: idField() });
const sample = { params: { id: anId } };
const fileFormats = documentFormats.filter((format) => format !== 'json') as ['pdf', 'docx', 'html'];

/** The checks of plans against the goals. */
export const goalCheckRoutes: readonly Route[] = [
  route({
    method: 'POST',
    path: '/planer/:id/malavstamning',
    policy: 'plan.edit',
    about: 'Påbörjar målavstämningen av en plan.',
    input: { params },
    sample,
    handler: async (ctx) => {
      const planId = ctx.input.params.id;
      const id = await ctx.services.db.transact(ctx.auth, { verb: 'startGoalCheck' }, (w) =>
        startGoalCheck(w, { planId }),
      );
      return redirect(recordAddress('goalCheck', id));
    },
  }),
  route({
    method: 'GET',
    path: '/planer/malavstamning/:id',
    policy: 'record.read',
    about: 'Visar målavstämningen av en plan: mål för mål, eller det undertecknade dokumentet.',
    input: { params },
    sample,
    handler: (ctx) => show(ctx),
  }),
  route({
    method: 'POST',
    path: '/planer/malavstamning/:id',
    policy: 'plan.edit',
    about: 'Sparar slutsatserna i en målavstämning.',
    input: {
      params,
      form: z.object({
        checkedOn: civilDateField(),
        nextPlanId: optionalId(),
        words: optionalText({ maximum: 10_000 }),
        verdicts: z
          .array(
            z.object({
              goalId: idField(),
              conclusion: optionalChoice(goalConclusionCodes as [string, ...string[]]),
              words: optionalText({ maximum: 4_000 }),
            }),
          )
          .default([]),
        version: versionField,
        idempotencyKey: idempotencyField,
      }),
    },
    sample: { ...sample, form: { checkedOn: '2026-10-01', version: '1', idempotencyKey: 'prov' } },
    handler: async (ctx) => {
      const checkId = ctx.input.params.id;
      const { checkedOn, nextPlanId = null, words = '', verdicts, version, idempotencyKey } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'concludeGoals', idempotencyKey }, (w) =>
        concludeGoals(w, {
          checkId,
          expectedVersion: version,
          checkedOn,
          nextPlanId,
          words,
          verdicts: verdicts.map(({ goalId, conclusion, words: why = '' }) => ({
            goalId,
            conclusion: (conclusion ?? null) as (typeof goalConclusionCodes)[number] | null,
            words: why,
          })),
        }),
      );
      return back(checkId, texts[ctx.language].saved);
    },
    onInvalid: show,
  }),
  route({
    method: 'POST',
    path: '/planer/malavstamning/:id/underteckna',
    policy: 'plan.edit',
    about: 'Undertecknar en målavstämning: dokumentet med dagens siffror fryses.',
    input: { params, form: z.object({ version: versionField, idempotencyKey: idempotencyField }) },
    sample: { ...sample, form: { version: '1', idempotencyKey: 'prov' } },
    handler: async (ctx) => {
      const checkId = ctx.input.params.id;
      const { version, idempotencyKey } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'signGoalCheck', idempotencyKey }, (w) =>
        signGoalCheck(w, { checkId, expectedVersion: version }),
      );
      return back(checkId, texts[ctx.language].signedFlash);
    },
    // What is missing is shown in the form as it is saved: the button brings no words of its own.
    onInvalid: (ctx, state) =>
      show(ctx, { problems: state.problems, ...(state.conflict ? { conflict: state.conflict } : {}) }),
  }),
  route({
    method: 'POST',
    path: '/planer/malavstamning/:id/infor',
    policy: 'plan.edit',
    about: 'Anger vilken plan en målavstämning ligger till grund för.',
    input: {
      params,
      form: z.object({ nextPlanId: idField(), version: versionField, idempotencyKey: idempotencyField }),
    },
    sample: { ...sample, form: { nextPlanId: anId, version: '1', idempotencyKey: 'prov' } },
    handler: async (ctx) => {
      const checkId = ctx.input.params.id;
      const { nextPlanId, version, idempotencyKey } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'referToNextPlan', idempotencyKey }, (w) =>
        referToNextPlan(w, { checkId, expectedVersion: version, nextPlanId }),
      );
      return back(checkId, texts[ctx.language].saved);
    },
    onInvalid: show,
  }),
  route({
    method: 'GET',
    path: '/planer/malavstamning/:id/fil/:format',
    policy: 'record.read',
    about: 'Lämnar en målavstämning som fil: PDF, DOCX eller HTML.',
    input: { params: z.object({ id: idField(), format: choice(fileFormats) }) },
    sample: { params: { id: anId, format: 'pdf' } },
    handler: async (ctx) => {
      const { id, format } = ctx.input.params;
      const { year, tree } = await ctx.services.db.read(ctx.auth, async (r) => {
        const check = await getGoalCheck(r, id);
        const figures = await readGoalCheckFigures(r, check.plan);
        const now = goalCheckDocument(check, figures, await authorityOf(r));
        return { year: check.plan.year, tree: check.frozen?.tree ?? now };
      });
      const { bytes, mediaType } = await writeDocument(tree, format);
      return file({ bytes, type: mediaType, name: `malavstamning-${year}.${format}` });
    },
  }),
];

type OfCheck = RequestContext & {
  readonly auth: Parameters<RequestContext['services']['db']['read']>[0];
  readonly input: { readonly params: { readonly id: string } };
};

async function show(ctx: OfCheck, state?: FormState | Omit<FormState, 'values'>) {
  const facts = await ctx.services.db.read(ctx.auth, (r) => gather(r, ctx.input.params.id));
  return goalCheckPage(ctx, facts, state);
}

async function gather(r: Reader, id: string) {
  const check = await getGoalCheck(r, id);
  const plans = await listPlans(r, { ownerBodyId: check.plan.ownerBodyId });
  return {
    check,
    figures: await readGoalCheckFigures(r, check.plan),
    laterPlans: plans.filter(({ year }) => year > check.plan.year),
  };
}

function back(id: string, said: string) {
  return redirect(recordAddress('goalCheck', id), { flash: { tone: 'success', text: said } });
}
