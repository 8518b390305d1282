import * as z from 'zod';
import { authorize } from '../../../domain/access/index.ts';
import {
  confirmAsRecorded,
  confirmProposal,
  getIntakeFile,
  getProposal,
  type Proposal,
  type RemarkKindName,
  recordPlaces,
  rejectProposal,
  remarkKindNames,
  reopenProposal,
  type TakingAction,
  takeProposed,
} from '../../../domain/intake/index.ts';
import { AppError } from '../../../kernel/errors.ts';
import type { FormState } from '../../contracts.ts';
import { idempotencyField, optionalChoice, versionField, wholeNumber } from '../../input.ts';
import { type Page, redirect } from '../../reply.ts';
import { type HandlerContext, type InvalidContext, type Route, route } from '../../route.ts';
import { isUnderWay } from './hand-in-page.ts';
import { readingPage } from './reading-page.ts';
import { remarksPage } from './remarks-page.ts';
import { comparisonOf, readScene, reviewFacts, textOf } from './review-data.ts';
import { reviewPage } from './review-page.ts';
import {
  anId,
  byId,
  byProposal,
  chosenProposals,
  nextAfter,
  type ReviewQuery,
  reviewHref,
  reviewQuery,
} from './review-query.ts';
import { unplacedPage } from './unplaced-page.ts';
import { versionsPage } from './versions-page.ts';

const decideForm = z.object({ version: versionField, idempotencyKey: idempotencyField });
const decideInput = { params: byProposal, query: reviewQuery, form: decideForm };
const settleInput = {
  params: byProposal,
  query: reviewQuery,
  form: z.looseObject({
    version: versionField,
    idempotencyKey: idempotencyField,
    recordVersion: wholeNumber({ minimum: 0 }),
  }),
};
const sample = { params: { id: anId, post: anId }, form: { version: '1', idempotencyKey: 'prov' } };

type Decision = HandlerContext<'intake.confirm', typeof decideInput>;
const decisions = {
  bekrafta: {
    verb: 'confirmProposal',
    about: 'Bekräftar ett förslag: det blir en post, eller knyts till den som finns.',
  },
  behall: {
    verb: 'confirmAsRecorded',
    about: 'Bekräftar ett förslag med registrets ord: posten behålls som den är och får en källa till.',
  },
  avvisa: { verb: 'rejectProposal', about: 'Avvisar ett förslag.' },
  angra: {
    verb: 'reopenProposal',
    about: 'Öppnar ett granskat förslag igen och tar bort det som bekräftelsen skapade.',
  },
} as const;

/** Going through what was read, one proposal at a time. */
export const reviewRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/las-in/:id',
    policy: 'intake.handIn',
    about: 'Visar hur långt läsningen av en fil har kommit, och sedan förslagen bredvid källan.',
    input: { params: byId, query: reviewQuery.extend({ folj: optionalChoice(['nej']) }) },
    sample: { params: { id: anId } },
    handler: async (ctx) => {
      const { params, query } = ctx.input;
      const { folj, ...review } = query;
      const found = await ctx.services.db.read(ctx.auth, (r) => getIntakeFile(r, params.id));
      if (isUnderWay(found) || found.state === 'failed') return readingPage(ctx, found, folj === undefined);
      return reviewPage(ctx, await reviewFacts(ctx, params.id, review));
    },
  }),
  route({
    method: 'GET',
    path: '/las-in/:id/utan-plats',
    policy: 'intake.handIn',
    about: 'Visar texten som inte blev något förslag, och redovisar varje tecken i filen.',
    input: { params: byId },
    sample: { params: { id: anId } },
    handler: async (ctx) =>
      await ctx.services.db.read(ctx.auth, async (r) => {
        const scene = await readScene(ctx, r, ctx.input.params.id);
        return unplacedPage(ctx, scene, await textOf(r, scene.file));
      }),
  }),
  route({
    method: 'GET',
    path: '/las-in/:id/anmarkningar',
    policy: 'intake.handIn',
    about: 'Visar vad läsningen lade märke till, med länk till stället.',
    input: { params: byId, query: z.object({ om: optionalChoice(remarkKindNames as [RemarkKindName]) }) },
    sample: { params: { id: anId } },
    handler: async (ctx) => {
      const scene = await ctx.services.db.read(ctx.auth, (r) => readScene(ctx, r, ctx.input.params.id));
      return remarksPage(ctx, scene, ctx.input.query.om);
    },
  }),
  route({
    method: 'GET',
    path: '/las-in/:id/skillnader',
    policy: 'intake.handIn',
    about: 'Visar vad som är nytt, ändrat eller borta sedan den förra versionen av samma handling.',
    input: { params: byId },
    sample: { params: { id: anId } },
    handler: async (ctx) =>
      await ctx.services.db.read(ctx.auth, async (r) => {
        const scene = await readScene(ctx, r, ctx.input.params.id);
        const comparison = await comparisonOf(r, scene.file, scene.proposals);
        if (!comparison || !scene.file.earlierId) throw new AppError('record.notFound');
        const records = comparison.gone.flatMap(({ record }) => (record ? [record] : []));
        const earlier = await getIntakeFile(r, scene.file.earlierId);
        return versionsPage(ctx, { ...scene, earlier, comparison, places: await recordPlaces(r, records) });
      }),
  }),
  route({
    method: 'POST',
    path: '/las-in/:id/post/:post/skillnader',
    policy: 'intake.confirm',
    about: 'Avgör fält för fält om handlingen eller registret gäller, ändrar posten och bekräftar förslaget.',
    input: settleInput,
    sample: { ...sample, form: { ...sample.form, recordVersion: '1' } },
    handler: async (ctx) => {
      const { params, query, form } = ctx.input;
      const done = await proposalIn(ctx, params);
      const take = Object.keys(form).flatMap((name) =>
        name.startsWith('val-') && form[name] === 'ny' ? [name.slice('val-'.length)] : [],
      );
      const { version: expectedVersion, recordVersion } = form;
      const change = (action: TakingAction) => authorize(ctx.actor, action);
      await takeProposed(
        ctx.services.db,
        { confirm: ctx.auth, change },
        { proposalId: params.post, expectedVersion, recordVersion, take },
      );
      return redirect(await nextHref(ctx, params.id, query, done, false));
    },
    onInvalid: async (ctx, state) => await again(ctx, state),
  }),
  decisionRoute('bekrafta'),
  decisionRoute('behall'),
  decisionRoute('avvisa'),
  decisionRoute('angra'),
];

function decisionRoute(action: keyof typeof decisions): Route {
  const { verb, about } = decisions[action];
  return route({
    method: 'POST',
    path: `/las-in/:id/post/:post/${action}`,
    policy: 'intake.confirm',
    about,
    input: decideInput,
    sample,
    handler: async (ctx) => {
      const done = await proposalIn(ctx, ctx.input.params);
      await decide(ctx, action, verb);
      return redirect(await nextHref(ctx, ctx.input.params.id, ctx.input.query, done, action === 'angra'));
    },
    onInvalid: async (ctx, state) => await again(ctx, state),
  });
}

/** The review with the proposal as it stands now, and what was refused said above. */
async function again(ctx: InvalidContext<'intake.confirm', typeof decideInput>, state: FormState): Promise<Page> {
  const { params, query } = ctx.input;
  await proposalIn(ctx, params);
  return reviewPage(ctx, await reviewFacts(ctx, params.id, { ...query, post: params.post }), state);
}

async function decide(ctx: Decision, action: keyof typeof decisions, verb: string): Promise<void> {
  const { version, idempotencyKey } = ctx.input.form;
  const input = { proposalId: ctx.input.params.post, expectedVersion: version };
  await ctx.services.db.transact(ctx.auth, { verb, idempotencyKey }, async (w) => {
    if (action === 'bekrafta') await confirmProposal(w, input);
    else if (action === 'behall') await confirmAsRecorded(w, input);
    else if (action === 'avvisa') await rejectProposal(w, input);
    else await reopenProposal(w, input);
  });
}

/** The proposal of an address; one of another file is not there. */
export async function proposalIn(
  ctx: Pick<Decision, 'services' | 'auth'>,
  { id, post }: { readonly id: string; readonly post: string },
): Promise<Proposal> {
  const found = await ctx.services.db.read(ctx.auth, (r) => getProposal(r, post));
  if (found.fileId !== id) throw new AppError('record.notFound');
  return found;
}

/** On to the next open proposal of the same choice; after an undo, to the proposal itself. */
export async function nextHref(
  ctx: Pick<Decision, 'services' | 'auth' | 'actor'>,
  fileId: string,
  query: ReviewQuery,
  done: Proposal,
  stay: boolean,
): Promise<string> {
  const { file, proposals } = await ctx.services.db.read(ctx.auth, (r) => readScene(ctx, r, fileId));
  const next = stay ? done : nextAfter(chosenProposals(proposals, file, { ...query, lage: 'open' }), done);
  return reviewHref(
    fileId,
    { ...query, sida: undefined, lage: stay ? undefined : query.lage },
    { post: next?.id, nyss: done.id },
  );
}
