import { assessmentStatuses, type StatusOrNone } from '../../../domain/assessments/index.ts';
import { meetingKinds } from '../../../domain/meetings/index.ts';
import { isAtHand, type WorkEntry } from '../../../domain/work/index.ts';
import { addDays } from '../../../kernel/civil-date.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { linkButton } from '../../components/button/button.ts';
import { card, cards } from '../../components/card/card.ts';
import { emptyState } from '../../components/empty-state/empty-state.ts';
import { type LinkListItem, linkList } from '../../components/link-list/link-list.ts';
import { type ChartPart, type ChartRow, statusChart } from '../../components/status-chart/status-chart.ts';
import { threadLines } from '../../components/thread-lines/thread-lines.ts';
import type { RequestContext } from '../../contracts.ts';
import { type Content, type Html, html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { selectionHref } from '../assignments/assignment-query.ts';
import { statusOrder, statusText, statusTones } from '../assignments/status-look.ts';
import { workAddress, workRow } from '../work/work-rows.ts';
import { texts } from './texts.ts';
import type { Heard, TodayFacts } from './today-facts.ts';

/** Rows shown of each list; the rest is behind "see all". */
const most = 5;
const mostLines = 15;
/** Lines of work shown; the rest is on the page of one's work. */
const mostWork = 10;
/** So many of one kind: six of the same do not hide the one of another. */
const mostOfKind = 2;

/** The first page of the day: what waits for this person, how the year stands, and all threads at a glance. */
export function todayPage(ctx: RequestContext, facts: TodayFacts): Page {
  const t = texts[ctx.language];
  const today = ctx.services.runtime.today();
  const body =
    facts.lines.length === 0
      ? emptyState({ title: t.empty, body: t.emptyBody, action: linkButton({ text: t.readIn, href: '/las-in' }) })
      : html`${chart(ctx, facts)}${threads(ctx, facts)}`;
  return page({
    title: t.title,
    lead: ctx.format.dateWithWeekday(today),
    body: html`<h2>${t.waiting}</h2>${waiting(ctx, facts)}${body}`,
    aside: card({ title: t.nextMeetings, body: nextMeetings(ctx, facts) }),
  });
}

function waiting(ctx: RequestContext, facts: TodayFacts): Html {
  const t = texts[ctx.language];
  const found = [...workCards(ctx, facts), ...registerCards(ctx, facts)];
  if (found.length === 0) return html`<p>${t.nothingWaits}. ${t.nothingWaitsBody}</p>`;
  return cards(found.map(({ title, body }) => card({ title, level: 3, body })));
}

type Waiting = { readonly title: string; readonly body: Content };

/** The same work in its order, but for those of a kind that has had its lines already: they come last. */
function mixed(work: readonly WorkEntry[]): readonly WorkEntry[] {
  const seen = new Map<string, number>();
  const [first, rest]: [WorkEntry[], WorkEntry[]] = [[], []];
  for (const one of work) {
    const before = seen.get(one.kind) ?? 0;
    seen.set(one.kind, before + 1);
    (before < mostOfKind ? first : rest).push(one);
  }
  return [...first, ...rest];
}

/** What the reader has to do, the most urgent first, and the reports that are read before a meeting. */
function workCards(ctx: RequestContext, { work, readyReports }: TodayFacts): readonly Waiting[] {
  const t = texts[ctx.language];
  const own = work.filter(isAtHand);
  const others = work.length - own.length;
  return [
    own.length > 0 && {
      title: t.work,
      body: linkList(
        mixed(own)
          .slice(0, mostWork)
          .map((one) => workRow(ctx, one)),
        { more: { text: t.allWork(own.length), href: workAddress } },
      ),
    },
    own.length === 0 &&
      others > 0 && { title: t.work, body: html`<p>${t.withOthers} <a href="${workAddress}">${t.seeWork}</a></p>` },
    readyReports.length > 0 && {
      title: t.readyReports,
      body: linkList(
        readyReports.slice(0, most).map((report) => ({
          title: html`<span lang="sv">${report.title}</span>`,
          href: recordAddress('report', report.id),
          detail: html`<span lang="sv">${report.body.name}</span>. ${t.readyDetail}`,
        })),
      ),
    },
  ].filter((one) => one !== false);
}

/** What waits in the register: assignments of which nobody has told, and goals that nothing leads to. */
function registerCards(ctx: RequestContext, facts: TodayFacts): readonly Waiting[] {
  const t = texts[ctx.language];
  const { year, unassessed, silent, stale, goalsWithout } = facts;
  const count = (all: readonly unknown[]) => ctx.format.number(all.length);
  const unassessedHref = selectionHref({ ar: year, status: 'none' });
  return [
    // Who follows all assignments sees the silent ones, of which the unassessed are most: one list is enough.
    unassessed.length > 0 &&
      silent.length === 0 && {
        title: t.unassessed(year),
        body: linkList(
          unassessed.slice(0, most).map((one) => assignmentRow({ assignment: one, lastHeard: undefined })),
          { more: { text: t.seeAll(count(unassessed)), href: unassessedHref } },
        ),
      },
    silent.length > 0 && {
      title: t.silent(year),
      body: html`<p>${t.silentDetail}</p>${linkList(
        silent.slice(0, most).map((one) => assignmentRow(one)),
        {
          more: { text: t.unassessed(year), href: unassessedHref },
        },
      )}`,
    },
    stale.length > 0 && {
      title: t.stale,
      body: linkList(
        stale
          .slice(0, most)
          .map((one) => assignmentRow(one, one.lastHeard && t.lastHeard(ctx.format.date(one.lastHeard)))),
      ),
    },
    goalsWithout.length > 0 && {
      title: t.goals,
      body: html`<p>${t.goalsDetail}</p>${linkList(
        goalsWithout.slice(0, most).map(({ id, heading }) => ({
          title: html`<span lang="sv">${heading}</span>`,
          href: recordAddress('goal', id),
        })),
        { more: { text: t.seeGoals, href: '/mal' } },
      )}`,
    },
  ].filter((one) => one !== false);
}

function assignmentRow({ assignment }: Heard, detail?: string): LinkListItem {
  return {
    title: html`<span lang="sv">${assignment.title}</span>`,
    href: recordAddress('assignment', assignment.id),
    note: assignment.ref,
    ...(detail && { detail }),
  };
}

function nextMeetings(ctx: RequestContext, { nextMeetings: meetings }: TodayFacts): Html {
  const t = texts[ctx.language];
  const today = ctx.services.runtime.today();
  if (meetings.length === 0) return html`<p>${t.noMeetings} <a href="/sammantraden">${t.planMeetings}</a></p>`;
  return linkList(
    meetings.map(({ id, body, kind, heldOn, startsAt, place, itemCount }) => ({
      title: html`<span lang="sv">${body.name}</span>`,
      href: recordAddress('meeting', id),
      detail: html`${heldOn <= addDays(today, 14) ? `${ctx.format.relativeDay(heldOn, today)}, ` : null}${ctx.format.dateWithWeekday(heldOn)}${startsAt ? ` ${startsAt}` : null}<br>${meetingKinds[kind][ctx.language]}, ${t.items(itemCount)}${place ? html`, <span lang="sv">${place}</span>` : null}`,
    })),
  );
}

/** How the year's assignments stand, by performing body. Each figure of the key leads to the assignments that it counts. */
function chart(ctx: RequestContext, { year, counts }: TodayFacts): Html | null {
  const t = texts[ctx.language];
  const present = statusOrder.filter((status) => counts.some((one) => one.status === status));
  if (present.length === 0) return null;
  const parts: readonly ChartPart[] = present.map((status: StatusOrNone) => ({
    key: status,
    text: statusText(ctx, status),
    tone: statusTones[status],
    href: selectionHref({ ar: year, status }),
  }));
  const byBody = Map.groupBy(counts, ({ body }) => body?.name ?? t.noPerformer);
  const rows: readonly ChartRow[] = [...byBody].map(([label, own]) => ({
    label,
    counts: Object.fromEntries(own.map(({ status, count }) => [status, count])),
  }));
  return card({ body: statusChart(ctx, { id: 'year', title: t.chart(year), rowName: t.chartRow, parts, rows }) });
}

function threads(ctx: RequestContext, { years, lines, statuses }: TodayFacts): Html {
  const t = texts[ctx.language];
  const [from, to] = [years[0] ?? 0, years.at(-1) ?? 0];
  return html`<section><h2>${t.threads(from, to)}</h2><p>${t.threadsLead} <a href="/uppdrag">${t.allAssignments}</a></p>${threadLines(
    ctx,
    {
      caption: t.threads(from, to),
      years,
      lines: lines.slice(0, mostLines).map(({ assignments }) => {
        const latest = assignments.at(-1)!;
        return {
          title: html`<span lang="sv">${latest.title}</span>`,
          href: recordAddress('assignment', latest.id),
          knots: assignments.map(({ id, year, ref }) => {
            const status = statuses.get(id)?.status;
            return {
              year,
              text: ref,
              href: recordAddress('assignment', id),
              tone: statusTones[status ?? 'none'],
              status: status ? assessmentStatuses[status].label[ctx.language] : statusText(ctx, 'none'),
            };
          }),
        };
      }),
    },
  )}</section>`;
}
