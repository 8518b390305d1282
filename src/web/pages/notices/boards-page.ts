import { type BoardNotice, boardKeepings, type NoticeBoard, unseenSince } from '../../../domain/notices/index.ts';
import { emptyState } from '../../components/empty-state/empty-state.ts';
import { table } from '../../components/table/table.ts';
import { tag } from '../../components/tag/tag.ts';
import type { RequestContext } from '../../contracts.ts';
import { html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import type { BoardManifest } from '../../static-board/board-files.ts';
import { staticPath } from '../../static-board/board-when-down.ts';
import { boardPath } from './board-page.ts';
import { texts } from './texts.ts';

type Boards = {
  readonly boards: readonly NoticeBoard[];
  readonly notices: readonly BoardNotice[];
  /** The signed list of each folder, by its name. */
  readonly written: ReadonlyMap<string, BoardManifest | undefined>;
};

/** The boards of the authority for those who look after them: who keeps each, where its files are, and how many entries are not proved to be up. */
export function boardsPage(ctx: RequestContext, { boards, notices, written }: Boards): Page {
  const t = texts[ctx.language];
  const now = ctx.services.runtime.now();
  return page({
    title: t.boards,
    crumbs: [{ text: t.title, href: boardPath }, { text: t.boards }],
    lead: html`<span>${t.boardsBody}</span>`,
    body:
      boards.length === 0
        ? emptyState({ title: t.noBoards, body: t.noBoardsBody })
        : table(ctx, {
            caption: t.boards,
            captionHidden: true,
            columns: [
              { key: 'board', text: t.board },
              { key: 'keeping', text: t.keeping },
              { key: 'up', text: t.upNow, kind: 'number' },
              { key: 'alarms', text: t.alarms },
              { key: 'written', text: t.written, kind: 'date' },
              { key: 'since', text: t.probedSince, kind: 'date' },
            ],
            rows: boards.map((board) => {
              const up = notices.filter((one) => one.board.id === board.body.id && one.state === 'posted');
              const alarms = up.filter((one) => one.interrupted || unseenSince(one.watch, now) !== undefined).length;
              const list = written.get(board.slug);
              return {
                board: list
                  ? html`<a href="${staticPath}/${board.slug}/index.html" lang="sv">${board.name}</a>`
                  : html`<span lang="sv">${board.name}</span>`,
                keeping: boardKeepings[board.keeping][ctx.language],
                up: ctx.format.number(up.length),
                alarms: alarms > 0 ? tag({ text: `${ctx.format.number(alarms)} ${t.notProved}`, tone: 'late' }) : '–',
                written: writtenAt(ctx, board, list),
                since: board.probedSince ? ctx.format.instant(board.probedSince) : '–',
              };
            }),
          }),
  });
}

function writtenAt(ctx: RequestContext, { keeping }: NoticeBoard, list: BoardManifest | undefined): string {
  if (keeping === 'elsewhere') return '–';
  return list ? ctx.format.instant(new Date(list.skriven)) : texts[ctx.language].neverWritten;
}
