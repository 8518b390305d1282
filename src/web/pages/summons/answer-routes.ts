import * as z from 'zod';
import { authorize } from '../../../domain/access/index.ts';
import {
  answerSummons,
  answerThroughLink,
  calendarEntryOf,
  findAnswerLink,
  findOwnSummons,
  getInvitation,
  getMeeting,
} from '../../../domain/meetings/index.ts';
import { AppError } from '../../../kernel/errors.ts';
import { type FormState, freshForm } from '../../contracts.ts';
import { text } from '../../input.ts';
import { file, redirect } from '../../reply.ts';
import { type HandlerContext, type Route, route } from '../../route.ts';
import { meetingListPath } from '../meetings/meeting-list-page.ts';
import { anId, byId } from '../meetings/meeting-routes.ts';
import { linkAnswerPage, ownAnswerPage } from './answer-page.ts';
import { answerFields } from './person-routes.ts';
import { ownAnswerPath } from './summons-paths.ts';
import { texts } from './texts.ts';

const byToken = z.object({ token: text({ maximum: 100 }) });
const own = `${meetingListPath}/:id/mitt-svar` as const;
const params = { id: anId };
const aToken = { token: 'a'.repeat(43) };

type ByLink = Pick<HandlerContext<'public'>, 'services'> & {
  readonly input: { readonly params: z.output<typeof byToken> };
};

/** Answering a summons: signed in, or by the link of the letter. */
export const answerRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: own,
    policy: 'summons.answer',
    about: 'Visar frågan om man kommer till ett sammanträde man är kallad till.',
    input: { params: byId },
    sample: { params },
    handler: (ctx) => drawOwn(ctx),
  }),
  route({
    method: 'POST',
    path: own,
    policy: 'summons.answer',
    about: 'Svarar på kallelsen till ett sammanträde.',
    input: { params: byId, form: answerFields },
    sample: { params, form: { answer: 'comes', version: '0', idempotencyKey: 'exempel' } },
    handler: async (ctx) => {
      const { id } = ctx.input.params;
      const { answer, note, fraga, version, idempotencyKey } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'answerSummons', idempotencyKey }, (w) =>
        answerSummons(w, { meetingId: id, expectedVersion: version, answer, note, requestId: fraga }),
      );
      return redirect(ownAnswerPath(id), { flash: { tone: 'success', text: texts[ctx.language].answered } });
    },
    onInvalid: drawOwn,
  }),
  route({
    method: 'GET',
    path: '/svar/:token',
    policy: 'public',
    // Programs that look through mail follow each link before its reader does: looking is not guessing, and changes nothing.
    rate: 'write',
    about: 'Visar kallelsen bakom länken i ett brev, utan inloggning. Att titta ändrar ingenting.',
    input: { params: byToken },
    sample: { params: aToken },
    handler: (ctx) => drawLink(ctx, freshForm()),
  }),
  route({
    method: 'POST',
    path: '/svar/:token',
    policy: 'public',
    rate: 'signIn',
    about: 'Svarar på kallelsen genom länken i ett brev. Länken går att använda en gång.',
    input: { params: byToken, form: answerFields },
    sample: { params: aToken, form: { answer: 'comes', version: '0', idempotencyKey: 'exempel' } },
    handler: async (ctx) => {
      const { token, link } = await linkOf(ctx);
      const { answer, note, fraga } = ctx.input.form;
      const auth = authorize(link.actor, 'summons.answer');
      await ctx.services.db
        .transact(auth, { verb: 'answerThroughLink' }, (w) =>
          answerThroughLink(w, { token, answer, note, requestId: fraga }),
        )
        // Who presses twice is shown what the first press did.
        .catch((error: unknown) => {
          if (!(error instanceof AppError && error.code === 'summons.linkUsed')) throw error;
        });
      return redirect(`/svar/${token}`);
    },
    onInvalid: drawLink,
  }),
  route({
    method: 'GET',
    path: `${meetingListPath}/:id/kalender.ics`,
    policy: 'record.read',
    about: 'Lämnar ut ett sammanträde som kalenderfil.',
    input: { params: byId },
    sample: { params },
    handler: async (ctx) => {
      const meeting = await ctx.services.db.read(ctx.auth, (r) => getMeeting(r, ctx.input.params.id));
      return file({
        bytes: ctx.services.writeCalendar([calendarEntryOf(meeting)]),
        type: 'text/calendar; charset=utf-8',
        name: `sammantrade-${meeting.heldOn}.ics`,
      });
    },
  }),
];

/** Whose link it is. Throws `summons.linkUnknown` for one that nobody has. */
async function linkOf({ services, input }: ByLink) {
  const { token } = input.params;
  const link = await findAnswerLink(services.db, token);
  if (!link) throw new AppError('summons.linkUnknown');
  return { token, link };
}

async function drawLink(ctx: ByLink & Parameters<typeof linkAnswerPage>[0], state: FormState) {
  const { token, link } = await linkOf(ctx);
  const { db, runtime } = ctx.services;
  const auth = authorize(link.actor, 'summons.answer');
  const invitation = await db.read(auth, (r) => getInvitation(r, link.summonsId, runtime.now()));
  return linkAnswerPage(ctx, invitation, { token, used: link.used }, state);
}

async function drawOwn(
  ctx: Pick<HandlerContext<'summons.answer'>, 'services' | 'auth'> &
    Parameters<typeof ownAnswerPage>[0] & { readonly input: { readonly params: z.output<typeof byId> } },
  state?: FormState,
) {
  const invitation = await ctx.services.db.read(ctx.auth, async (r) => {
    const { id } = await getMeeting(r, ctx.input.params.id);
    const summons = await findOwnSummons(r, id);
    if (!summons) throw new AppError('summons.notYours');
    return await getInvitation(r, summons.id, ctx.services.runtime.now());
  });
  const { answer } = invitation.summons;
  const saved = freshForm({ answer: answer?.code, note: answer?.note ?? undefined });
  return ownAnswerPage(ctx, invitation, state ?? saved);
}
