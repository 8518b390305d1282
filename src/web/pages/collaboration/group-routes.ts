import * as z from 'zod';
import { type Actor, may } from '../../../domain/access/index.ts';
import {
  appointRepresentative,
  endRepresentation,
  filledPlaces,
  getRepresentation,
  latestItemsOf,
  listRepresentations,
  setRepresentationPlace,
} from '../../../domain/collaboration/index.ts';
import { reportingGroupsOf, setReportingGroups } from '../../../domain/meetings/index.ts';
import { getBody, listBodies, sharedKinds } from '../../../domain/organisation/index.ts';
import { AppError } from '../../../kernel/errors.ts';
import { type FormState, freshForm, type Reader } from '../../contracts.ts';
import { idField, optionalId } from '../../input.ts';
import { redirect } from '../../reply.ts';
import { type HandlerContext, type Route, route } from '../../route.ts';
import { collaborationPaths } from './collaboration-tabs.ts';
import { readGroup, readStructure } from './group-facts.ts';
import {
  appointForm,
  appointPage,
  endForm,
  endPage,
  linesSeen,
  placeForm,
  placePage,
  reportingForm,
  reportingPage,
} from './group-form-pages.ts';
import { groupListPage, groupPage, groupPath } from './group-pages.ts';
import { groupTexts } from './group-texts.ts';

const anId = '00000000-0000-4000-8000-000000000000';
const byId = z.object({ id: idField() });
const byRow = z.object({ id: idField(), rad: idField() });
const one = `${collaborationPaths.groups}/:id` as const;

/** The joint groups: the structure, one group, and who speaks for whom and reports in it. */
export const groupRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: collaborationPaths.groups,
    policy: 'record.read',
    about: 'Visar samverkansstrukturen som träd, och var någon saknas i grupperna.',
    sample: {},
    handler: async (ctx) => {
      const { db, runtime } = ctx.services;
      return groupListPage(ctx, await db.read(ctx.auth, (r) => readStructure(r, runtime.today())));
    },
  }),
  route({
    method: 'GET',
    path: one,
    policy: 'record.read',
    about:
      'Visar en gemensam grupp: vem som talar för vilken huvudman, vilka som rapporterar och vems rapport som saknas.',
    input: { params: byId },
    sample: { params: { id: anId } },
    handler: async (ctx) => {
      const { db, runtime } = ctx.services;
      return groupPage(ctx, await db.read(ctx.auth, (r) => readGroup(r, ctx.input.params.id, runtime.today())));
    },
  }),
  route({
    method: 'GET',
    path: `${one}/utse`,
    policy: 'collaboration.edit',
    about: 'Visar formuläret där en representant eller ersättare utses.',
    input: { params: byId, query: z.object({ for: optionalId() }) },
    sample: { params: { id: anId } },
    handler: (ctx) =>
      appointAgain(
        ctx,
        freshForm({
          forBodyId: ctx.input.query.for ?? '',
          capacity: 'representative',
          validFrom: ctx.services.runtime.today(),
        }),
      ),
  }),
  route({
    method: 'POST',
    path: `${one}/utse`,
    policy: 'collaboration.edit',
    about: 'Utser en representant eller ersättare från en dag.',
    input: { params: byId, form: appointForm },
    sample: {
      params: { id: anId },
      form: {
        forBodyId: anId,
        capacity: 'representative',
        name: 'Alma Nordin',
        validFrom: '2026-03-01',
        idempotencyKey: 'exempel',
      },
    },
    handler: async (ctx) => {
      const { id } = ctx.input.params;
      const { idempotencyKey, ...fields } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'appointRepresentative', idempotencyKey }, (w) =>
        appointRepresentative(w, { groupId: id, ...fields }),
      );
      return toGroup(id, groupTexts[ctx.language].appointedDone);
    },
    onInvalid: (ctx, state) => appointAgain(ctx, state),
  }),
  route({
    method: 'GET',
    path: `${one}/representanter/:rad/avsluta`,
    policy: 'collaboration.edit',
    about: 'Visar formuläret där sista dagen för en representant antecknas.',
    input: { params: byRow },
    sample: { params: { id: anId, rad: anId } },
    handler: (ctx) => endAgain(ctx, freshForm({ lastDay: ctx.services.runtime.today() })),
  }),
  route({
    method: 'POST',
    path: `${one}/representanter/:rad/avsluta`,
    policy: 'collaboration.edit',
    about: 'Antecknar sista dagen för en representant.',
    input: { params: byRow, form: endForm },
    sample: {
      params: { id: anId, rad: anId },
      form: { lastDay: '2026-03-01', version: '1', idempotencyKey: 'exempel' },
    },
    handler: async (ctx) => {
      const { id, rad } = ctx.input.params;
      const { idempotencyKey, version, lastDay } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'endRepresentation', idempotencyKey }, (w) =>
        endRepresentation(w, { representationId: rad, lastDay, expectedVersion: version }),
      );
      return toGroup(id, groupTexts[ctx.language].endedDone);
    },
    onInvalid: (ctx, state) => endAgain(ctx, state),
  }),
  route({
    method: 'GET',
    path: `${one}/plats`,
    policy: 'collaboration.edit',
    about: 'Visar formuläret där en plats i gruppen bestäms.',
    input: { params: byId },
    sample: { params: { id: anId } },
    handler: (ctx) => placeAgain(ctx, freshForm({ representatives: '1', substitutes: '0' })),
  }),
  route({
    method: 'POST',
    path: `${one}/plats`,
    policy: 'collaboration.edit',
    about: 'Bestämmer vem som företräds i gruppen, och av hur många.',
    input: { params: byId, form: placeForm },
    sample: {
      params: { id: anId },
      form: { forBodyId: anId, representatives: '1', substitutes: '1', idempotencyKey: 'exempel' },
    },
    handler: async (ctx) => {
      const { id } = ctx.input.params;
      const { idempotencyKey, ...fields } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'setRepresentationPlace', idempotencyKey }, (w) =>
        setRepresentationPlace(w, { groupId: id, ...fields }),
      );
      return toGroup(id, groupTexts[ctx.language].placeDone);
    },
    onInvalid: (ctx, state) => placeAgain(ctx, state),
  }),
  route({
    method: 'GET',
    path: `${one}/rapporterar`,
    policy: 'collaboration.edit',
    about: 'Visar formuläret för vilka undergrupper som rapporterar på varje möte.',
    input: { params: byId },
    sample: { params: { id: anId } },
    handler: (ctx) => reportingAgain(ctx),
  }),
  route({
    method: 'POST',
    path: `${one}/rapporterar`,
    policy: 'collaboration.edit',
    about: 'Sparar vilka undergrupper som rapporterar på varje möte, och i vilken punkt.',
    input: { params: byId, form: reportingForm },
    sample: { params: { id: anId }, form: { idempotencyKey: 'exempel' } },
    handler: async (ctx) => {
      const { id } = ctx.input.params;
      const { idempotencyKey, item, seen } = ctx.input.form;
      const lines = Object.entries(item).flatMap(([bodyId, itemTitle]) => (itemTitle ? [{ bodyId, itemTitle }] : []));
      await ctx.services.db.transact(ctx.auth, { verb: 'setReportingGroups', idempotencyKey }, (w) =>
        setReportingGroups(w, { groupId: id, lines, seen: linesSeen(seen) }),
      );
      return toGroup(id, groupTexts[ctx.language].reportingDone);
    },
    onInvalid: (ctx, state) => reportingAgain(ctx, state),
  }),
];

function toGroup(id: string, text: string) {
  return redirect(groupPath(id), { flash: { tone: 'success', text } });
}

/** The group of a form, for those who may change it; the verbs would refuse what others send, too. */
async function ownGroup(r: Reader, id: string, actor: Actor) {
  const body = await getBody(r, id);
  if (!may(actor, 'collaboration.edit', body.id)) throw new AppError('access.denied');
  if (!sharedKinds.includes(body.kind)) throw new AppError('record.notFound');
  return body;
}

async function appointAgain(ctx: HandlerOf<typeof byId>, state: FormState) {
  const today = ctx.services.runtime.today();
  const choices = await ctx.services.db.read(ctx.auth, async (r) => {
    const body = await ownGroup(r, ctx.input.params.id, ctx.actor);
    const all = await listRepresentations(r);
    return {
      body,
      places: (await filledPlaces(r, [body.id], today)).get(body.id) ?? [],
      items: await latestItemsOf(r, body.id, today),
      people: [...new Map(all.map((person) => [person.personId, person])).values()].toSorted((a, b) =>
        a.personName.localeCompare(b.personName, 'sv'),
      ),
    };
  });
  return appointPage(ctx, choices, state);
}

async function endAgain(ctx: HandlerOf<typeof byRow>, state: FormState) {
  const { id, rad } = ctx.input.params;
  const { body, representation } = await ctx.services.db.read(ctx.auth, async (r) => ({
    body: await ownGroup(r, id, ctx.actor),
    representation: await getRepresentation(r, rad),
  }));
  if (representation.groupId !== body.id) throw new AppError('record.notFound');
  return endPage(ctx, body, representation, state);
}

async function placeAgain(ctx: HandlerOf<typeof byId>, state: FormState) {
  const { body, bodies } = await ctx.services.db.read(ctx.auth, async (r) => ({
    body: await ownGroup(r, ctx.input.params.id, ctx.actor),
    bodies: await listBodies(r, { onDate: ctx.services.runtime.today() }),
  }));
  return placePage(
    ctx,
    body,
    bodies.filter(({ id }) => id !== body.id),
    state,
  );
}

async function reportingAgain(ctx: HandlerOf<typeof byId>, state?: FormState) {
  const { body, bodies, seen } = await ctx.services.db.read(ctx.auth, async (r) => ({
    body: await ownGroup(r, ctx.input.params.id, ctx.actor),
    bodies: await listBodies(r, { onDate: ctx.services.runtime.today() }),
    seen: await reportingGroupsOf(r, ctx.input.params.id),
  }));
  const below = bodies.filter(({ id, parentId }) => parentId === body.id && seen.every(({ bodyId }) => bodyId !== id));
  const candidates = [...seen.map(({ bodyId, name }) => ({ id: bodyId, name })), ...below];
  const values = Object.fromEntries(seen.map(({ bodyId, itemTitle }) => [`item.${bodyId}`, itemTitle]));
  return reportingPage(ctx, body, candidates, seen, state ?? freshForm(values));
}

type HandlerOf<S extends z.ZodType> = HandlerContext<'collaboration.edit'> & {
  readonly input: { readonly params: z.output<S> };
};
