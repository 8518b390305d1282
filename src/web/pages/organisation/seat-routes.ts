import * as z from 'zod';
import {
  createSeat,
  endSeat,
  fillSeat,
  getSeat,
  listPersonsByName,
  registerPerson,
  vacateSeat,
} from '../../../domain/organisation/index.ts';
import { AppError } from '../../../kernel/errors.ts';
import { type FormState, freshForm } from '../../contracts.ts';
import { idField } from '../../input.ts';
import { type Route, route } from '../../route.ts';
import { bodyListPath } from './body-list-page.ts';
import { anId, byId, type Editing, ownBody, toBody } from './body-routes.ts';
import { dayForm, fillForm, newSeatForm, newSeatPage, type SeatAction, seatActionPage } from './seat-form-page.ts';
import { texts } from './texts.ts';

const seats = `${bodyListPath}/:id/platser` as const;
const bySeat = z.object({ id: idField(), plats: idField() });
const seatSample = { id: anId, plats: anId };
type Writer = Parameters<typeof createSeat>[0];

/** The seats of a body: set up, filled, made vacant, ended. The time before always stays as it was. */
export const seatRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: `${seats}/ny`,
    policy: 'organisation.edit',
    about: 'Visar formuläret för en ny plats i organet.',
    input: { params: byId },
    sample: { params: { id: anId } },
    handler: async (ctx) => newSeatPage(ctx, await ownBody(ctx, ctx.input.params.id), freshForm({ kind: 'member' })),
  }),
  route({
    method: 'POST',
    path: `${seats}/ny`,
    policy: 'organisation.edit',
    about: 'Lägger till en plats, besatt eller vakant.',
    input: { params: byId, form: newSeatForm },
    sample: { params: { id: anId }, form: { kind: 'member', party: 'S', idempotencyKey: 'exempel' } },
    handler: async (ctx) => {
      const { id } = ctx.input.params;
      const { person, same, idempotencyKey, ...fields } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'createSeat', idempotencyKey }, async (w) =>
        createSeat(w, { ...fields, bodyId: id, personId: person ? await personOf(w, person, same) : null }),
      );
      return toBody(id, texts[ctx.language].seatAdded, '#platser');
    },
    onInvalid: async (ctx, state) => newSeatPage(ctx, await ownBody(ctx, ctx.input.params.id), state),
  }),
  seatForm('besatt'),
  route({
    method: 'POST',
    path: `${seats}/:plats/besatt`,
    policy: 'organisation.edit',
    about: 'Besätter en vakant plats från en dag.',
    input: { params: bySeat, form: fillForm },
    sample: {
      params: seatSample,
      form: { person: 'Prov Provsson', day: '2027-01-01', version: '1', idempotencyKey: 'exempel' },
    },
    handler: async (ctx) => {
      const { id, plats } = ctx.input.params;
      const { person, same, role, day, version, idempotencyKey } = ctx.input.form;
      await ownSeat(ctx);
      await ctx.services.db.transact(ctx.auth, { verb: 'fillSeat', idempotencyKey }, async (w) =>
        fillSeat(w, {
          seatId: plats,
          expectedVersion: version,
          personId: await personOf(w, person, same),
          from: day,
          role: role ?? null,
        }),
      );
      return toBody(id, texts[ctx.language].filled, '#platser');
    },
    onInvalid: (ctx, state) => drawSeat(ctx, 'besatt', state),
  }),
  seatForm('vakant'),
  dayRoute('vakant'),
  seatForm('avsluta'),
  dayRoute('avsluta'),
];

/** The form of one of the things that can happen to a seat. */
function seatForm(action: SeatAction): Route {
  const about = {
    besatt: 'Visar formuläret där en vakant plats besätts.',
    vakant: 'Visar formuläret där en plats görs vakant.',
    avsluta: 'Visar formuläret där en plats avslutas.',
  }[action];
  return route({
    method: 'GET',
    path: `${seats}/:plats/${action}`,
    policy: 'organisation.edit',
    about,
    input: { params: bySeat },
    sample: { params: seatSample },
    handler: async (ctx) => drawSeat(ctx, action, freshForm({ day: ctx.services.runtime.today() })),
  });
}

/** What only asks for a day: the seat is vacant from it, or has it as its last. */
function dayRoute(action: 'vakant' | 'avsluta'): Route {
  const ending = action === 'avsluta';
  return route({
    method: 'POST',
    path: `${seats}/:plats/${action}`,
    policy: 'organisation.edit',
    about: ending ? 'Avslutar en plats efter en sista dag.' : 'Gör en plats vakant från en dag.',
    input: { params: bySeat, form: dayForm },
    sample: { params: seatSample, form: { day: '2027-01-01', version: '1', idempotencyKey: 'exempel' } },
    handler: async (ctx) => {
      const { id, plats } = ctx.input.params;
      const { day, version, idempotencyKey } = ctx.input.form;
      await ownSeat(ctx);
      const seat = { seatId: plats, expectedVersion: version };
      const verb = ending ? 'endSeat' : 'vacateSeat';
      await ctx.services.db.transact(ctx.auth, { verb, idempotencyKey }, async (w) => {
        await (ending ? endSeat(w, { ...seat, lastDay: day }) : vacateSeat(w, { ...seat, from: day }));
      });
      const t = texts[ctx.language];
      return toBody(id, ending ? t.endedFlash : t.vacated, '#platser');
    },
    onInvalid: (ctx, state) => drawSeat(ctx, action, state),
  });
}

type OnSeat = Editing & { readonly input: { readonly params: z.output<typeof bySeat> } };

async function ownSeat(ctx: OnSeat) {
  const { id, plats } = ctx.input.params;
  const body = await ownBody(ctx, id);
  const seat = await ctx.services.db.read(ctx.auth, (r) => getSeat(r, plats));
  if (seat.bodyId !== id) throw new AppError('record.notFound');
  return { body, seat };
}

async function drawSeat(ctx: OnSeat & Parameters<typeof seatActionPage>[0], action: SeatAction, state: FormState) {
  const { body, seat } = await ownSeat(ctx);
  // The domain calls the day by what it does; the form has one field for it.
  const problems = state.problems.map((problem) =>
    ['from', 'lastDay', 'seatId'].includes(problem.path) ? { ...problem, path: 'day' } : problem,
  );
  return seatActionPage(ctx, body, seat, action, { ...state, problems });
}

/** The person of a name: entered when nobody has it, otherwise as the one who filled in the form said. */
async function personOf(w: Writer, name: string, same: 'same' | 'other' | undefined) {
  const [known] = await listPersonsByName(w, name);
  if (known && same === undefined)
    throw new AppError('record.invalid', {}, [{ path: 'same', key: 'person.nameKnown' }]);
  return known && same === 'same' ? known.id : await registerPerson(w, { name });
}
