import { may } from '../../../domain/access/index.ts';
import { type MeetingSummary, meetingStateCodes, meetingStates } from '../../../domain/meetings/index.ts';
import type { Body } from '../../../domain/organisation/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { linkButton } from '../../components/button/button.ts';
import { emptyState } from '../../components/empty-state/empty-state.ts';
import { field } from '../../components/field/field.ts';
import { filterBar } from '../../components/filter-bar/filter-bar.ts';
import { pagination } from '../../components/pagination/pagination.ts';
import { table } from '../../components/table/table.ts';
import { freshForm, type RequestContext } from '../../contracts.ts';
import { type Html, html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { meetingTabs } from '../activity-plans/meeting-tabs.ts';
import { adjustmentWords, meetingName, meetingTag, meetingTime } from './meeting-words.ts';
import { texts } from './texts.ts';

/** What the list shows: what is to come in the order it comes, and a page of what has been, the latest first. */
export type MeetingListFacts = {
  readonly upcoming: readonly MeetingSummary[];
  readonly earlier: readonly MeetingSummary[];
  readonly earlierTotal: number;
  readonly pageNumber: number;
  readonly pageSize: number;
  readonly years: readonly number[];
  readonly bodies: readonly Body[];
};

export const meetingListPath = '/sammantraden';

/** The meetings of the authority: to come first, then those that were held. */
export function meetingListPage(ctx: RequestContext, facts: MeetingListFacts): Page {
  const t = texts[ctx.language];
  const filtered = ['ar', 'organ', 'lage'].some((name) => ctx.url.searchParams.get(name));
  const mayPlan = ctx.actor !== undefined && may(ctx.actor, 'meeting.edit');
  const plan = mayPlan ? linkButton({ text: t.plan, href: `${meetingListPath}/planera` }) : null;
  const nothing = facts.upcoming.length === 0 && facts.earlierTotal === 0;
  const body = nothing
    ? html`${filters(ctx, facts, filtered)}${empty(ctx, filtered, plan)}`
    : html`${filters(ctx, facts, filtered)}
<section><h2>${t.upcoming}</h2>${
        facts.upcoming.length === 0
          ? emptyState({ title: t.noUpcoming, body: mayPlan ? t.noUpcomingBody : '' })
          : meetingTable(ctx, facts.upcoming, t.upcoming)
      }</section>
${facts.earlierTotal === 0 ? null : earlier(ctx, facts)}`;
  return page({
    title: t.title,
    lead: t.lead,
    body: html`${meetingTabs(ctx, 'meetings')}${plan && !nothing ? html`<div class="actions">${plan}</div>` : null}${body}`,
  });
}

function filters(ctx: RequestContext, { years, bodies }: MeetingListFacts, active: boolean): Html {
  const t = texts[ctx.language];
  const query = ctx.url.searchParams;
  const state = freshForm({
    ar: query.get('ar') ?? '',
    organ: query.get('organ') ?? '',
    lage: query.get('lage') ?? '',
  });
  const select = (name: string, label: string, empty: string, options: { value: string; text: string }[]) =>
    field(ctx, { name, label, state, kind: 'select', empty, options });
  return filterBar(ctx, {
    action: meetingListPath,
    active,
    fields: html`${select(
      'ar',
      t.year,
      t.allYears,
      years.map((year) => ({ value: String(year), text: String(year) })),
    )}
${select(
  'organ',
  t.body,
  t.allBodies,
  bodies.map(({ id, name }) => ({ value: id, text: name })),
)}
${select(
  'lage',
  t.state,
  t.allStates,
  meetingStateCodes.map((code) => ({ value: code, text: meetingStates[code][ctx.language] })),
)}`,
  });
}

function empty(ctx: RequestContext, filtered: boolean, plan: Html | null): Html {
  const t = texts[ctx.language];
  return filtered
    ? emptyState({ title: t.noneFit, body: t.noneFitBody, action: plan })
    : emptyState({
        title: t.none,
        body: t.noneBody,
        action: html`${plan}${linkButton({ text: t.readIn, href: '/las-in', variant: 'secondary' })}`,
      });
}

function earlier(ctx: RequestContext, facts: MeetingListFacts): Html {
  const t = texts[ctx.language];
  return html`<section><h2>${t.earlier}</h2>${meetingTable(ctx, facts.earlier, t.earlier)}
${pagination(ctx, { page: facts.pageNumber, pageSize: facts.pageSize, total: facts.earlierTotal, href: (number) => withPage(ctx.url, number) })}</section>`;
}

function withPage(url: URL, number: number): string {
  const query = new URLSearchParams(url.searchParams);
  query.set('sida', String(number));
  return `${url.pathname}?${query}`;
}

/** Meetings as rows; the page of a body shows its own with the same table. */
export function meetingTable(ctx: RequestContext, meetings: readonly MeetingSummary[], caption: string): Html {
  const t = texts[ctx.language];
  return table(ctx, {
    caption,
    captionHidden: true,
    columns: [
      { key: 'meeting', text: t.meeting },
      { key: 'body', text: t.body },
      { key: 'state', text: t.state },
      { key: 'items', text: t.items, kind: 'number' },
      { key: 'assignments', text: t.assignments, kind: 'number' },
      { key: 'adjustment', text: t.adjustment },
    ],
    rows: meetings.map((meeting) => {
      const href = recordAddress('meeting', meeting.id);
      return {
        meeting: html`<a href="${href}">${meetingName(ctx, meeting)}</a>${subline(ctx, meeting)}`,
        body: html`<span lang="sv">${ctx.format.list([meeting.body, ...meeting.jointBodies].map(({ name }) => name))}</span>`,
        state: meetingTag(ctx, meeting.state),
        items: figure(ctx, meeting.itemCount, href),
        assignments: figure(ctx, meeting.linkedAssignmentCount, href),
        adjustment: adjustmentWords(ctx, meeting),
      };
    }),
  });
}

function subline(ctx: RequestContext, meeting: MeetingSummary): Html {
  const words = [ctx.format.weekday(meeting.heldOn), meetingTime(ctx, meeting), meeting.title].filter(Boolean);
  return html`<br><span class="soft">${words.join(' · ')}</span>`;
}

function figure(ctx: RequestContext, count: number, href: string): Html {
  const text = ctx.format.number(count);
  return count === 0 ? html`${text}` : html`<a href="${href}#dagordning">${text}</a>`;
}
