import * as z from 'zod';
import { linkActivityPlan } from '../../../domain/meetings/index.ts';
import { addFocusArea, changeFocusArea, confirmCopied, removePlanLine } from '../../../domain/plans/index.ts';
import { freshForm } from '../../contracts.ts';
import { idempotencyField, versionField } from '../../input.ts';
import { type Route, route } from '../../route.ts';
import {
  anId,
  byLine,
  byPlan,
  key,
  path,
  planPage,
  readArea,
  readLine,
  sample,
  saved,
  versioned,
} from './line-facts.ts';
import { focusForm, focusPage } from './line-forms.ts';
import { texts } from './texts.ts';

/** The focus areas of a plan, the taking out of its lines, and the confirming of what was copied. */
export const lineRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: `${path}/fokus/nytt`,
    policy: 'plan.edit',
    about: 'Visar formuläret för ett nytt fokusområde.',
    input: { params: byPlan },
    sample: { params: { id: anId } },
    handler: async (ctx) => focusPage(ctx, await readLine(ctx, ctx.input.params.id), freshForm()),
  }),
  route({
    method: 'POST',
    path: `${path}/fokus/nytt`,
    policy: 'plan.edit',
    about: 'Lägger till ett fokusområde med de uppdrag det handlar om.',
    input: { params: byPlan, form: focusForm },
    sample: { params: { id: anId }, form: { text: 'Ekonomi', ...key } },
    handler: async (ctx) => {
      const { id } = ctx.input.params;
      const { text, assignmentIds, idempotencyKey } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'addFocusArea', idempotencyKey }, async (w) => {
        const recordId = await addFocusArea(w, { activityPlanId: id, text });
        await linkActivityPlan(w, { noun: 'focusArea', recordId, assignmentIds });
      });
      return saved(ctx, id);
    },
    onInvalid: async (ctx, state) => focusPage(ctx, await readLine(ctx, ctx.input.params.id), state),
  }),
  route({
    method: 'GET',
    path: `${path}/fokus/:rad`,
    policy: 'plan.edit',
    about: 'Visar formuläret för ett fokusområde.',
    input: { params: byLine },
    sample,
    handler: async (ctx) => {
      const facts = await readArea(ctx, ctx.input.params);
      return focusPage(ctx, facts, freshForm({ text: facts.area.text, assignmentIds: facts.linked }));
    },
  }),
  route({
    method: 'POST',
    path: `${path}/fokus/:rad`,
    policy: 'plan.edit',
    about: 'Ändrar ett fokusområde och dess uppdrag.',
    input: { params: byLine, form: focusForm.extend({ version: versionField }) },
    sample: { ...sample, form: { text: 'Ekonomi', version: '1', ...key } },
    handler: async (ctx) => {
      const { id, rad } = ctx.input.params;
      const { text, assignmentIds, version, idempotencyKey } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'changeFocusArea', idempotencyKey }, async (w) => {
        await changeFocusArea(w, { focusAreaId: rad, expectedVersion: version, text });
        await linkActivityPlan(w, { noun: 'focusArea', recordId: rad, assignmentIds });
      });
      return saved(ctx, id);
    },
    onInvalid: async (ctx, state) => focusPage(ctx, await readArea(ctx, ctx.input.params), state),
  }),
  ...(['fokus', 'punkter'] as const).map((word) =>
    route({
      method: 'POST',
      path: `${path}/${word}/:rad/ta-bort`,
      policy: 'plan.edit',
      about: `Tar bort ${word === 'fokus' ? 'ett fokusområde' : 'en punkt'} ur aktivitetsplanen.`,
      input: { params: byLine, form: z.object(versioned) },
      sample: { ...sample, form: { version: '1', ...key } },
      handler: async (ctx) => {
        const { id, rad } = ctx.input.params;
        const { version, idempotencyKey } = ctx.input.form;
        const noun = word === 'fokus' ? 'focusArea' : 'planPoint';
        await ctx.services.db.transact(ctx.auth, { verb: 'removePlanLine', idempotencyKey }, (w) =>
          removePlanLine(w, { noun, recordId: rad, expectedVersion: version }),
        );
        return saved(ctx, id, texts[ctx.language].removed);
      },
      onInvalid: async (ctx) => planPage(ctx, ctx.input.params.id),
    }),
  ),
  route({
    method: 'POST',
    path: `${path}/bekrafta/:rad`,
    policy: 'plan.edit',
    about: 'Bekräftar att en rad som kopierats från ett tidigare år gäller också i år.',
    input: { params: byLine, form: z.object({ idempotencyKey: idempotencyField }) },
    sample: { ...sample, form: key },
    handler: async (ctx) => {
      const { id, rad } = ctx.input.params;
      const { idempotencyKey } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'confirmCopied', idempotencyKey }, (w) =>
        confirmCopied(w, { activityPlanId: id, recordId: rad }),
      );
      return saved(ctx, id, texts[ctx.language].confirmed);
    },
    onInvalid: async (ctx) => planPage(ctx, ctx.input.params.id),
  }),
];
