import * as z from 'zod';
import {
  appointRepresentative,
  endRepresentation,
  filledPlaces,
  getRepresentation,
  latestItemsOf,
  listRepresentations,
} from '../../../domain/collaboration/index.ts';
import { AppError } from '../../../kernel/errors.ts';
import { type FormState, freshForm } from '../../contracts.ts';
import { idField, optionalId } from '../../input.ts';
import { type Route, route } from '../../route.ts';
import { collaborationPaths } from './collaboration-tabs.ts';
import { appointForm, appointPage, endForm, endPage } from './group-form-pages.ts';
import { groupTexts } from './group-texts.ts';
import { groupParams, type HandlerOf, ownGroup, toGroup } from './own-group.ts';

const anId = '00000000-0000-4000-8000-000000000000';
const byRow = z.object({ id: idField(), rad: idField() });
const one = `${collaborationPaths.groups}/:id` as const;

/** Who speaks for a principal in a group: appointed from a day, and ended. */
export const representativeRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: `${one}/utse`,
    policy: 'collaboration.edit',
    about: 'Visar formuläret där en representant eller ersättare utses.',
    input: { params: groupParams, query: z.object({ for: optionalId() }) },
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
    input: { params: groupParams, form: appointForm },
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
];

async function appointAgain(ctx: HandlerOf<typeof groupParams>, state: FormState) {
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
