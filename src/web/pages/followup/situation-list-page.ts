import {
  type Assessment,
  mainAssessmentOf,
  type Period,
  type PeriodKind,
  periodKinds,
} from '../../../domain/assessments/index.ts';
import { type Assignment, formatAssignmentRef } from '../../../domain/assignments/index.ts';
import { linkButton } from '../../components/button/button.ts';
import { emptyState } from '../../components/empty-state/empty-state.ts';
import { notice } from '../../components/notice/notice.ts';
import { statusChart } from '../../components/status-chart/status-chart.ts';
import { table } from '../../components/table/table.ts';
import { tag } from '../../components/tag/tag.ts';
import type { RequestContext } from '../../contracts.ts';
import { type Content, type Html, html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { statusOrder, statusTag, statusText, statusTones } from '../assignments/status-look.ts';
import { followupTabs } from './followup-tabs.ts';
import { situationAddress } from './situation-address.ts';
import { texts } from './texts.ts';

/** The assignments of a year with what was said about each, and the periods there are. */
export type SituationListFacts = {
  readonly years: readonly number[];
  readonly year: number | undefined;
  readonly assignments: readonly Assignment[];
  readonly assessments: readonly Assessment[];
  readonly periods: readonly Period[];
};

/** How every assignment of a year stands, period by period, with what is missing said as plainly as what is there. */
export function situationListPage(ctx: RequestContext, facts: SituationListFacts): Page {
  const t = texts[ctx.language];
  const { years, year, assignments } = facts;
  return page({
    title: t.title,
    lead: t.situationsLead,
    body: html`${followupTabs(ctx, 'contributions')}
<nav aria-label="${t.chooseYear}"><p>${years.map((one) =>
      one === year
        ? html`<strong aria-current="page">${one}</strong> `
        : html`<a href="/uppfoljning/lagen?ar=${one}">${one}</a> `,
    )}</p></nav>
${
  year === undefined || assignments.length === 0
    ? emptyState({
        title: t.noAssignments,
        body: t.noAssignmentsBody,
        action: linkButton({ text: t.readIn, href: '/las-in' }),
      })
    : html`${periodNotes(ctx, facts, year)}${yearChart(ctx, facts, year)}${yearTable(ctx, facts, year)}`
}`,
  });
}

/** What is missing: a period without any situation, or assignments that one passed by. */
function periodNotes(
  ctx: RequestContext,
  { periods, assignments, assessments }: SituationListFacts,
  year: number,
): Content {
  const t = texts[ctx.language];
  if (periods.length === 0) return notice(ctx, { tone: 'info', body: t.noPeriods(year) });
  const today = ctx.services.runtime.today();
  return periods
    .filter(({ endsOn }) => endsOn <= today)
    .map((period) => {
      const missing = assignments.filter(
        (assignment) =>
          !mainAssessmentOf(
            assignment,
            assessments.filter((one) => one.period.id === period.id),
          ),
      );
      return missing.length === 0
        ? null
        : notice(ctx, { tone: 'warning', body: t.situationMissing(missing.length, period.name) });
    });
}

function yearChart(ctx: RequestContext, { assignments, assessments }: SituationListFacts, year: number): Html {
  const t = texts[ctx.language];
  const latest = assignments.map((assignment) => mainAssessmentOf(assignment, assessments)?.status ?? 'none');
  const counts = Object.fromEntries(
    [...Map.groupBy(latest, (status) => status)].map(([status, of]) => [status, of.length]),
  );
  const parts = [
    ...statusOrder
      .filter((status) => counts[status])
      .map((status) => ({ key: status, text: statusText(ctx, status), tone: statusTones[status] })),
  ];
  return statusChart(ctx, {
    id: 'lagen',
    title: t.statusChart(year),
    parts,
    rows: [{ label: String(year), counts }],
    rowName: t.year,
  });
}

function yearTable(ctx: RequestContext, { assignments, assessments }: SituationListFacts, year: number): Html {
  const t = texts[ctx.language];
  const kinds = Object.keys(periodKinds) as readonly PeriodKind[];
  const cell = (assignment: Assignment, kind: PeriodKind): Content => {
    const found = assessments.filter(
      (one) => one.period.kind === kind && one.assignmentId === assignment.id && one.partOfBodyId === null,
    );
    const href = situationAddress(assignment.id);
    if (found.length === 0)
      return html`<a href="${href}">${tag({ text: t.noAssessment, tone: 'unknown' })}<span class="sr-only"> ${formatAssignmentRef(assignment)}</span></a>`;
    return found.map(
      ({ id, status }) =>
        html`<a href="${href}#lage-${id}">${statusTag(ctx, status)}<span class="sr-only"> ${formatAssignmentRef(assignment)}</span></a> `,
    );
  };
  return table(ctx, {
    caption: t.statusChart(year),
    captionHidden: true,
    rowHeader: 'assignment',
    columns: [
      { key: 'number', text: t.number, kind: 'date' },
      { key: 'assignment', text: t.assignment },
      ...kinds.map((kind) => ({ key: kind, text: periodKinds[kind].label[ctx.language] })),
    ],
    rows: assignments.map((assignment) => ({
      number: assignment.number ?? '–',
      assignment: html`<a href="${situationAddress(assignment.id)}" lang="sv">${assignment.title}</a>`,
      interim: cell(assignment, 'interim'),
      annual: cell(assignment, 'annual'),
    })),
  });
}
