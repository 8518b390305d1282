import * as z from 'zod';
import type { Actor } from '../../../domain/access/index.ts';
import { listBodies } from '../../../domain/organisation/index.ts';
import {
  type Ask,
  groundProblems,
  listPrincipals,
  principalKinds,
  type ReleaseGround,
  releaseGroundCodes,
  releaseRecord,
  requireRecord,
  snapshotHash,
  snapshotProblems,
} from '../../../domain/releases/index.ts';
import { refuseProblems } from '../../../kernel/refuse-problems.ts';
import { type FormState, freshForm, type RequestContext } from '../../contracts.ts';
import {
  checkbox,
  choice,
  idempotencyField,
  idField,
  manyOf,
  optionalChoice,
  optionalCivilDate,
  optionalText,
} from '../../input.ts';
import { redirect } from '../../reply.ts';
import { type HandlerContext, type Route, route } from '../../route.ts';
import { checkReleasePage, makeReleasePage, type ReleaseDraft } from './make-release-page.ts';
import { releasableNouns, releasableRow } from './releasable.ts';
import { releasePaths } from './release-paths.ts';
import { secretProof } from './secret-proof.ts';
import { texts } from './texts.ts';

const path = `${releasePaths.make}/:noun/:id` as const;
const params = z.object({ noun: z.enum(releasableNouns), id: idField() });
const sample = { params: { noun: 'handling', id: '00000000-0000-4000-8000-000000000000' } };
const fields = {
  receivers: manyOf(idField(), { maximum: 100 }),
  ground: choice(releaseGroundCodes as readonly [ReleaseGround, ...ReleaseGround[]]),
  provision: optionalText({ maximum: 200 }),
  assessment: optionalText({ maximum: 5_000 }),
  note: optionalText({ maximum: 5_000 }),
  asks: checkbox(),
  question: optionalText({ maximum: 2_000 }),
  dueOn: optionalCivilDate(),
  idempotencyKey: idempotencyField,
};
const checked = z.object({ ...fields, step: optionalChoice(['change']) });
const sent = z.object({ ...fields, shownHash: optionalText({ maximum: 64 }) });
const sampleForm = { ground: 'noSecrecy', idempotencyKey: 'exempel' };

/** Letting another authority have a record: what and to whom, a look at exactly what leaves, and off it goes. */
export const makeReleaseRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path,
    policy: 'release.make',
    about: 'Visar formuläret där en handling lämnas ut till andra huvudmän eller till gäster.',
    input: { params },
    sample,
    handler: async (ctx) => {
      const draft = await draftOf(ctx);
      const { ask } = draft;
      const today = ctx.services.runtime.today();
      return makeReleasePage(
        ctx,
        draft,
        freshForm({
          ground: draft.content.secrecy ? '' : 'noSecrecy',
          provision: draft.content.secrecy?.provision ?? '',
          asks: ask ? 'on' : '',
          question: ask?.question ?? '',
          // What is late already is asked for with a new day.
          dueOn: ask?.dueOn && ask.dueOn >= today ? ask.dueOn : '',
          receivers: draft.receivers,
        }),
      );
    },
  }),
  route({
    method: 'POST',
    path,
    policy: 'release.make',
    about: 'Visar exakt vad som lämnas ut och till vem, innan det lämnas.',
    input: { params, form: checked },
    sample: { ...sample, form: sampleForm },
    handler: async (ctx) => {
      const draft = await draftOf(ctx);
      const { step, ...typed } = ctx.input.form;
      const state = freshForm(valuesOf(typed));
      if (step === 'change') return makeReleasePage(ctx, draft, state);
      refuseProblems(problemsOf(draft, typed));
      return checkReleasePage(ctx, draft, state);
    },
    onInvalid: async (ctx, state) => makeReleasePage(ctx, await draftOf(ctx), state),
  }),
  route({
    method: 'POST',
    path: `${path}/lamna`,
    policy: 'release.make',
    about: 'Lämnar ut handlingen: var mottagare får en kopia, och båda loggarna säger det.',
    input: { params, form: sent },
    sample: { ...sample, form: sampleForm },
    handler: async (ctx) => {
      const { content, ask } = await draftOf(ctx);
      const { idempotencyKey, asks, question, dueOn, shownHash, ...input } = ctx.input.form;
      const asked: Ask | null = asks && ask ? { ...ask, question: question ?? '', dueOn: dueOn ?? null } : null;
      const reading = secretProof(ctx.actor);
      const id = await ctx.services.db.transact(ctx.auth, { verb: 'releaseRecord', idempotencyKey }, (w) =>
        releaseRecord(w, {
          ...input,
          content,
          ask: asked,
          ...(shownHash && { shownHash }),
          ...(reading && { reading }),
        }),
      );
      const flash = { tone: 'success', text: texts[ctx.language].sent } as const;
      return redirect(`${releasePaths.log}/${id}`, { flash });
    },
    onInvalid: async (ctx, state) => makeReleasePage(ctx, await draftOf(ctx), state),
  }),
];

type Making = RequestContext &
  Pick<HandlerContext<'release.make'>, 'auth'> & {
    readonly actor: Actor;
    readonly input: { readonly params: z.output<typeof params> };
  };

/** The snapshot as it is now, read with the right to what is protected where there is one. */
async function draftOf(ctx: Making): Promise<ReleaseDraft> {
  const { noun, id } = ctx.input.params;
  const row = releasableRow(noun);
  const { db, runtime } = ctx.services;
  return await db.read(secretProof(ctx.actor) ?? ctx.auth, async (r) => {
    const content = await row.read(r, id);
    requireRecord(ctx.auth, content.bodyId);
    const bodies = await listBodies(r, { onDate: runtime.today() });
    return {
      noun,
      id,
      content,
      hash: snapshotHash(content),
      principals: await listPrincipals(r),
      groups: bodies.filter(
        ({ kind }) =>
          (kind === 'officialsGroup' || kind === 'jointCommittee') &&
          !(principalKinds as readonly string[]).includes(kind),
      ),
      ask: row.ask ? await row.ask(r, id) : null,
      receivers: row.receivers ? await row.receivers(r, id) : [],
    };
  });
}

type Typed = Omit<z.output<typeof checked>, 'step'>;

function valuesOf({ receivers, asks, ...rest }: Typed): FormState['values'] {
  return { ...rest, receivers, asks: asks ? 'on' : '' };
}

/** What would be refused when it is sent, said before it is looked at. */
function problemsOf({ content, principals }: ReleaseDraft, typed: Typed) {
  const known = new Set(principals.map(({ bodyId }) => bodyId as string));
  return [
    ...(typed.receivers.length === 0 ? [{ path: 'receivers', key: 'release.noReceiver' }] : []),
    ...groundProblems({
      ground: typed.ground,
      isProtected: content.secrecy !== null,
      provision: typed.provision ?? null,
      assessment: typed.assessment ?? null,
      audiences: typed.receivers.map((id) => (known.has(id) ? 'principal' : 'guests')),
    }),
    ...snapshotProblems(content),
  ];
}
