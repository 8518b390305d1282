import * as z from 'zod';
import {
  getInvitation,
  noteSummonsAnswer,
  type SummonsAnswer,
  sendLetterAgain,
  setSummonsAddress,
  summonsAnswerCodes,
} from '../../../domain/meetings/index.ts';
import { AppError } from '../../../kernel/errors.ts';
import { choice, idempotencyField, idField, optionalId, optionalText, versionField } from '../../input.ts';
import { redirect } from '../../reply.ts';
import { type Route, route } from '../../route.ts';
import { meetingListPath } from '../meetings/meeting-list-page.ts';
import { anId, type Editing, ownMeeting } from '../meetings/meeting-routes.ts';
import { type PersonForm, personPage } from './person-page.ts';
import { overviewPath, personPath } from './summons-paths.ts';
import { texts } from './texts.ts';

const person = `${meetingListPath}/:id/svar/:kallelse` as const;
const byPerson = z.object({ id: idField(), kallelse: idField() });
const params = { id: anId, kallelse: anId };

/** What somebody answers, wherever the form stands. */
export const answerFields = z.object({
  answer: choice(summonsAnswerCodes as readonly [SummonsAnswer, ...SummonsAnswer[]]),
  note: optionalText({ maximum: 500 }),
  fraga: optionalId(),
  version: versionField,
  idempotencyKey: idempotencyField,
});

type Here = Editing &
  Parameters<typeof personPage>[0] & { readonly input: { readonly params: z.output<typeof byPerson> } };

/** One person's answer, address and letters, for the secretary. */
export const personRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: person,
    policy: 'meeting.edit',
    about: 'Visar vad en person har svarat på kallelsen och vilka brev som är skickade.',
    input: { params: byPerson },
    sample: { params },
    handler: (ctx) => draw(ctx),
  }),
  route({
    method: 'POST',
    path: person,
    policy: 'meeting.edit',
    about: 'Antecknar vad en person har svarat på kallelsen.',
    input: { params: byPerson, form: answerFields },
    sample: { params, form: { answer: 'comes', version: '0', idempotencyKey: 'exempel' } },
    handler: async (ctx) => {
      const { summons } = await invitationOf(ctx);
      const { answer, note, fraga, version, idempotencyKey } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'noteSummonsAnswer', idempotencyKey }, (w) =>
        noteSummonsAnswer(w, { summonsId: summons.id, expectedVersion: version, answer, note, requestId: fraga }),
      );
      const text = texts[ctx.language].saved(summons.name);
      return redirect(overviewPath(ctx.input.params.id), { flash: { tone: 'success', text } });
    },
    onInvalid: (ctx, state) => draw(ctx, { of: 'answer', state }),
  }),
  route({
    method: 'POST',
    path: `${person}/adress`,
    policy: 'meeting.edit',
    about: 'Sparar vart brev till en person ska skickas.',
    input: {
      params: byPerson,
      form: z.object({
        address: optionalText({ maximum: 254 }),
        version: versionField,
        idempotencyKey: idempotencyField,
      }),
    },
    sample: { params, form: { address: 'namn@example.se', version: '1', idempotencyKey: 'exempel' } },
    handler: async (ctx) => {
      const { summons } = await invitationOf(ctx);
      const { address, version, idempotencyKey } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'setSummonsAddress', idempotencyKey }, (w) =>
        setSummonsAddress(w, { summonsId: summons.id, expectedVersion: version, address: address ?? null }),
      );
      const text = texts[ctx.language].addressSaved;
      return redirect(overviewPath(ctx.input.params.id), { flash: { tone: 'success', text } });
    },
    onInvalid: (ctx, state) => draw(ctx, { of: 'address', state }),
  }),
  route({
    method: 'POST',
    path: `${person}/igen`,
    policy: 'meeting.edit',
    about: 'Skickar det senaste brevet till en person en gång till.',
    input: { params: byPerson, form: z.object({ idempotencyKey: idempotencyField }) },
    sample: { params, form: { idempotencyKey: 'exempel' } },
    handler: async (ctx) => {
      const { id, kallelse } = ctx.input.params;
      const { summons } = await invitationOf(ctx);
      const { idempotencyKey } = ctx.input.form;
      const posted = await ctx.services.db.transact(ctx.auth, { verb: 'sendLetterAgain', idempotencyKey }, (w) =>
        sendLetterAgain(w, summons.id),
      );
      const t = texts[ctx.language];
      return redirect(personPath(id, kallelse), {
        flash: posted ? { tone: 'success', text: t.againSent } : { tone: 'warning', text: t.againNone },
      });
    },
    onInvalid: (ctx, state) => draw(ctx, { of: 'answer', state }),
  }),
];

/** The summons of an address, for who keeps the meeting; one of another meeting is an unknown page. */
async function invitationOf(ctx: Here) {
  const meeting = await ownMeeting(ctx, ctx.input.params.id);
  const { runtime, db } = ctx.services;
  const invitation = await db.read(ctx.auth, (r) => getInvitation(r, ctx.input.params.kallelse, runtime.now()));
  if (invitation.meeting.id !== meeting.id) throw new AppError('record.notFound');
  return { ...invitation, meeting };
}

async function draw(ctx: Here, shown?: PersonForm) {
  return personPage(ctx, await invitationOf(ctx), shown);
}
