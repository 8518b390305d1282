import type { Source } from '../../../domain/matters/index.ts';
import type { Deliverable } from '../../../domain/projects/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { linkButton } from '../../components/button/button.ts';
import { emptyState } from '../../components/empty-state/empty-state.ts';
import { summaryList } from '../../components/summary-list/summary-list.ts';
import { table } from '../../components/table/table.ts';
import { tag } from '../../components/tag/tag.ts';
import type { RequestContext } from '../../contracts.ts';
import { type Html, html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import type { Connected } from '../connections/connected-facts.ts';
import { connectionCard } from '../connections/connection-card.ts';
import { sourceCard } from '../sources/source-card.ts';
import { collaborationPaths, collaborationTabs } from './collaboration-tabs.ts';
import { dayOrMonth, itemLink } from './term-words.ts';
import { texts } from './texts.ts';

/** What is to be delivered: what slipped and what has no date are seen before all else. */
export function deliverableListPage(ctx: RequestContext, deliverables: readonly Deliverable[]): Page {
  const t = texts[ctx.language];
  return page({
    title: t.title,
    lead: t.deliverablesLead,
    body: html`${collaborationTabs(ctx, 'deliverables')}${
      deliverables.length === 0
        ? emptyState({
            title: t.noDeliverables,
            body: t.noDeliverablesBody,
            action: linkButton({ text: t.readIn, href: '/las-in' }),
          })
        : table(ctx, {
            caption: t.deliverables,
            captionHidden: true,
            columns: [
              { key: 'what', text: t.what },
              { key: 'project', text: t.project },
              { key: 'due', text: t.due },
              { key: 'moved', text: t.movedTo },
              { key: 'state', text: t.state },
            ],
            rows: deliverables.map((one) => ({
              what: html`<a href="${recordAddress('deliverable', one.id)}" lang="sv">${sentence(one.what)}</a>`,
              project: one.project && html`<span lang="sv">${one.project}</span>`,
              due: one.dueOn ? dayOrMonth(ctx, one.dueOn) : '–',
              moved: one.movedTo ? dayOrMonth(ctx, one.movedTo) : '–',
              state: deliverableTag(ctx, one),
            })),
          })
    }`,
  });
}

export type DeliverableFacts = {
  readonly deliverable: Deliverable;
  readonly connections: readonly Connected[];
  readonly sources: readonly Source[];
};

/** One deliverable: when it was due, to when it slipped, and in which item that was said. */
export function deliverablePage(ctx: RequestContext, { deliverable, connections, sources }: DeliverableFacts): Page {
  const t = texts[ctx.language];
  const { project, dueOn, movedTo, item } = deliverable;
  const title = sentence(deliverable.what);
  return page({
    title,
    ownHeading: true,
    crumbs: [
      { text: t.title, href: collaborationPaths.agreements },
      { text: t.deliverables, href: collaborationPaths.deliverables },
      { text: title },
    ],
    body: html`<div class="page-head"><h1 lang="sv">${title}</h1><div class="page-lead">${deliverableTag(ctx, deliverable)}${project ? html`<span lang="sv">${project}</span>` : null}</div></div>
<section><h2>${t.facts}</h2>${summaryList([
      { term: t.project, value: project && html`<span lang="sv">${project}</span>` },
      { term: t.due, value: dueOn ? dayOrMonth(ctx, dueOn) : tag({ text: t.noDue, tone: 'unknown' }) },
      { term: t.movedTo, value: movedTo && dayOrMonth(ctx, movedTo) },
      { term: t.item, value: itemLink(ctx, item) ?? t.noItem },
    ])}</section>`,
    aside: html`${connectionCard(ctx, connections)}${sourceCard(ctx, sources)}`,
  });
}

/** A day that is missing, was moved or has passed is said in a word. Whether it was delivered is not known, so nothing is called done or late. */
function deliverableTag({ language, services }: RequestContext, { dueOn, movedTo }: Deliverable): Html {
  const t = texts[language];
  const today = services.runtime.today();
  if (movedTo) return tag({ text: t.moved, tone: 'late' });
  if (!dueOn) return tag({ text: t.noDue, tone: 'unknown' });
  return dueOn < today.slice(0, dueOn.length)
    ? tag({ text: t.duePassed, tone: 'part' })
    : tag({ text: t.ahead, tone: 'neutral' });
}

function sentence(text: string): string {
  return `${text.charAt(0).toLocaleUpperCase('sv')}${text.slice(1)}`;
}
