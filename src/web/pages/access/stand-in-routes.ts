import * as z from 'zod';
import {
  endStandIn,
  giveStandIn,
  lendableRoles,
  listOpenAccounts,
  listStandIns,
  may,
} from '../../../domain/access/index.ts';
import { listBodies } from '../../../domain/organisation/index.ts';
import { type FormState, freshForm } from '../../contracts.ts';
import { choice, civilDateField, idempotencyField, idField } from '../../input.ts';
import { redirect } from '../../reply.ts';
import { type HandlerContext, type Route, route } from '../../route.ts';
import { anId } from '../followup/sample-id.ts';
import { standInPage, standInPath } from './stand-in-page.ts';
import { standInTexts } from './stand-in-texts.ts';

/** Acting for another: who lends a role in a body to whom, and until when. */
export const standInRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: standInPath,
    policy: 'delegation.give',
    about: 'Visar vilka som är ställföreträdare och för vem, med formuläret där en till läggs in.',
    sample: {},
    handler: async (ctx) => draw(ctx, freshForm({ validFrom: ctx.services.runtime.today() })),
  }),
  route({
    method: 'POST',
    path: standInPath,
    policy: 'delegation.give',
    about: 'Lägger in en ställföreträdare i ett organ mellan två dagar.',
    input: {
      form: z.object({
        giverId: idField(),
        receiverId: idField(),
        role: choice(lendableRoles),
        bodyId: idField(),
        validFrom: civilDateField(),
        validTo: civilDateField(),
        idempotencyKey: idempotencyField,
      }),
    },
    sample: {
      form: {
        giverId: anId,
        receiverId: anId,
        role: 'caseOfficer',
        bodyId: anId,
        validFrom: '2026-12-01',
        validTo: '2026-12-31',
        idempotencyKey: 'exempel',
      },
    },
    handler: async (ctx) => {
      const { idempotencyKey, ...wanted } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'giveStandIn', idempotencyKey }, (w) => giveStandIn(w, wanted));
      return redirect(standInPath, { flash: { tone: 'success', text: standInTexts[ctx.language].saved } });
    },
    onInvalid: (ctx, state) => draw(ctx, state),
  }),
  route({
    method: 'POST',
    path: `${standInPath}/avsluta`,
    policy: 'delegation.give',
    about: 'Avslutar ett ställföreträdande.',
    input: { form: z.object({ id: idField() }) },
    sample: { form: { id: anId } },
    handler: async (ctx) => {
      await ctx.services.db.transact(ctx.auth, { verb: 'endStandIn' }, (w) => endStandIn(w, ctx.input.form.id));
      return redirect(standInPath, { flash: { tone: 'success', text: standInTexts[ctx.language].ended } });
    },
    onInvalid: (ctx, state) => draw(ctx, state),
  }),
];

async function draw(
  ctx: Pick<HandlerContext<'delegation.give'>, 'auth' | 'services' | 'actor'> & Parameters<typeof standInPage>[0],
  state: FormState,
) {
  const administers = may(ctx.actor, 'account.administer');
  const { runtime, db } = ctx.services;
  const today = runtime.today();
  const facts = await db.read(ctx.auth, async (r) => ({
    standIns: await listStandIns(r, today, administers ? undefined : (ctx.actor.accountId ?? undefined)),
    accounts: await listOpenAccounts(r),
    bodies: await listBodies(r, { onDate: today }),
  }));
  return standInPage(ctx, { ...facts, administers }, state);
}
