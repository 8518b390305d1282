import { setRepresentationPlace } from '../../../domain/collaboration/index.ts';
import { reportingGroupsOf, setReportingGroups } from '../../../domain/meetings/index.ts';
import { listBodies } from '../../../domain/organisation/index.ts';
import { type FormState, freshForm } from '../../contracts.ts';
import { type Route, route } from '../../route.ts';
import { collaborationPaths } from './collaboration-tabs.ts';
import { linesSeen, placeForm, placePage, reportingForm, reportingPage } from './group-form-pages.ts';
import { groupTexts } from './group-texts.ts';
import { groupParams, type HandlerOf, ownGroup, toGroup } from './own-group.ts';

const anId = '00000000-0000-4000-8000-000000000000';
const one = `${collaborationPaths.groups}/:id` as const;

/** How a group is made up: which places it has, and which groups below report in it. */
export const groupSettingRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: `${one}/plats`,
    policy: 'collaboration.edit',
    about: 'Visar formuläret där en plats i gruppen bestäms.',
    input: { params: groupParams },
    sample: { params: { id: anId } },
    handler: (ctx) => placeAgain(ctx, freshForm({ representatives: '1', substitutes: '0' })),
  }),
  route({
    method: 'POST',
    path: `${one}/plats`,
    policy: 'collaboration.edit',
    about: 'Bestämmer vem som företräds i gruppen, och av hur många.',
    input: { params: groupParams, form: placeForm },
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
    input: { params: groupParams },
    sample: { params: { id: anId } },
    handler: (ctx) => reportingAgain(ctx),
  }),
  route({
    method: 'POST',
    path: `${one}/rapporterar`,
    policy: 'collaboration.edit',
    about: 'Sparar vilka undergrupper som rapporterar på varje möte, och i vilken punkt.',
    input: { params: groupParams, form: reportingForm },
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

async function placeAgain(ctx: HandlerOf<typeof groupParams>, state: FormState) {
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

async function reportingAgain(ctx: HandlerOf<typeof groupParams>, state?: FormState) {
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
