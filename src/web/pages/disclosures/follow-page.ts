import { disclosureAppeal, disclosureStates, type FollowedRequest } from '../../../domain/disclosures/index.ts';
import { field } from '../../components/field/field.ts';
import { filterBar } from '../../components/filter-bar/filter-bar.ts';
import { notice } from '../../components/notice/notice.ts';
import { summaryList } from '../../components/summary-list/summary-list.ts';
import { freshForm, type RequestContext } from '../../contracts.ts';
import { html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { texts } from './texts.ts';

/** Where anybody with a code follows a request. */
export const followPath = '/begaran';

/** Where a request stands, for whoever has its code: it asks for nothing else and tells neither what was asked for nor by whom (TF 2:18). */
export function followPage(
  ctx: RequestContext,
  { code, found }: { readonly code: string | undefined; readonly found: FollowedRequest | undefined },
): Page {
  const t = texts[ctx.language];
  return page({
    title: t.follow,
    lead: t.followLead,
    width: 'text',
    body: html`${filterBar(ctx, {
      action: followPath,
      active: false,
      label: t.follow,
      submit: t.followShow,
      fields: field(ctx, {
        name: 'kod',
        label: t.followCode,
        hint: t.followHint,
        autocomplete: 'off',
        state: freshForm({ kod: code }),
      }),
    })}${found ? standing(ctx, found) : code === undefined ? null : notice(ctx, { tone: 'warning', body: t.followNone })}`,
  });
}

function standing(ctx: RequestContext, { state, bodyName, receivedOn, answeredOn, provisions }: FollowedRequest) {
  const t = texts[ctx.language];
  return html`<h2>${t.request}</h2>${summaryList([
    { term: t.state, value: disclosureStates[state][ctx.language] },
    { term: t.body, value: html`<span lang="sv">${bodyName}</span>` },
    { term: t.receivedOn, value: ctx.format.date(receivedOn) },
    { term: t.answeredOn, value: answeredOn && ctx.format.date(answeredOn) },
    { term: t.provisions, value: provisions && html`<span lang="sv">${provisions}</span>` },
    { term: t.appeal, value: provisions && disclosureAppeal[ctx.language] },
  ])}`;
}
