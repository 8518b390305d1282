import { may } from '../../../domain/access/index.ts';
import {
  type PlanCategoryCode,
  type PlannedActivity,
  type PlannedDay,
  type PlannedItem,
  planCategories,
  planCategoryCodes,
  plannedDayKinds,
  printedCategory,
} from '../../../domain/plans/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { dayList } from '../../components/day-list/day-list.ts';
import { postButton } from '../../components/form/form.ts';
import { tag } from '../../components/tag/tag.ts';
import { type WheelShape, yearWheel } from '../../components/year-wheel/year-wheel.ts';
import type { RequestContext } from '../../contracts.ts';
import { type Content, type Html, html } from '../../html.ts';
import { connectionsUnder } from '../connections/connection-card.ts';
import { sourceLines } from '../sources/source-places.ts';
import { type ActivityPlanFacts, mayEditPlan } from './activity-plan-facts.ts';
import { texts } from './texts.ts';

/** The shape of each category in the wheel. */
const shapes: Readonly<Record<PlanCategoryCode, WheelShape>> = {
  decision: 'disc',
  inDepth: 'diamond',
  theme: 'square',
  information: 'triangle',
  studyVisit: 'ring',
  other: 'cross',
};

/** The year as a wheel; each of its days leads to the same day in the list. */
export function wheelOf(ctx: RequestContext, { plan, today }: ActivityPlanFacts): Html | null {
  if (plan.days.length === 0) return null;
  const codesOf = (day: PlannedDay) => {
    const own = slotsOf(plan.activities, day).filter(({ items }) => items.length > 0);
    return planCategoryCodes.filter((code) => own.some(({ category }) => codeOf(category) === code));
  };
  const used = new Set(plan.days.flatMap(codesOf));
  return yearWheel(ctx, {
    id: 'arshjul',
    title: texts[ctx.language].wheel(plan.year),
    year: plan.year,
    today,
    days: plan.days.map((day) => ({
      date: day.date,
      label: [
        when(ctx, day),
        plannedDayKinds[day.kind][ctx.language],
        ...codesOf(day).map((code) => planCategories[code][ctx.language]),
      ].join(', '),
      href: `#datum-${day.date}`,
      shapes: codesOf(day).map((code) => shapes[code]),
    })),
    legend: planCategoryCodes
      .filter((code) => used.has(code))
      .map((code) => ({ shape: shapes[code], text: planCategories[code][ctx.language] })),
  });
}

/** The days month by month, each with its slots and what became of it. */
export function monthSections(ctx: RequestContext, facts: ActivityPlanFacts): Html {
  const t = texts[ctx.language];
  const { plan, connections, places } = facts;
  if (plan.days.length === 0) return html`<p>${t.noDays}</p>`;
  const byMonth = Map.groupBy(plan.days, ({ date }) => date.slice(0, 7));
  return html`${[...byMonth].map(
    ([month, days]) =>
      html`<h3>${ctx.format.month(`${month}-01`)}</h3>${dayList(
        days.map((day) => ({
          date: day.date,
          id: `datum-${day.date}`,
          when: when(ctx, day),
          place: day.place,
          beside: besideDay(ctx, facts, day),
          entries: slotsOf(plan.activities, day).map((slot) => ({
            id: `dag-${slot.id}`,
            category: printedCategory(slot.category, ctx.language),
            items: slot.items.map((item) => itemLine(ctx, facts, item)),
            empty: t.nothing,
            note: html`${sourceLines(ctx, places, slot.id)}${connectionsUnder(ctx, connections.get(slot.id))}`,
          })),
        })),
      )}`,
  )}`;
}

/** A day with its last day: "torsdag 5 mars – 6 mars". */
export function when(ctx: RequestContext, { date, lastDay }: Pick<PlannedDay, 'date' | 'lastDay'>): string {
  const begins = `${ctx.format.weekday(date)} ${ctx.format.dayAndMonth(date)}`;
  return lastDay ? texts[ctx.language].until(begins, ctx.format.dayAndMonth(lastDay)) : begins;
}

/** Says that a line is copied from an earlier year, with a button that confirms it. */
export function copiedMark(
  ctx: RequestContext,
  { plan }: Pick<ActivityPlanFacts, 'plan'>,
  line: { readonly id: string; readonly copiedFromYear: number | null; readonly text?: string; readonly date?: string },
): Content {
  if (line.copiedFromYear === null) return null;
  const t = texts[ctx.language];
  const button = postButton(ctx, {
    action: `${recordAddress('activityPlan', plan.id)}/bekrafta/${line.id}`,
    text: t.confirm,
    about: line.text ?? line.date ?? '',
    variant: 'quiet',
  });
  return html` ${tag({ text: t.copied(line.copiedFromYear), tone: 'part' })}${mayEditPlan(ctx.actor, plan) ? button : null}`;
}

/** The assignments that a line of the plan concerns. */
export function assignmentLinks({ links, assignments }: ActivityPlanFacts, id: string): Content {
  const own = (links.assignments.get(id) ?? []).flatMap((one) => assignments.get(one) ?? []);
  if (own.length === 0) return null;
  return html`<ul>${own.map((one) => html`<li><a href="${recordAddress('assignment', one.id)}"><span lang="sv">${one.ref} ${one.title}</span></a></li>`)}</ul>`;
}

function besideDay(ctx: RequestContext, facts: ActivityPlanFacts, day: PlannedDay): Html {
  const t = texts[ctx.language];
  const href = recordAddress('activityPlan', facts.plan.id);
  const meetingId = facts.links.meetings.get(day.id);
  const mayMeet = ctx.actor !== undefined && may(ctx.actor, 'meeting.edit', facts.plan.body.id);
  const kind = day.kind === 'meeting' ? '' : plannedDayKinds[day.kind][ctx.language];
  const make = postButton(ctx, {
    action: `${href}/dagar/${day.id}/sammantrade`,
    text: meetingId ? t.updateMeeting : t.makeMeeting,
    about: when(ctx, day),
    variant: 'quiet',
  });
  return html`<span class="day-place">${kind}${day.bodies.length > 0 ? html` <span lang="sv">${ctx.format.list(day.bodies.map(({ name }) => name))}</span>` : null}</span>${day.note ? html`<span class="day-place" lang="sv">${day.note}</span>` : null}${copiedMark(ctx, facts, day)}${meetingId ? html`<span class="day-place"><a href="${recordAddress('meeting', meetingId)}">${t.meeting}<span class="sr-only"> ${when(ctx, day)}</span></a></span>` : null}${mayEditPlan(ctx.actor, facts.plan) ? html`<span class="day-place"><a href="${href}/dagar/${day.id}">${t.edit}<span class="sr-only"> ${when(ctx, day)}</span></a></span>` : null}${mayMeet ? make : null}`;
}

function itemLine(ctx: RequestContext, facts: ActivityPlanFacts, item: PlannedItem): Html {
  const t = texts[ctx.language];
  const focus = facts.plan.focusAreas.find(({ id }) => id === item.focusAreaId);
  const beside = [
    ...(item.proposer ? [t.proposedBy(item.proposer)] : []),
    ...(focus ? [`${t.focusArea}: ${focus.text}`] : []),
    ...item.moves.map((move) => t.movedFrom(ctx.format.dayAndMonth(move.from), move.reason ?? '')),
  ];
  const edit = mayEditPlan(ctx.actor, facts.plan)
    ? html` <a class="summary-action" href="${recordAddress('activityPlan', facts.plan.id)}/planerat/${item.id}"><span lang="${ctx.language}">${t.edit}</span><span class="sr-only"> ${item.text}</span></a>`
    : null;
  return html`${item.text}${item.goal ? html` <a class="soft" href="${recordAddress('goal', item.goal.id)}">${item.goal.heading}</a>` : null}${beside.length > 0 ? html` <span class="soft" lang="${ctx.language}">(${beside.join('; ')})</span>` : null}${copiedMark(ctx, facts, item)}${edit}${assignmentLinks(facts, item.id)}`;
}

function slotsOf(activities: readonly PlannedActivity[], day: PlannedDay): readonly PlannedActivity[] {
  return activities.filter(({ dayId }) => dayId === day.id);
}

/** The code of a category; the plan's own words have none and count as other. */
function codeOf(category: string): PlanCategoryCode {
  return Object.hasOwn(planCategories, category) ? (category as PlanCategoryCode) : 'other';
}
