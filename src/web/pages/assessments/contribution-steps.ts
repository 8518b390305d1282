import * as z from 'zod';
import {
  askContributionAgain,
  askUnits,
  carryOver,
  confirmCarried,
  getContribution,
  type MoveContribution,
  reopenContribution,
  takeText,
  withdrawContribution,
} from '../../../domain/assessments/index.ts';
import { refreshDraftsOf } from '../../../domain/reports/index.ts';
import { AppError } from '../../../kernel/errors.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { idempotencyField, idField, manyOf, optionalCivilDate, optionalId, versionField } from '../../input.ts';
import { redirect } from '../../reply.ts';
import { type HandlerContext, type Route, route } from '../../route.ts';
import { factsOf } from './contribution-facts.ts';
import { contributionPage } from './contribution-page.ts';
import { texts } from './texts.ts';

const anId = '00000000-0000-4000-8000-000000000000';
const byId = z.object({ id: idField() });
const step = { input: { params: byId, form: z.object({ version: versionField, idempotencyKey: idempotencyField }) } };
const stepSample = { params: { id: anId }, form: { version: '1', idempotencyKey: 'prov' } };
type Writing = Pick<HandlerContext<'assessment.write'>, 'services' | 'auth' | 'language'>;

/** What is done with a contribution besides writing it: carried over, confirmed, opened, withdrawn, and composed of the texts of units. */
export const contributionStepRoutes: readonly Route[] = [
  route({
    method: 'POST',
    path: '/lagesbilder/bidrag/:id/for-over',
    policy: 'assessment.write',
    about: 'För över organets förra text till perioden, märkt tills någon ändrar eller bekräftar den.',
    input: { params: byId, form: z.object({ idempotencyKey: idempotencyField }) },
    sample: { params: { id: anId }, form: { idempotencyKey: 'prov' } },
    handler: async (ctx) => {
      const { id } = ctx.input.params;
      const { idempotencyKey } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'carryOver', idempotencyKey }, async (w) => {
        const { assignment, period, body } = await getContribution(w, id);
        return await carryOver(w, { assignmentId: assignment.id, periodId: period.id, bodyId: body.id });
      });
      return back(id, texts[ctx.language].carried);
    },
    onInvalid: async (ctx, state) =>
      contributionPage(ctx, await factsOf(ctx, ctx.auth, ctx.input.params.id), { text: state }),
  }),
  route({
    method: 'POST',
    path: '/lagesbilder/bidrag/:id/bekrafta',
    policy: 'assessment.write',
    about: 'Säger att en överförd text fortfarande gäller.',
    ...step,
    sample: stepSample,
    handler: async (ctx) => {
      const { id } = ctx.input.params;
      const { version: expectedVersion, idempotencyKey } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'confirmCarried', idempotencyKey }, async (w) => {
        const { written } = await getContribution(w, id);
        if (!written) throw new AppError('record.notFound');
        await confirmCarried(w, { assessmentId: written.id, expectedVersion });
      });
      return back(id, texts[ctx.language].confirmed);
    },
    onInvalid: async (ctx, state) =>
      contributionPage(ctx, await factsOf(ctx, ctx.auth, ctx.input.params.id), { text: state }),
  }),
  route({
    method: 'POST',
    path: '/lagesbilder/bidrag/:id/oppna',
    policy: 'assessment.write',
    about: 'Öppnar ett klart bidrag igen.',
    ...step,
    sample: stepSample,
    handler: async (ctx) => {
      await move(ctx, reopenContribution, 'reopenContribution');
      return back(ctx.input.params.id, texts[ctx.language].reopened);
    },
    onInvalid: async (ctx, state) =>
      contributionPage(ctx, await factsOf(ctx, ctx.auth, ctx.input.params.id), { text: state }),
  }),
  route({
    method: 'POST',
    path: '/lagesbilder/bidrag/:id/behovs-inte',
    policy: 'assessment.write',
    about: 'Säger att ett begärt bidrag inte behövs.',
    ...step,
    sample: stepSample,
    handler: async (ctx) => {
      await move(ctx, withdrawContribution, 'withdrawContribution');
      return back(ctx.input.params.id, texts[ctx.language].withdrawn);
    },
    onInvalid: async (ctx, state) =>
      contributionPage(ctx, await factsOf(ctx, ctx.auth, ctx.input.params.id), { text: state }),
  }),
  route({
    method: 'POST',
    path: '/lagesbilder/bidrag/:id/begar-igen',
    policy: 'assessment.write',
    about: 'Begär ett bidrag igen som inte behövdes.',
    ...step,
    sample: stepSample,
    handler: async (ctx) => {
      await move(ctx, askContributionAgain, 'askContributionAgain');
      return back(ctx.input.params.id, texts[ctx.language].askedAgain);
    },
    onInvalid: async (ctx, state) =>
      contributionPage(ctx, await factsOf(ctx, ctx.auth, ctx.input.params.id), { text: state }),
  }),
  route({
    method: 'POST',
    path: '/lagesbilder/bidrag/:id/ta-in',
    policy: 'assessment.write',
    about: 'Tar in en enhets text sist i den samlade lägesbilden och håller reda på vems den var.',
    input: {
      params: byId,
      form: z.object({ kalla: idField(), version: versionField, idempotencyKey: idempotencyField }),
    },
    sample: { params: { id: anId }, form: { kalla: anId, version: '0', idempotencyKey: 'prov' } },
    handler: async (ctx) => {
      const { id } = ctx.input.params;
      const { kalla: sourceId, version: expectedVersion, idempotencyKey } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'takeText', idempotencyKey }, async (w) => {
        const { body, assignment } = await getContribution(w, id);
        await takeText(w, { bodyId: body.id, sourceId, expectedVersion });
        await refreshDraftsOf(w, [assignment.id]);
      });
      return back(id, texts[ctx.language].taken);
    },
    onInvalid: async (ctx, state) =>
      contributionPage(ctx, await factsOf(ctx, ctx.auth, ctx.input.params.id), { text: state }),
  }),
  route({
    method: 'POST',
    path: '/lagesbilder/bidrag/:id/be-enheter',
    policy: 'assessment.write',
    about: 'Ber enheter om deras del av lägesbilden.',
    input: {
      params: byId,
      form: z.object({
        bodyIds: manyOf(idField()),
        otherId: optionalId(),
        dueOn: optionalCivilDate(),
        idempotencyKey: idempotencyField,
      }),
    },
    sample: { params: { id: anId }, form: { bodyIds: anId, idempotencyKey: 'prov' } },
    handler: async (ctx) => {
      const { id } = ctx.input.params;
      const { bodyIds, otherId, dueOn = null, idempotencyKey } = ctx.input.form;
      const { asked, already } = await ctx.services.db.transact(
        ctx.auth,
        { verb: 'askUnits', idempotencyKey },
        async (w) => {
          const { assignment, period, body } = await getContribution(w, id);
          return await askUnits(w, {
            assignmentId: assignment.id,
            periodId: period.id,
            partOfBodyId: body.id,
            bodyIds: [...bodyIds, ...(otherId ? [otherId] : [])],
            dueOn,
          });
        },
      );
      return back(id, texts[ctx.language].unitsAsked(asked, already));
    },
    onInvalid: async (ctx, state) =>
      contributionPage(ctx, await factsOf(ctx, ctx.auth, ctx.input.params.id), { asking: state }),
  }),
];

type Stepping = Writing & {
  readonly input: {
    readonly params: { readonly id: string };
    readonly form: { readonly version: number; readonly idempotencyKey: string };
  };
};

async function move(
  ctx: Stepping,
  verb: (w: Parameters<typeof reopenContribution>[0], input: MoveContribution) => Promise<void>,
  name: string,
): Promise<void> {
  const { version: expectedVersion, idempotencyKey } = ctx.input.form;
  const contributionId = ctx.input.params.id;
  await ctx.services.db.transact(ctx.auth, { verb: name, idempotencyKey }, (w) =>
    verb(w, { contributionId, expectedVersion }),
  );
}

export function back(id: string, text: string) {
  return redirect(recordAddress('contribution', id), { flash: { tone: 'success', text } });
}
