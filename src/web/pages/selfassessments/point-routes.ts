import * as z from 'zod';
import { getFormVersion } from '../../../domain/forms/index.ts';
import {
  assessmentOfPoint,
  assessmentsOfSameUnits,
  carryOverPoint,
  changeCommonPoint,
  pointMoves,
  tellCommonPoint,
} from '../../../domain/selfassessments/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import type { FormState } from '../../contracts.ts';
import { choice, civilDateField, idempotencyField, idField, text, versionField } from '../../input.ts';
import { redirect } from '../../reply.ts';
import { type HandlerContext, type Route, route } from '../../route.ts';
import { anId } from '../followup/sample-id.ts';
import { pointFields } from './assessment-routes.ts';
import { type PointFacts, pointPage } from './point-page.ts';
import { texts } from './texts.ts';

const byId = z.object({ id: idField() });
const kept = { version: versionField, idempotencyKey: idempotencyField };
const own = '/larande-uppfoljning/punkt/:id';
const sample = { params: { id: anId } };
const told = text({ maximum: 4_000 });

/** One point of a common plan: read, told of, changed and carried over. */
export const pointRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: own,
    policy: 'selfassessment.answer',
    about: 'Visar en punkt i en gemensam handlingsplan och vad som har berättats om den.',
    input: { params: byId },
    sample,
    handler: async (ctx) => pointPage(ctx, await factsOf(ctx, ctx.input.params.id)),
  }),
  route({
    method: 'POST',
    path: `${own}/beratta`,
    policy: 'selfassessment.answer',
    about: 'Berättar hur det går med en punkt.',
    input: { params: byId, form: z.object({ move: choice(pointMoves), told, ...kept }) },
    sample: { ...sample, form: { move: 'tell', told: 'Prov', version: '1', idempotencyKey: 'prov' } },
    handler: async (ctx) => {
      const { id: pointId } = ctx.input.params;
      const { idempotencyKey, version, ...fields } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'tellCommonPoint', idempotencyKey }, (w) =>
        tellCommonPoint(w, { pointId, expectedVersion: version, ...fields }),
      );
      return done(pointId, texts[ctx.language].toldSaved);
    },
    onInvalid: (ctx, state) => again(ctx, ctx.input.params.id, 'tell', state),
  }),
  route({
    method: 'POST',
    path: `${own}/andra`,
    policy: 'selfassessment.answer',
    about: 'Ändrar en punkt i en gemensam handlingsplan.',
    input: { params: byId, form: z.object({ ...pointFields, ...kept }) },
    sample: {
      ...sample,
      form: {
        what: 'Ronder',
        responsibleBodyId: anId,
        responsibleFunction: 'chef',
        dueOn: '2026-12-01',
        version: '1',
        idempotencyKey: 'prov',
      },
    },
    handler: async (ctx) => {
      const { id: pointId } = ctx.input.params;
      const { idempotencyKey, version, question = null, ...fields } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'changeCommonPoint', idempotencyKey }, (w) =>
        changeCommonPoint(w, { pointId, expectedVersion: version, question, ...fields }),
      );
      return done(pointId, texts[ctx.language].saved);
    },
    onInvalid: (ctx, state) => again(ctx, ctx.input.params.id, 'change', state),
  }),
  route({
    method: 'POST',
    path: `${own}/for-over`,
    policy: 'selfassessment.answer',
    about: 'För en punkt som inte är klar till årets plan.',
    input: {
      params: byId,
      form: z.object({ assessmentId: idField(), dueOn: civilDateField(), told, ...kept }),
    },
    sample: {
      ...sample,
      form: { assessmentId: anId, dueOn: '2026-12-01', told: 'Prov', version: '1', idempotencyKey: 'prov' },
    },
    handler: async (ctx) => {
      const { id: pointId } = ctx.input.params;
      const { idempotencyKey, version, ...fields } = ctx.input.form;
      const made = await ctx.services.db.transact(ctx.auth, { verb: 'carryOverPoint', idempotencyKey }, (w) =>
        carryOverPoint(w, { pointId, expectedVersion: version, ...fields }),
      );
      return done(made, texts[ctx.language].carried);
    },
    onInvalid: (ctx, state) => again(ctx, ctx.input.params.id, 'carry', state),
  }),
];

type Answering = Pick<HandlerContext<'selfassessment.answer'>, 'services' | 'auth'>;

async function factsOf({ services, auth }: Answering, id: string): Promise<PointFacts> {
  return await services.db.read(auth, async (r) => {
    const { assessment, point } = await assessmentOfPoint(r, id);
    const { structure } = await getFormVersion(r, assessment.round.formVersionId);
    const next = (await assessmentsOfSameUnits(r, assessment)).findLast(
      ({ round }) => round.year > assessment.round.year && round.state === 'open',
    );
    return { point, assessment, structure, next };
  });
}

async function again(
  ctx: Answering & Parameters<typeof pointPage>[0],
  id: string,
  which: 'tell' | 'carry' | 'change',
  state: FormState,
) {
  return pointPage(ctx, await factsOf(ctx, id), { which, state });
}

const done = (id: string, flash: string) =>
  redirect(recordAddress('commonPoint', id), { flash: { tone: 'success', text: flash } });
