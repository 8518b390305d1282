import {
  documentKinds,
  type Matter,
  matterStates,
  proceduralLaws,
  type RegisteredDocument,
} from '../../../domain/matters/index.ts';
import { itemCategories, type MatterOccasion } from '../../../domain/meetings/index.ts';
import type { Body } from '../../../domain/organisation/index.ts';
import { secrecyLevels } from '../../../domain/secrecy/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { linkButton } from '../../components/button/button.ts';
import { card } from '../../components/card/card.ts';
import { emptyState } from '../../components/empty-state/empty-state.ts';
import { linkList } from '../../components/link-list/link-list.ts';
import { notice } from '../../components/notice/notice.ts';
import { summaryList } from '../../components/summary-list/summary-list.ts';
import { table } from '../../components/table/table.ts';
import { tag } from '../../components/tag/tag.ts';
import type { RequestContext } from '../../contracts.ts';
import { type Html, html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { publishLink } from '../publications/publish-link.ts';
import { matterSecrecyPath } from './secrecy-form-page.ts';
import { texts } from './texts.ts';

export type MatterFacts = {
  readonly matter: Matter;
  readonly body: Body | undefined;
  readonly items: readonly MatterOccasion[];
  readonly documents: readonly RegisteredDocument[];
  /** The protected title, only when a reader who may see it asked. */
  readonly protectedTitle: string | null;
  /** Whether the reader may set the level of the matter. */
  readonly setsSecrecy: boolean;
};

/** A matter through its whole life: the agenda items of all bodies that dealt with it, and its documents. Its heading is the public title. */
export function matterPage(ctx: RequestContext, facts: MatterFacts): Page {
  const t = texts[ctx.language];
  const { matter, body, protectedTitle } = facts;
  const open = matter.secrecyLevel === 'open';
  return page({
    title: `${matter.registrationNumber} ${matter.publicTitle}`,
    ownHeading: true,
    crumbs: [{ text: t.matter }, { text: matter.registrationNumber }],
    body: html`<div class="page-head"><h1 lang="sv">${matter.publicTitle}</h1><div class="page-lead"><span>${matter.registrationNumber}</span>${tag({ text: matterStates[matter.state][ctx.language] })}${open ? null : tag({ text: secrecyLevels[matter.secrecyLevel].label[ctx.language], tone: 'late' })}</div></div>
${protectedTitle ? notice(ctx, { tone: 'warning', title: t.protectedTitle, body: html`<p lang="sv">${protectedTitle}</p><p>${t.protectedNote}</p>` }) : null}
<section><h2>${t.way}</h2>${way(ctx, facts)}</section>
<section><h2>${t.documents}</h2>${documents(ctx, facts)}</section>${open ? publishLink(ctx, { noun: 'matter', id: matter.id, bodyId: body?.id ?? null }) : null}`,
    aside: card({
      title: t.facts,
      body: html`${summaryList(
        [
          { term: t.number, value: matter.registrationNumber },
          { term: t.body, value: body && html`<a href="${recordAddress('body', body.id)}" lang="sv">${body.name}</a>` },
          { term: t.opened, value: matter.openedOn && ctx.format.date(matter.openedOn) },
          { term: t.state, value: matterStates[matter.state][ctx.language] },
          { term: t.secrecy, value: secrecyLevels[matter.secrecyLevel].label[ctx.language] },
          { term: t.law, value: proceduralLaws[matter.proceduralLaw].label[ctx.language] },
          { term: t.ground, value: matter.legalGround && html`<span lang="sv">${matter.legalGround}</span>` },
        ],
        { compact: true },
      )}${facts.setsSecrecy ? linkButton({ text: t.setSecrecy, href: matterSecrecyPath(matter.id), variant: 'secondary' }) : null}`,
    }),
  });
}

function way(ctx: RequestContext, { items }: MatterFacts): Html {
  const t = texts[ctx.language];
  if (items.length === 0) return emptyState({ title: t.noItems, body: t.noItemsBody });
  return table(ctx, {
    caption: t.way,
    captionHidden: true,
    columns: [
      { key: 'item', text: t.item },
      { key: 'meeting', text: t.meeting },
      { key: 'category', text: t.category },
    ],
    rows: items.map(({ itemId, meetingId, title, number, category, heldOn, bodyName }) => ({
      item: html`<a href="${recordAddress('agendaItem', itemId, meetingId)}" lang="sv">${number ? `${number}. ` : ''}${title}</a>`,
      meeting: html`<a href="${recordAddress('meeting', meetingId)}">${ctx.format.date(heldOn)}</a>, <span lang="sv">${bodyName}</span>`,
      category: itemCategories[category][ctx.language],
    })),
  });
}

function documents(ctx: RequestContext, { documents: found }: MatterFacts): Html {
  if (found.length === 0) return html`<p>${texts[ctx.language].noDocuments}</p>`;
  return linkList(
    found.map(({ id, title, kind, datedOn }) => ({
      title: html`<span lang="sv">${title}</span>`,
      href: recordAddress('document', id),
      note: datedOn && ctx.format.shortDate(datedOn),
      detail: documentKinds[kind][ctx.language],
    })),
  );
}
