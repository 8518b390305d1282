import * as z from 'zod';
import { addReviewRound, changeReviewRound, countedFigures, getReviewStudy } from '../../../domain/studies/index.ts';
import { AppError } from '../../../kernel/errors.ts';
import type { FormState, RequestContext } from '../../contracts.ts';
import {
  civilDateField,
  idempotencyField,
  idField,
  optionalText,
  optionalWholeNumber,
  text,
  versionField,
} from '../../input.ts';
import { type HandlerContext, type Route, route } from '../../route.ts';
import { anId } from '../followup/sample-id.ts';
import { roundFormPage } from './study-form-page.ts';
import { done } from './study-routes.ts';
import { texts } from './texts.ts';

const roundFields = {
  title: text({ maximum: 200 }),
  startsOn: civilDateField(),
  endsOn: civilDateField(),
  reviewed: optionalWholeNumber({ minimum: 0, maximum: 1_000_000 }),
  findings: optionalText({ maximum: 8_000 }),
  figures: z.record(z.string(), optionalWholeNumber({ minimum: 0, maximum: 1_000_000 })).default({}),
  idempotencyKey: idempotencyField,
};
const sampleRound = { title: 'Hösten', startsOn: '2026-10-05', endsOn: '2026-10-09', idempotencyKey: 'prov' };
const own = '/granskningar/:id/omgang';

/** The rounds of a study: added and changed by who leads it. */
export const studyRoundRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: `${own}/ny`,
    policy: 'study.edit',
    about: 'Visar formuläret där en omgång av en granskning läggs till.',
    input: { params: z.object({ id: idField() }) },
    sample: { params: { id: anId } },
    handler: async (ctx) => roundPage(ctx, ctx.input.params),
  }),
  route({
    method: 'POST',
    path: `${own}/ny`,
    policy: 'study.edit',
    about: 'Lägger till en omgång av en granskning.',
    input: { params: z.object({ id: idField() }), form: z.object(roundFields) },
    sample: { params: { id: anId }, form: sampleRound },
    handler: async (ctx) => {
      const { id: studyId } = ctx.input.params;
      const { idempotencyKey, ...fields } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'addReviewRound', idempotencyKey }, (w) =>
        addReviewRound(w, { studyId, ...written(fields) }),
      );
      return done(studyId, texts[ctx.language].saved);
    },
    onInvalid: (ctx, state) => roundPage(ctx, ctx.input.params, state),
  }),
  route({
    method: 'GET',
    path: `${own}/:roundId`,
    policy: 'study.edit',
    about: 'Visar formuläret där en omgång och dess tal ändras.',
    input: { params: z.object({ id: idField(), roundId: idField() }) },
    sample: { params: { id: anId, roundId: anId } },
    handler: async (ctx) => roundPage(ctx, ctx.input.params),
  }),
  route({
    method: 'POST',
    path: `${own}/:roundId`,
    policy: 'study.edit',
    about: 'Sparar en ändrad omgång av en granskning.',
    input: {
      params: z.object({ id: idField(), roundId: idField() }),
      form: z.object({ ...roundFields, version: versionField }),
    },
    sample: { params: { id: anId, roundId: anId }, form: { ...sampleRound, version: '1' } },
    handler: async (ctx) => {
      const { id: studyId, roundId } = ctx.input.params;
      const { idempotencyKey, version, ...fields } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'changeReviewRound', idempotencyKey }, (w) =>
        changeReviewRound(w, { roundId, expectedVersion: version, ...written(fields) }),
      );
      return done(studyId, texts[ctx.language].saved);
    },
    onInvalid: (ctx, state) => roundPage(ctx, ctx.input.params, state),
  }),
];

type Editing = RequestContext & Pick<HandlerContext<'study.edit'>, 'auth'>;

async function roundPage(
  ctx: Editing,
  { id, roundId }: { readonly id: string; readonly roundId?: string },
  sent?: FormState,
) {
  const facts = await ctx.services.db.read(ctx.auth, async (r) => {
    const study = await getReviewStudy(r, id);
    const round = study.rounds.find((one) => one.id === roundId);
    if (roundId !== undefined && !round) throw new AppError('record.notFound');
    return { study, ...(round && { round }), counted: round ? await countedFigures(r, round.id) : new Map() };
  });
  // A rule names a figure by its variable; the field has a letter before it.
  const problems = sent?.problems.map((one) => ({ ...one, path: one.path.replace(/^figures\.(?!v)/u, 'figures.v') }));
  return roundFormPage(ctx, facts, sent && { ...sent, problems: problems ?? [] });
}

function written<
  Fields extends {
    readonly reviewed?: number | undefined;
    readonly findings?: string | undefined;
    readonly figures: Readonly<Record<string, number | undefined>>;
  },
>({ reviewed, findings, figures, ...fields }: Fields) {
  return {
    ...fields,
    reviewed: reviewed ?? null,
    findings: findings ?? '',
    figures: Object.fromEntries(
      Object.entries(figures).flatMap(([field, count]) => (count === undefined ? [] : [[field.slice(1), count]])),
    ),
  };
}
