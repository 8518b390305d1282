import * as z from 'zod';
import { changeProposal, confirmProposal, getProposal } from '../../../domain/intake/index.ts';
import type { FormState } from '../../contracts.ts';
import { idempotencyField, optionalChoice, versionField } from '../../input.ts';
import { redirect } from '../../reply.ts';
import { type HandlerContext, type Route, route } from '../../route.ts';
import { changedFields } from './edit-form.ts';
import { proposalTitle } from './proposal-words.ts';
import { reviewFacts } from './review-data.ts';
import { reviewPage } from './review-page.ts';
import { anId, byProposal, type ReviewQuery, reviewHref, reviewQuery } from './review-query.ts';
import { nextHref, proposalIn } from './review-routes.ts';
import { texts } from './texts.ts';

/** The fields are those of the proposal's type: the domain checks them, because a route does not know the type before it has read it. */
const editForm = z.looseObject({
  version: versionField,
  idempotencyKey: idempotencyField,
  sedan: optionalChoice(['bekrafta']),
});
const sample = { params: { id: anId, post: anId }, form: { version: '1', idempotencyKey: 'prov' } };

/** Correcting what was read wrong, before it becomes a record. */
export const editRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/las-in/:id/post/:post/andra',
    policy: 'intake.confirm',
    about: 'Visar fälten i ett förslag för rättning, bredvid källan.',
    input: { params: byProposal, query: reviewQuery },
    sample: { params: sample.params },
    handler: async (ctx) => reviewPage(ctx, await editFacts(ctx, 'fresh')),
  }),
  route({
    method: 'POST',
    path: '/las-in/:id/post/:post/andra',
    policy: 'intake.confirm',
    about: 'Sparar rättade fält i ett förslag, och bekräftar det om det önskas.',
    input: { params: byProposal, query: reviewQuery, form: editForm },
    sample,
    handler: async (ctx) => {
      const { params, query, form } = ctx.input;
      const { version, idempotencyKey, sedan } = form;
      const before = await proposalIn(ctx, params);
      const fields = changedFields(before, form);
      const changes = Object.keys(fields).length > 0;
      const seen = { proposalId: params.post, expectedVersion: version };
      if (sedan === 'bekrafta')
        await ctx.services.db.transact(ctx.auth, { verb: 'changeAndConfirmProposal', idempotencyKey }, async (w) => {
          if (changes) await changeProposal(w, { ...seen, fields });
          await confirmProposal(w, { ...seen, expectedVersion: changes ? version + 1 : version });
        });
      else if (changes)
        await ctx.services.db.transact(ctx.auth, { verb: 'changeProposal', idempotencyKey }, (w) =>
          changeProposal(w, { ...seen, fields }),
        );
      if (sedan === 'bekrafta') return redirect(await nextHref(ctx, params.id, query, before, false));
      const after = await ctx.services.db.read(ctx.auth, (r) => getProposal(r, params.post));
      const text = texts[ctx.language].done.changed(proposalTitle(ctx, after));
      return redirect(reviewHref(params.id, query, { post: params.post, nyss: undefined }), {
        ...(changes && { flash: { tone: 'success', text } }),
      });
    },
    onInvalid: async (ctx, state) => reviewPage(ctx, await editFacts(ctx, state)),
  }),
];

type Editing = Pick<HandlerContext<'intake.confirm'>, 'services' | 'auth' | 'actor'> & {
  readonly input: { readonly params: { readonly id: string; readonly post: string }; readonly query: ReviewQuery };
};

async function editFacts(ctx: Editing, editing: FormState | 'fresh') {
  const { params, query } = ctx.input;
  await proposalIn(ctx, params);
  return { ...(await reviewFacts(ctx, params.id, { ...query, post: params.post })), editing };
}
