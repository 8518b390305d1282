import { boardKeepings, gapReasons, probeWays } from '../../../domain/notices/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { table } from '../../components/table/table.ts';
import { tag } from '../../components/tag/tag.ts';
import type { RequestContext } from '../../contracts.ts';
import { type Html, html } from '../../html.ts';
import { noticeTag } from './board-page.ts';
import type { NoticeFacts } from './notice-page.ts';
import { texts } from './texts.ts';

/** What the board was found to show each minute: spans that are proved, and gaps that are not. */
export function minuteProof(ctx: RequestContext, { notice, proof }: NoticeFacts): Html {
  const t = texts[ctx.language];
  const { instant } = ctx.format;
  const seen = proof.seen.map(({ from, to, how, hash }) => ({
    from,
    to,
    what: html`${probeWays[how][ctx.language]}`,
    note: html`<code>${hash.slice(0, 16)}</code>`,
  }));
  const gaps = proof.gaps.map(({ from, to, reason, statement }) => ({
    from,
    to,
    what: html`${tag({ text: statement ? t.madeGood : t.notProved, tone: statement ? 'part' : 'late' })} ${gapReasons[reason][ctx.language]}`,
    note: statement && html`<span lang="sv">${statement.text} (${statement.by})</span>`,
  }));
  const rows = [...seen, ...gaps].sort((a, b) => a.from.getTime() - b.from.getTime());
  if (rows.length === 0)
    return html`<p class="soft">${notice.board.keeping === 'elsewhere' ? t.keptElsewhere : t.notProbedYet}</p>`;
  return html`<h3>${t.byMinute}</h3><p class="soft">${t.byMinuteBody}</p>${table(ctx, {
    caption: t.byMinute,
    captionHidden: true,
    dense: true,
    columns: [
      { key: 'from', text: t.from, kind: 'date' },
      { key: 'to', text: t.to, kind: 'date' },
      { key: 'what', text: t.how },
      { key: 'note', text: t.note },
    ],
    rows: rows.map((row) => ({ ...row, from: instant(row.from), to: instant(row.to) })),
  })}`;
}

/** All boards of one announcement in one list: the time of appeal runs from the last of them (KL 13:5, R-KL-61). */
export function boardsSection(ctx: RequestContext, { notice, boards }: NoticeFacts): Html | null {
  const t = texts[ctx.language];
  if (boards.length < 2) return null;
  return html`<section><h2>${t.allBoards}</h2><p class="soft">${t.allBoardsBody}</p>${table(ctx, {
    caption: t.allBoards,
    captionHidden: true,
    columns: [
      { key: 'board', text: t.board },
      { key: 'state', text: t.standing },
      { key: 'posted', text: t.posted, kind: 'date' },
      { key: 'keeping', text: t.keeping },
    ],
    rows: boards.map((one) => ({
      board:
        one.id === notice.id || (one.state !== 'posted' && !ctx.actor)
          ? html`<span lang="sv">${one.board.name}</span>`
          : html`<a href="${recordAddress('boardNotice', one.id)}" lang="sv">${one.board.name}</a>`,
      state: noticeTag(ctx, one.state),
      posted: one.postedOn ? ctx.format.shortDate(one.postedOn) : '–',
      keeping: boardKeepings[one.board.keeping][ctx.language],
    })),
  })}</section>`;
}
