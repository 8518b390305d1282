import * as z from 'zod';
import { listEvents, type noteEvent, requireNotDisqualified } from '../../../domain/attendance/index.ts';
import { getMeeting, isClockTime } from '../../../domain/meetings/index.ts';
import { AppError } from '../../../kernel/errors.ts';
import type { RequestContext } from '../../contracts.ts';
import { idempotencyField, idField, optionalText } from '../../input.ts';
import { type Page, redirect } from '../../reply.ts';
import { type Route, route } from '../../route.ts';
import { anId } from '../meetings/meeting-routes.ts';
import { type ActName, actSlugs, conductPath, deskPath } from './conduct-address.ts';
import { mayConduct, readDesk } from './desk-facts.ts';
import { deskPage } from './desk-page.ts';
import type { Refused } from './desk-view.ts';
import { eventTime } from './event-time.ts';
import { texts } from './texts.ts';

/** The writer that the verbs of a meeting ask for. */
export type Conducting = Parameters<typeof noteEvent>[0];

/** What an act of the screen is handed beside its own fields. */
export type ActScene = { readonly meetingId: string; readonly itemId: string; readonly at: string };

type Act<S extends z.ZodRawShape> = {
  readonly name: ActName;
  /** One Swedish sentence for the reference. */
  readonly about: string;
  readonly fields: S;
  readonly sample?: Readonly<Record<string, string>>;
  /** What stands before the names of the fields, where several acts share one form. */
  readonly prefix?: string;
  /** Does it; when it answers a sentence, that is said instead of the usual one. */
  readonly run: (
    w: Conducting,
    scene: ActScene,
    form: z.output<z.ZodObject<S>>,
    ctx: RequestContext,
  ) => Promise<unknown>;
  /** Whether the act is about the meeting, so that it does not matter which item the screen shows. */
  readonly anyItem?: boolean;
  /** Whether the screen goes on to the item of now instead of staying at the one it showed. */
  readonly leavesItem?: boolean;
};

export const byItem = z.object({ id: idField(), punkt: idField() });

/**
 * One thing that the secretary does on the screen of a meeting: a form that is posted and leads back to where it stood. What happened without a
 * time happened now. Every form carries a key, so that one that is sent again when the network came back is written once.
 */
export function conductRoute<const S extends z.ZodRawShape>(act: Act<S>): Route {
  const prefix = act.prefix ?? act.name;
  const own = z.object({ ...act.fields, at: optionalText({ maximum: 10 }) });
  const form = z.object({
    clock: optionalText({ maximum: 10 }),
    [prefix]: z.preprocess((typed) => typed ?? {}, own),
    idempotencyKey: idempotencyField,
  });
  return route({
    method: 'POST',
    path: `${conductPath}/:punkt/${actSlugs[act.name]}`,
    policy: 'meeting.conduct',
    about: act.about,
    input: { params: byItem, form },
    sample: { params: { id: anId, punkt: anId }, form: { ...sampleOf(prefix, act.sample), idempotencyKey: 'exempel' } },
    handler: async (ctx) => {
      const { id: meetingId, punkt: itemId } = ctx.input.params;
      const sent = ctx.input.form as Readonly<Record<string, unknown>>;
      const typed = sent[prefix] as z.output<z.ZodObject<S>> & { readonly at?: string };
      const said = await ctx.services.db.transact(
        ctx.auth,
        { verb: act.name, idempotencyKey: String(sent.idempotencyKey) },
        async (w) => {
          if (!act.anyItem) await requireNotDisqualified(w, itemId);
          const at = typed.at ?? (await timeNow(w, ctx, meetingId, sent.clock));
          const answer = await act.run(w, { meetingId, itemId, at }, typed, ctx);
          return typeof answer === 'string' ? answer : null;
        },
      );
      const to = act.leavesItem ? deskPath(meetingId) : deskPath(meetingId, itemId);
      return redirect(to, { flash: { tone: 'success', text: said ?? texts[ctx.language].done[act.name] } });
    },
    onInvalid: (ctx, state) => deskAgain(ctx, ctx.input.params.id, ctx.input.params.punkt, { act: act.name, state }),
  });
}

function sampleOf(prefix: string, sample: Readonly<Record<string, string>> = {}): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(sample).map(([name, value]) => [`${prefix}.${name}`, value]));
}

type Reading = RequestContext & { readonly auth: Parameters<RequestContext['services']['db']['read']>[0] };

/** The screen as it is now, with a form that was refused and what is wrong with it. */
export async function deskAgain(ctx: Reading, meetingId: string, itemId: string, refused: Refused): Promise<Page> {
  const facts = await ctx.services.db.read(ctx.auth, (r) => readDesk(r, meetingId, ctx.services.runtime.today()));
  if (!mayConduct(ctx.actor, facts.meeting)) throw new AppError('access.denied');
  return deskPage(ctx, facts, { asked: itemId, refused });
}

/** The clock time of something to which the secretary gave none; what waited for a connection says when it was pressed. */
export async function timeNow(
  w: Parameters<typeof getMeeting>[0],
  ctx: Pick<RequestContext, 'services' | 'format'>,
  meetingId: string,
  pressedAt?: unknown,
): Promise<string> {
  const { heldOn, lastDay, startsAt } = await getMeeting(w, meetingId);
  const events = await listEvents(w, meetingId);
  const day = Math.max(1, ...events.map((event) => event.day));
  const last = events
    .filter((event) => event.day === day)
    .reduce<string | null>((late, { at }) => (late !== null && late > at ? late : at), null);
  const { runtime } = ctx.services;
  const clock = typeof pressedAt === 'string' && isClockTime(pressedAt) ? pressedAt : ctx.format.clock(runtime.now());
  return eventTime({ today: runtime.today(), clock, heldOn, lastDay, startsAt, last });
}
