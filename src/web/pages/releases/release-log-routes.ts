import * as z from 'zod';
import type { Sheet } from '../../../documents/out/index.ts';
import type { Actor } from '../../../domain/access/index.ts';
import {
  askKinds,
  getRelease,
  type ListedRelease,
  listPrincipals,
  listReleases,
  recallRelease,
  receiverStandings,
  releaseGrounds,
} from '../../../domain/releases/index.ts';
import { freshForm, type RequestContext } from '../../contracts.ts';
import { idempotencyField, idField, optionalCivilDate, optionalId, optionalWholeNumber, text } from '../../input.ts';
import { redirect } from '../../reply.ts';
import { type HandlerContext, type Route, route } from '../../route.ts';
import { tableFile, tableFormats } from '../../table-file.ts';
import { dayOf, nameOf, releaseLogPage, releasePage } from './release-log-pages.ts';
import { releasePaths } from './release-paths.ts';
import { secretProof } from './secret-proof.ts';
import { texts } from './texts.ts';

const anId = '00000000-0000-4000-8000-000000000000';
const byId = z.object({ id: idField() });
const chosen = { mottagare: optionalId(), fran: optionalCivilDate(), till: optionalCivilDate() };
const pageSize = 50;

/** The log of what was released, as a page and as a table to take away; each release with what became of it. */
export const releaseLogRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: releasePaths.log,
    policy: 'release.make',
    about: 'Visar vad som har lämnats ut till andra huvudmän och till gäster, och vem som läste när.',
    input: { query: z.object({ ...chosen, sida: optionalWholeNumber({ minimum: 1, maximum: 100_000 }) }) },
    sample: {},
    handler: async (ctx) => {
      const { sida = 1, ...query } = ctx.input.query;
      const window = { limit: pageSize + 1, offset: (sida - 1) * pageSize };
      const { releases, principals } = await ctx.services.db.read(ctx.auth, async (r) => ({
        releases: await listReleases(r, { ...filterOf(query), ...window }, secretProof(ctx.actor)),
        principals: await listPrincipals(r),
      }));
      const next = new URLSearchParams({ ...defined(query), sida: String(sida + 1) });
      const more = releases.length > pageSize ? `${releasePaths.log}?${next}` : undefined;
      return releaseLogPage(ctx, { releases: releases.slice(0, pageSize), principals, query, more });
    },
  }),
  ...tableFormats.map((format) =>
    route({
      method: 'GET',
      path: `${releasePaths.log}/logg.${format}`,
      policy: 'release.make',
      about: `Lämnar loggen över utlämnanden som ${format.toUpperCase()}.`,
      input: { query: z.object(chosen) },
      sample: {},
      handler: async (ctx) => {
        const filter = { ...filterOf(ctx.input.query), limit: 5_000 };
        const releases = await ctx.services.db.read(ctx.auth, (r) => listReleases(r, filter, secretProof(ctx.actor)));
        return tableFile(logSheet(ctx, releases), 'utlamnat', format);
      },
    }),
  ),
  route({
    method: 'GET',
    path: `${releasePaths.log}/:id`,
    policy: 'release.make',
    about: 'Visar ett utlämnande: vad som lämnades, till vem, vad som har hänt hos mottagarna och vad de svarade.',
    input: { params: byId },
    sample: { params: { id: anId } },
    handler: async (ctx) => releasePage(ctx, await releaseOf(ctx), freshForm()),
  }),
  route({
    method: 'POST',
    path: `${releasePaths.log}/:id/aterkalla`,
    policy: 'release.make',
    about: 'Återkallar ett utlämnande från alla mottagare, med skäl.',
    input: { params: byId, form: z.object({ reason: text({ maximum: 2_000 }), idempotencyKey: idempotencyField }) },
    sample: { params: { id: anId }, form: { reason: 'Fel version.', idempotencyKey: 'exempel' } },
    handler: async (ctx) => {
      const { reason, idempotencyKey } = ctx.input.form;
      const reading = secretProof(ctx.actor);
      const releaseId = ctx.input.params.id;
      await ctx.services.db.transact(ctx.auth, { verb: 'recallRelease', idempotencyKey }, (w) =>
        recallRelease(w, { releaseId, reason, ...(reading && { reading }) }),
      );
      const flash = { tone: 'success', text: texts[ctx.language].recalled } as const;
      return redirect(`${releasePaths.log}/${releaseId}`, { flash });
    },
    onInvalid: async (ctx, state) => releasePage(ctx, await releaseOf(ctx), state),
  }),
];

type Reading = Pick<HandlerContext<'release.make'>, 'services' | 'auth'> & {
  readonly actor: Actor;
  readonly input: { readonly params: z.output<typeof byId> };
};

function releaseOf({ services, auth, actor, input }: Reading) {
  return services.db.read(auth, (r) => getRelease(r, input.params.id, secretProof(actor)));
}

type Chosen = {
  readonly mottagare?: string | undefined;
  readonly fran?: string | undefined;
  readonly till?: string | undefined;
};

function filterOf({ mottagare, fran, till }: Chosen) {
  return { ...(mottagare && { receiverId: mottagare }), ...(fran && { from: fran }), ...(till && { to: till }) };
}

function defined(query: Chosen): Record<string, string> {
  return Object.fromEntries(Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== undefined));
}

/** One row a receiver, so that the table can be sorted and counted. */
function logSheet(ctx: RequestContext, releases: readonly ListedRelease[]): Sheet {
  const t = texts[ctx.language];
  const { language } = ctx;
  return {
    title: t.logTitle,
    language,
    columns: [
      { head: t.record, kind: 'text' },
      { head: t.when, kind: 'date' },
      { head: t.by, kind: 'text' },
      { head: t.receivers, kind: 'text' },
      { head: t.state, kind: 'text' },
      { head: t.ground, kind: 'text' },
      { head: t.provision, kind: 'text' },
      { head: t.ask, kind: 'text' },
    ],
    rows: releases.flatMap((one) =>
      one.receivers.map((receiver) => [
        one.title,
        dayOf(one.releasedAt),
        one.releasedBy,
        nameOf(ctx, receiver),
        receiverStandings[receiver.standing][language],
        releaseGrounds[one.ground].label[language],
        one.provision,
        one.ask ? askKinds[one.ask.kind].short[language] : null,
      ]),
    ),
  };
}
