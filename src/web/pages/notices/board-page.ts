import { may } from '../../../domain/access/index.ts';
import { type BoardNotice, type NoticeState, noticeKinds, noticeStates } from '../../../domain/notices/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { linkButton } from '../../components/button/button.ts';
import { emptyState } from '../../components/empty-state/empty-state.ts';
import { table } from '../../components/table/table.ts';
import { type TagTone, tag } from '../../components/tag/tag.ts';
import type { RequestContext } from '../../contracts.ts';
import { type Html, html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { staticPath } from '../../static-board/board-when-down.ts';
import { texts } from './texts.ts';

export const boardPath = '/anslagstavla';

const tones: Readonly<Record<NoticeState, TagTone>> = {
  awaiting: 'part',
  posted: 'ok',
  hidden: 'late',
  takenDown: 'unknown',
};

/** The state of an entry in a word with its shape. */
export function noticeTag(ctx: RequestContext, state: NoticeState): Html {
  return tag({ text: noticeStates[state][ctx.language], tone: tones[state] });
}

/**
 * The notice board of the authority, open to everybody (KL 8:9, R-KL-56): every entry that is up, by board, apart from all other content. Those who
 * look after it also see what waits to be put up.
 */
export function boardPage(ctx: RequestContext, notices: readonly BoardNotice[], files: string | undefined): Page {
  const t = texts[ctx.language];
  const posts = ctx.actor !== undefined && may(ctx.actor, 'notice.post');
  const shown = notices.filter(({ state }) => posts || state === 'posted');
  const boards = [...new Map(shown.map(({ board }) => [board.id as string, board])).values()].sort((a, b) =>
    ctx.format.compare(a.name, b.name),
  );
  return page({
    title: t.title,
    lead: html`<span>${t.lead}</span>`,
    body: html`${
      posts
        ? html`<div class="actions">${linkButton({ text: t.post, href: `${boardPath}/ny`, variant: 'secondary' })}${linkButton({ text: t.boards, href: `${boardPath}/tavlor`, variant: 'secondary' })}</div>`
        : null
    }${
      boards.length === 0
        ? emptyState({ title: t.empty, body: t.emptyBody })
        : boards.map(
            (board) =>
              html`<section><h2 lang="sv">${board.name}</h2>${noticeTable(
                ctx,
                shown.filter((one) => one.board.id === board.id),
                board.name,
              )}</section>`,
          )
    }<p class="soft">${t.onPremises}</p><p><a href="${boardPath}/data">${t.feed}</a>${files ? html` · <a href="${staticPath}/${files}/index.html">${t.files}</a> · <a href="${staticPath}/${files}/feed.atom">${t.atom}</a>` : null}</p>`,
  });
}

function noticeTable(ctx: RequestContext, notices: readonly BoardNotice[], caption: string): Html {
  const t = texts[ctx.language];
  const day = (date: string | null) => (date ? ctx.format.shortDate(date) : '–');
  return table(ctx, {
    caption,
    captionHidden: true,
    columns: [
      { key: 'what', text: t.what },
      { key: 'kind', text: t.kind },
      { key: 'meeting', text: t.meetingDate, kind: 'date' },
      { key: 'posted', text: t.posted, kind: 'date' },
      { key: 'last', text: t.appealLast, kind: 'date' },
    ],
    rows: notices.map((one) => ({
      what: html`<a href="${recordAddress('boardNotice', one.id)}" lang="sv">${one.body.name}: ${one.title}${one.sections ? `, ${one.sections}` : ''}</a>${one.state === 'posted' ? null : html` ${noticeTag(ctx, one.state)}`}`,
      kind: noticeKinds[one.kind].label[ctx.language],
      meeting: day(one.heldOn),
      posted: day(one.postedOn),
      last: one.interrupted ? tag({ text: t.cannotCount, tone: 'late' }) : day(one.appealLast),
    })),
  });
}

/** The board for machines: the same entries with the same dates. Fields are added, never renamed. */
export function boardData(notices: readonly BoardNotice[], publicUrl: string) {
  const base = publicUrl.replace(/\/+$/u, '');
  return {
    anslagstavla: notices.map((one) => ({
      id: one.id,
      adress: `${base}${recordAddress('boardNotice', one.id)}`,
      typ: one.kind,
      anslagstavla: one.board.name,
      organ: one.body.name,
      rubrik: one.title,
      text: one.bodyText,
      paragrafer: one.sections,
      sammantradesdatum: one.heldOn,
      justerat: one.adjustedOn,
      uppsatt: one.postedOn,
      sistaDagAttOverklaga: one.appealLast,
      tasNedTidigast: one.removeEarliest,
      forvaringsplats: one.availableAt,
      overklagas: one.appealKind,
    })),
  };
}
