import * as z from 'zod';
import { authorize } from '../../../domain/access/index.ts';
import {
  ballotOf,
  castBallot,
  commentsOf,
  findPollByCode,
  getPoll,
  keyStanding,
  type Poll,
  type PollVisit,
  pollDoor,
  resultOf,
} from '../../../domain/polls/index.ts';
import { AppError } from '../../../kernel/errors.ts';
import { type FormState, freshForm } from '../../contracts.ts';
import { idempotencyField, optionalId, optionalText, text } from '../../input.ts';
import type { Page } from '../../reply.ts';
import { redirect } from '../../reply.ts';
import { type HandlerContext, type Route, route } from '../../route.ts';
import { answerPage, askCodePage, notYetPage, overPage, thanksPage, usedPage } from './answer-page.ts';

const code = text({ maximum: 20 });
const byCode = z.object({ kod: code });
const byKey = z.object({ kod: code, nyckel: text({ maximum: 30 }) });
const form = z.object({
  svar: z.record(z.string().max(40), z.string().max(5_000)).optional(),
  grupp: optionalId(),
  idempotencyKey: idempotencyField,
});
const sample = { kod: 'AAAAAA', nyckel: 'AAAAAAAAAA' };
const sampleForm = { idempotencyKey: 'exempel' };
type Ctx = Pick<HandlerContext<'public'>, 'services'> & Parameters<typeof answerPage>[0];

/**
 * Answering a poll: anybody with its address or a code, without an account. All four are of the class that a whole hall uses at once, behind one address;
 * looking changes nothing, so that programs that follow links in mail use nothing up.
 */
export const pollAnswerRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/o/:kod',
    policy: 'public',
    rate: 'ballot',
    about:
      'Visar frågorna i en omröstning för den som ska svara, utan inloggning, och resultatet när det är publicerat.',
    input: { params: byCode, query: z.object({ kod: optionalText({ maximum: 30 }), igen: optionalText() }) },
    sample: { params: sample },
    handler: async (ctx) => {
      const { visit, poll } = await pollAt(ctx, ctx.input.params.kod);
      const { kod: typed, igen } = ctx.input.query;
      if (poll.access === 'links' && typed !== undefined) {
        const standing = await readFor(ctx, visit, (r) => keyStanding(r, poll.id, typed));
        if (standing === 'unknown' && poll.state === 'open') return askCodePage(ctx, poll, `/o/${poll.code}`, true);
        return redirect(`/o/${poll.code}/${encodeURIComponent(typed)}`);
      }
      const answered = poll.access === 'open' && ctx.answeredPolls.includes(poll.code) && igen === undefined;
      return (
        (await closedPage(ctx, visit, poll)) ??
        (poll.access === 'links'
          ? askCodePage(ctx, poll, `/o/${poll.code}`, false)
          : answered
            ? thanksPage(ctx, poll, `/o/${poll.code}?igen=ja`)
            : answerPage(ctx, poll, `/o/${poll.code}`, freshForm()))
      );
    },
  }),
  route({
    method: 'POST',
    path: '/o/:kod',
    policy: 'public',
    rate: 'ballot',
    about: 'Räknar ett svar på en öppen omröstning. Samma formulär räknas en gång.',
    input: { params: byCode, form },
    sample: { params: sample, form: sampleForm },
    handler: async (ctx) => {
      const { kod } = ctx.input.params;
      const { visit, poll } = await pollAt(ctx, kod);
      if (poll.access !== 'open') throw new AppError('poll.codeUnknown');
      await cast(ctx, visit, poll, ctx.input.form.idempotencyKey, ctx.input.form);
      return redirect(`/o/${poll.code}`, { answeredPoll: poll.code });
    },
    onInvalid: async (ctx, state) => drawAgain(ctx, ctx.input.params.kod, undefined, state),
  }),
  route({
    method: 'GET',
    path: '/o/:kod/:nyckel',
    policy: 'public',
    rate: 'ballot',
    about: 'Visar frågorna för den som har en kod, utan inloggning. Att titta använder inte koden.',
    input: { params: byKey },
    sample: { params: sample },
    handler: async (ctx) => {
      const { kod, nyckel } = ctx.input.params;
      const { visit, poll } = await pollAt(ctx, kod);
      const closed = await closedPage(ctx, visit, poll);
      if (closed) return closed;
      const standing = await readFor(ctx, visit, (r) => keyStanding(r, poll.id, nyckel));
      if (standing === 'unknown') throw new AppError('poll.codeUnknown');
      if (standing === 'used') return usedPage(ctx, poll);
      return answerPage(ctx, poll, `/o/${poll.code}/${encodeURIComponent(nyckel)}`, freshForm());
    },
  }),
  route({
    method: 'POST',
    path: '/o/:kod/:nyckel',
    policy: 'public',
    rate: 'ballot',
    about: 'Räknar svaret från en kod. Koden går att använda en gång.',
    input: { params: byKey, form },
    sample: { params: sample, form: sampleForm },
    handler: async (ctx) => {
      const { kod, nyckel } = ctx.input.params;
      const { visit, poll } = await pollAt(ctx, kod);
      if (poll.access !== 'links') throw new AppError('poll.codeUnknown');
      await cast(ctx, visit, poll, nyckel, ctx.input.form);
      return redirect(`/o/${poll.code}/${encodeURIComponent(nyckel)}`);
    },
    onInvalid: async (ctx, state) => drawAgain(ctx, ctx.input.params.kod, ctx.input.params.nyckel, state),
  }),
];

/** The poll at an address. Throws `poll.unknown` for an address that no opened poll has. */
async function pollAt(ctx: Pick<Ctx, 'services'>, typed: string): Promise<{ visit: PollVisit; poll: Poll }> {
  const visit = await findPollByCode(ctx.services.db, typed);
  if (!visit) throw new AppError('poll.unknown');
  return { visit, poll: await readFor(ctx, visit, (r) => getPoll(r, visit.pollId)) };
}

function readFor<T>(
  { services }: Pick<Ctx, 'services'>,
  { respondent }: PollVisit,
  run: (r: Parameters<Parameters<Ctx['services']['db']['read']>[1]>[0]) => Promise<T>,
): Promise<T> {
  return services.db.read(authorize(respondent, 'poll.answer'), run);
}

/** The answer is counted as somebody without a name, also when whoever answers is signed in. A second press is shown what the first did. */
async function cast(
  ctx: Pick<Ctx, 'services'>,
  { respondent }: PollVisit,
  poll: Poll,
  key: string,
  { svar = {}, grupp }: { readonly svar?: Record<string, string> | undefined; readonly grupp?: string | undefined },
): Promise<void> {
  const auth = authorize(respondent, 'poll.answer');
  await ctx.services.db
    .transact(auth, { verb: 'castBallot' }, (w) =>
      castBallot(w, { pollId: poll.id, key, groupId: grupp, ...ballotOf(poll, svar) }),
    )
    .catch((error: unknown) => {
      if (!(error instanceof AppError && error.code === 'poll.answered')) throw error;
    });
}

async function closedPage(ctx: Ctx, visit: PollVisit, poll: Poll): Promise<Page | undefined> {
  const door = pollDoor(poll, ctx.services.runtime.today());
  if (door === 'open') return undefined;
  if (door === 'notYet') return notYetPage(ctx, poll);
  if (poll.state !== 'published') return overPage(ctx, poll, [], []);
  const { results, comments } = await readFor(ctx, visit, async (r) => ({
    results: await resultOf(r, poll),
    comments: await commentsOf(r, poll.id, { chosenOnly: true }),
  }));
  return overPage(ctx, poll, results, comments);
}

async function drawAgain(ctx: Ctx, kod: string, key: string | undefined, state: FormState): Promise<Page> {
  const { visit, poll } = await pollAt(ctx, kod);
  const action = key === undefined ? `/o/${poll.code}` : `/o/${poll.code}/${encodeURIComponent(key)}`;
  return (await closedPage(ctx, visit, poll)) ?? answerPage(ctx, poll, action, state);
}
