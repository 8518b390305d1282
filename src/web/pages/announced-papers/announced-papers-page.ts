import { documentKinds } from '../../../domain/matters/index.ts';
import { type AnnouncedPaper, announcedDocumentKinds, isAnnouncedKind } from '../../../domain/meetings/index.ts';
import { emptyState } from '../../components/empty-state/empty-state.ts';
import { postButton } from '../../components/form/form.ts';
import { table } from '../../components/table/table.ts';
import type { RequestContext } from '../../contracts.ts';
import { type Html, html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { texts } from './texts.ts';

export const announcedPapersPath = '/handlingar-till-fullmaktige';

/**
 * The budget proposal, annual report and audit reports that went out with a notice, open to everybody (R-KL-74). Those who register documents also
 * see the other papers of the notice, and can say that one is of such a kind.
 */
export function announcedPapersPage(
  ctx: RequestContext,
  { papers, registers }: { readonly papers: readonly AnnouncedPaper[]; readonly registers: boolean },
): Page {
  const t = texts[ctx.language];
  const open = papers.filter(({ document }) => isAnnouncedKind(document.kind));
  const others = registers ? papers.filter(({ document }) => !isAnnouncedKind(document.kind)) : [];
  return page({
    title: t.title,
    lead: t.lead,
    body: html`${open.length === 0 ? emptyState({ title: t.none, body: t.noneBody }) : openTable(ctx, open)}${
      others.length === 0
        ? null
        : html`<section><h2>${t.others}</h2><p>${t.othersBody}</p>${otherTable(ctx, others)}</section>`
    }`,
  });
}

function openTable(ctx: RequestContext, papers: readonly AnnouncedPaper[]): Html {
  const t = texts[ctx.language];
  return table(ctx, {
    caption: t.title,
    captionHidden: true,
    columns: [
      { key: 'document', text: t.document },
      { key: 'kind', text: t.kind },
      { key: 'item', text: t.item },
      { key: 'meeting', text: t.meeting },
    ],
    rows: papers.map(({ document, ...paper }) => ({
      document: html`<a href="${announcedPapersPath}/${document.id}" lang="sv">${document.title}</a> <span class="soft">${t.size(ctx.format.number(Math.ceil(document.size / 1000)))}</span>`,
      kind: documentKinds[document.kind][ctx.language],
      item: html`<span lang="sv">${paper.item}</span>`,
      meeting: meetingOf(ctx, paper),
    })),
  });
}

function otherTable(ctx: RequestContext, papers: readonly AnnouncedPaper[]): Html {
  const t = texts[ctx.language];
  return table(ctx, {
    caption: t.others,
    captionHidden: true,
    columns: [
      { key: 'document', text: t.document },
      { key: 'meeting', text: t.meeting },
      { key: 'choose', text: t.choose },
    ],
    rows: papers.map(({ document, ...paper }) => ({
      document: html`<span lang="sv">${document.title}</span>`,
      meeting: meetingOf(ctx, paper),
      choose: html`<div class="actions">${announcedDocumentKinds.map((kind) =>
        postButton(ctx, {
          action: `${announcedPapersPath}/${document.id}/slag`,
          text: documentKinds[kind][ctx.language],
          about: document.title,
          variant: 'secondary',
          version: document.version,
          fields: { kind },
        }),
      )}</div>`,
    })),
  });
}

function meetingOf(ctx: RequestContext, { body, heldOn }: Pick<AnnouncedPaper, 'body' | 'heldOn'>): Html {
  return html`<span lang="sv">${body.name}</span> ${ctx.format.shortDate(heldOn)}`;
}
