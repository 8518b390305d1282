import { accountForText } from '../../../domain/intake/index.ts';
import { emptyState } from '../../components/empty-state/empty-state.ts';
import { help } from '../../components/help/help.ts';
import { notice } from '../../components/notice/notice.ts';
import { table } from '../../components/table/table.ts';
import type { RequestContext } from '../../contracts.ts';
import { type Content, type Html, html } from '../../html.ts';
import type { Page } from '../../reply.ts';
import { filePage, type ReadScene } from './file-frame.ts';
import { lineAt } from './source-excerpt.ts';
import { texts } from './texts.ts';

/** The text that became no proposal, the furniture of the pages, and the account of every character. */
export function unplacedPage(ctx: RequestContext, scene: ReadScene, text: string | null): Page {
  const t = texts[ctx.language];
  const { file } = scene;
  const body =
    text === null
      ? emptyState({ title: t.tabUnplaced, body: t.noText })
      : html`${account(ctx, scene, text)}${
          file.unplaced.length === 0
            ? emptyState({ title: t.allPlaced, body: t.allPlacedBody })
            : html`<section><h2>${t.tabUnplaced}</h2><p>${t.unplacedLead}</p>${pieces(ctx, scene, text)}</section>`
        }${furniture(ctx, scene)}`;
  return filePage(ctx, scene, 'unplaced', body);
}

function pieces(ctx: RequestContext, { file }: ReadScene, text: string): Html {
  const t = texts[ctx.language];
  return table(ctx, {
    caption: t.tabUnplaced,
    captionHidden: true,
    columns: [
      { key: 'where', text: t.where, kind: 'date' },
      { key: 'text', text: t.text },
    ],
    rows: file.unplaced.map((piece) => {
      const line = lineAt(text, piece.start);
      return {
        where: html`<span id="rad-${line}">${ctx.t.components.lines(line, lineAt(text, piece.end))}</span>`,
        text: html`<span lang="sv">${piece.text}</span>`,
      };
    }),
  });
}

/** Recognised, without place and furniture are the whole file; the figures are counted apart, so that a gap would show. */
function account(ctx: RequestContext, { file, proposals }: ReadScene, text: string): Content {
  const t = texts[ctx.language];
  const { total, recognised, unplaced, furniture: pages, lost } = accountForText(text.length, file, proposals);
  const figure = (count: number) => t.characters(ctx.format.number(count));
  return notice(ctx, {
    tone: lost === 0 ? 'success' : 'danger',
    title: lost === 0 ? t.nothingLost : t.lost(ctx.format.number(lost)),
    body: html`<p>${t.accountLead} ${figure(recognised)} ${t.recognised}, ${figure(unplaced)} ${t.withoutPlace}, ${figure(pages)} ${t.furniture}: ${figure(total)}, ${t.whole}.</p>`,
  });
}

function furniture(ctx: RequestContext, { file }: ReadScene): Html | null {
  if (file.furniture.length === 0) return null;
  const t = texts[ctx.language];
  const kinds = Map.groupBy(file.furniture, ({ reason }) => reason);
  return html`<h2>${t.furnitureTitle}</h2>${help({
    summary: t.furnitureHelp,
    body: table(ctx, {
      caption: t.furnitureTitle,
      captionHidden: true,
      dense: true,
      columns: [
        { key: 'reason', text: t.reason },
        { key: 'pieces', text: t.pieces, kind: 'number' },
        { key: 'characters', text: t.charactersColumn, kind: 'number' },
      ],
      rows: [...kinds].map(([reason, pieces]) => ({
        reason: t.furnitureReasons[reason],
        pieces: ctx.format.number(pieces.length),
        characters: ctx.format.number(pieces.reduce((sum, { start, end }) => sum + end - start, 0)),
      })),
    }),
  })}`;
}
