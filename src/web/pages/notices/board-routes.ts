import * as z from 'zod';
import { type Actor, authorize, may } from '../../../domain/access/index.ts';
import { minutesOfAdjustment } from '../../../domain/minutes/index.ts';
import {
  eventsOfNotices,
  getNotice,
  listBoards,
  listNotices,
  type NoticeKind,
  noticeKindCodes,
  postNotice,
  proofOf,
} from '../../../domain/notices/index.ts';
import { listBodies } from '../../../domain/organisation/index.ts';
import { headOfAct } from '../../../domain/witnessing/index.ts';
import { AppError } from '../../../kernel/errors.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { freshForm, type Reader, type RequestContext } from '../../contracts.ts';
import { choice, idempotencyField, idField, optionalText, text } from '../../input.ts';
import { file, json, redirect } from '../../reply.ts';
import { type HandlerContext, type Route, route } from '../../route.ts';
import { standingFile } from '../../static-board/board-when-down.ts';
import { boardData, boardPage, boardPath } from './board-page.ts';
import { boardsPage } from './boards-page.ts';
import { type NoticeFacts, noticePage } from './notice-page.ts';
import { postPage } from './post-page.ts';
import { texts } from './texts.ts';

export const anId = '00000000-0000-4000-8000-000000000000';
export const byId = z.object({ id: idField() });
const kinds = noticeKindCodes as readonly [NoticeKind, ...NoticeKind[]];

/** The board itself, open to everybody, and putting up what does not come from an adjustment. */
export const boardRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: boardPath,
    policy: 'public',
    about:
      'Visar myndighetens anslagstavla för alla: vad som är anslaget, av vilket organ och till när det kan överklagas.',
    sample: {},
    handler: async (ctx) => {
      const notices = await onBoard(ctx);
      const slug = notices.find(({ board }) => board.keeping === 'here' && board.slug !== null)?.board.slug;
      // Linked when they have been written: a server that does no background work writes none.
      return boardPage(ctx, notices, slug && (await ctx.services.boards?.list(slug)) ? slug : undefined);
    },
  }),
  route({
    method: 'GET',
    path: `${boardPath}/data`,
    policy: 'public',
    about: 'Lämnar anslagstavlan som data (JSON).',
    sample: {},
    handler: async (ctx) =>
      json(
        boardData(
          await ctx.services.readPublished(ctx.actor, (r) => listNotices(r, { states: ['posted'] })),
          ctx.services.publicUrl,
        ),
      ),
  }),
  route({
    method: 'GET',
    path: `${boardPath}/tavlor`,
    policy: 'notice.post',
    about: 'Visar anslagstavlorna: var deras filer finns, och om det som sitter på dem är styrkt.',
    sample: {},
    handler: async (ctx) => {
      const { boards, notices } = await ctx.services.db.read(ctx.auth, async (r) => ({
        boards: await listBoards(r),
        notices: await listNotices(r, { states: ['awaiting', 'posted', 'hidden'] }),
      }));
      const written = await Promise.all(
        boards.map(async ({ slug }) => [slug, await ctx.services.boards?.list(slug)] as const),
      );
      return boardsPage(ctx, { boards, notices, written: new Map(written) });
    },
  }),
  route({
    method: 'GET',
    path: `${boardPath}/statisk/:slug/:file`,
    policy: 'public',
    about: 'Lämnar en av anslagstavlans filer, som de ligger på disken.',
    input: { params: z.object({ slug: z.string().max(200), file: z.string().max(200) }) },
    sample: { params: { slug: 'prov', file: 'index.html' } },
    handler: async (ctx) => {
      const { slug, file: name } = ctx.input.params;
      const found = ctx.services.boards && (await standingFile(ctx.services.boards, slug, name));
      if (!found) throw new AppError('record.notFound');
      return file({ bytes: found.bytes, type: found.type, name, disposition: 'inline' });
    },
  }),
  route({
    method: 'GET',
    path: `${boardPath}/ny`,
    policy: 'notice.post',
    about: 'Visar formuläret där ett anslag sätts upp.',
    sample: {},
    handler: async (ctx) => postPage(ctx, await bodiesToPostFor(ctx), freshForm()),
  }),
  route({
    method: 'POST',
    path: `${boardPath}/ny`,
    policy: 'notice.post',
    about: 'Sätter upp ett anslag av ett slag som lagen räknar upp.',
    input: {
      form: z.object({
        bodyId: idField(),
        kind: choice(kinds),
        title: text(),
        bodyText: optionalText({ maximum: 20_000 }),
        idempotencyKey: idempotencyField,
      }),
    },
    sample: { form: { bodyId: anId, kind: 'committeeMeeting', title: 'Sammanträde', idempotencyKey: 'exempel' } },
    handler: async (ctx) => {
      const { idempotencyKey, bodyText, ...input } = ctx.input.form;
      const id = await ctx.services.db.transact(ctx.auth, { verb: 'postNotice', idempotencyKey }, (w) =>
        postNotice(w, { ...input, bodyText: bodyText ?? null }),
      );
      return redirect(recordAddress('boardNotice', id), {
        flash: { tone: 'success', text: texts[ctx.language].postedNow },
      });
    },
    onInvalid: async (ctx, state) => postPage(ctx, await bodiesToPostFor(ctx), state),
  }),
  route({
    method: 'GET',
    path: `${boardPath}/:id`,
    policy: 'public',
    about: 'Visar ett anslag med bevis om när det har varit synligt och hur beslutet överklagas.',
    input: { params: byId },
    sample: { params: { id: anId } },
    handler: async (ctx) => noticePage(ctx, await readNotice(ctx, ctx.input.params.id)),
  }),
];

type Visiting = RequestContext & { readonly actor: Actor | undefined };

/** What stands on the board now; those who look after it also see what is to be put up or is out of sight. */
async function onBoard(ctx: Visiting) {
  const posts = ctx.actor !== undefined && may(ctx.actor, 'notice.post');
  return await ctx.services.readPublished(ctx.actor, (r) =>
    listNotices(r, { states: posts ? ['awaiting', 'posted', 'hidden'] : ['posted'] }),
  );
}

/** One entry for whoever asks: an entry that is not up is for those who look after the board. */
export async function readNotice(ctx: Visiting, id: string): Promise<NoticeFacts> {
  const insider = ctx.actor !== undefined && may(ctx.actor, 'record.read') ? ctx.actor : undefined;
  const read = async (r: Reader): Promise<NoticeFacts> => {
    const notice = await getNotice(r, id);
    const events = (await eventsOfNotices(r, [notice.id])).get(notice.id) ?? [];
    const adjustmentIds = notice.adjustmentId === null ? [] : [notice.adjustmentId];
    const reads = insider !== undefined && notice.adjustmentId !== null;
    const logHead = await headOfAct(r, { noun: 'boardNotice', recordId: notice.id });
    return {
      notice,
      events,
      proof: await proofOf(r, notice.id),
      boards: await listNotices(r, { adjustmentIds }),
      logHead,
      minutesId: reads ? (await minutesOfAdjustment(r, notice.adjustmentId!)).id : null,
    };
  };
  if (insider) return await ctx.services.db.read(authorize(insider, 'record.read'), read);
  const facts = await ctx.services.readPublished(ctx.actor, read);
  if (facts.notice.state !== 'posted') throw new AppError('record.notFound');
  return facts;
}

async function bodiesToPostFor(
  ctx: Pick<HandlerContext<'notice.post'>, 'services' | 'auth'> & { readonly actor: Actor },
) {
  const bodies = await ctx.services.db.read(ctx.auth, (r) => listBodies(r, { onDate: ctx.services.runtime.today() }));
  return bodies.filter(({ id }) => may(ctx.actor, 'notice.post', id));
}
