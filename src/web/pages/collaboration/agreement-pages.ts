import { type Agreement, lastNoticeDay } from '../../../domain/agreements/index.ts';
import type { Source } from '../../../domain/matters/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { linkButton } from '../../components/button/button.ts';
import { emptyState } from '../../components/empty-state/empty-state.ts';
import { linkList } from '../../components/link-list/link-list.ts';
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
import { itemLink, termTag, termWords } from './term-words.ts';
import { texts } from './texts.ts';

/** Every agreement with its term and the day on which it is too late to give notice. */
export function agreementListPage(ctx: RequestContext, agreements: readonly Agreement[]): Page {
  const t = texts[ctx.language];
  return page({
    title: t.title,
    lead: t.agreementsLead,
    body: html`${collaborationTabs(ctx, 'agreements')}${
      agreements.length === 0
        ? emptyState({
            title: t.noAgreements,
            body: t.noAgreementsBody,
            action: linkButton({ text: t.readIn, href: '/las-in' }),
          })
        : table(ctx, {
            caption: t.agreements,
            captionHidden: true,
            columns: [
              { key: 'name', text: t.agreement },
              { key: 'term', text: t.term },
              { key: 'state', text: t.state },
              { key: 'notice', text: t.notice },
              { key: 'last', text: t.lastNotice },
            ],
            rows: agreements.map((agreement) => ({
              name: html`<a href="${recordAddress('agreement', agreement.id)}" lang="sv">${agreement.name}</a>`,
              term: termWords(ctx, agreement),
              state: termTag(ctx, agreement),
              notice: agreement.noticeMonths === null ? t.noNotice : t.months(agreement.noticeMonths),
              last: lastNotice(ctx, agreement),
            })),
          })
    }`,
  });
}

export type AgreementFacts = {
  readonly agreement: Agreement;
  /** The same agreement in other terms: a prolongation is a record of its own. */
  readonly others: readonly Agreement[];
  readonly connections: readonly Connected[];
  readonly sources: readonly Source[];
};

/** One agreement: its term, how it ends, where it was decided and what it belongs with. */
export function agreementPage(ctx: RequestContext, { agreement, others, connections, sources }: AgreementFacts): Page {
  const t = texts[ctx.language];
  return page({
    title: agreement.name,
    ownHeading: true,
    crumbs: [
      { text: t.title, href: collaborationPaths.agreements },
      { text: t.agreements, href: collaborationPaths.agreements },
      { text: agreement.name },
    ],
    body: html`<div class="page-head"><h1 lang="sv">${agreement.name}</h1><div class="page-lead">${termTag(ctx, agreement)}<span>${termWords(ctx, agreement)}</span></div></div>
<section><h2>${t.facts}</h2>${summaryList([
      { term: t.term, value: termWords(ctx, agreement) },
      { term: t.notice, value: agreement.noticeMonths === null ? t.noNotice : t.months(agreement.noticeMonths) },
      { term: t.lastNotice, value: lastNotice(ctx, agreement) },
      { term: t.state, value: agreement.decided ? t.decided : t.proposed },
      { term: t.item, value: itemLink(ctx, agreement.item) ?? t.noItem },
    ])}</section>
${others.length > 0 ? html`<section><h2>${t.wholeSeries}</h2>${linkList(others.map((one) => ({ title: termWords(ctx, one), href: recordAddress('agreement', one.id), note: termTag(ctx, one) })))}</section>` : null}`,
    aside: html`${connectionCard(ctx, connections)}${sourceCard(ctx, sources)}`,
  });
}

/** The last day of notice where the term ends; where it does not, that notice can be given on any day. */
function lastNotice(ctx: RequestContext, agreement: Agreement): Html | string | null {
  const t = texts[ctx.language];
  const last = lastNoticeDay(agreement);
  if (!last)
    return agreement.openEnded && agreement.noticeMonths !== null ? t.anyTime(t.months(agreement.noticeMonths)) : null;
  const date = ctx.format.date(last);
  return last < ctx.services.runtime.today() ? tag({ text: t.lastNoticePassed(date), tone: 'late' }) : date;
}
