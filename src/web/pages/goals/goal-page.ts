import { type AssignmentPage, formatAssignmentRef } from '../../../domain/assignments/index.ts';
import type { ToldInsight } from '../../../domain/dialogues/index.ts';
import type { Goal, GoalDocument } from '../../../domain/goals/index.ts';
import type { Source } from '../../../domain/matters/index.ts';
import type { Poll } from '../../../domain/polls/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { linkButton } from '../../components/button/button.ts';
import { card } from '../../components/card/card.ts';
import { emptyState } from '../../components/empty-state/empty-state.ts';
import { summaryList } from '../../components/summary-list/summary-list.ts';
import { table } from '../../components/table/table.ts';
import type { RequestContext } from '../../contracts.ts';
import { type Html, html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import type { Connected } from '../connections/connected-facts.ts';
import { connectionCard } from '../connections/connection-card.ts';
import { voicesSection } from '../dialogues/voices-section.ts';
import { sourceCard } from '../sources/source-card.ts';
import { texts } from './texts.ts';

/** What the page of a goal shows. */
export type GoalFacts = {
  readonly goal: Goal;
  readonly document: GoalDocument;
  readonly perspective: string;
  readonly assignments: AssignmentPage;
  readonly connections: readonly Connected[];
  readonly sources: readonly Source[];
  /** What was learnt about it in dialogues, and the polls with a question about it. */
  readonly voices: { readonly insights: readonly ToldInsight[]; readonly polls: readonly Poll[] };
};

/** One goal: its sentences, each with an address of its own, and the assignments that lead to it. */
export function goalPage(ctx: RequestContext, facts: GoalFacts): Page {
  const { goal, document, perspective, assignments, connections, sources, voices } = facts;
  const t = texts[ctx.language];
  return page({
    title: goal.heading,
    crumbs: [{ text: t.title, href: '/mal' }, { text: goal.heading }],
    lead: html`<span lang="sv">${perspective} · ${document.title}</span>`,
    body: html`<section lang="sv"><h2 lang="${ctx.language}">${t.statements}</h2>${statements(ctx, goal)}</section>
<section><h2>${t.assignmentsOf}</h2>${assignmentTable(ctx, assignments)}</section>
${voicesSection(ctx, voices)}`,
    aside: html`${card({
      title: t.document,
      body: summaryList(
        [
          {
            term: t.document,
            value: html`<a href="${recordAddress('goalDocument', document.id)}" lang="sv">${document.title}</a>`,
          },
          { term: t.perspective, value: html`<span lang="sv">${perspective}</span>` },
          { term: t.vision, value: document.vision && html`<span lang="sv">${document.vision}</span>` },
        ],
        { compact: true },
      ),
    })}${connectionCard(ctx, connections)}${sourceCard(ctx, sources)}`,
  });
}

function statements(ctx: RequestContext, goal: Goal): Html {
  const t = texts[ctx.language];
  return html`<ol>${goal.statements.map(
    ({ anchor, statement, position }) =>
      html`<li id="${anchor}">${statement} <a href="#${anchor}" aria-label="${t.statementLink(position)}">§</a></li>`,
  )}</ol>`;
}

function assignmentTable(ctx: RequestContext, { rows }: AssignmentPage): Html {
  const t = texts[ctx.language];
  if (rows.length === 0)
    return emptyState({
      title: t.noAssignmentsTitle,
      body: t.noAssignmentsBody,
      action: linkButton({ text: t.seeAssignments, href: '/uppdrag' }),
    });
  return table(ctx, {
    caption: t.assignmentsOf,
    captionHidden: true,
    columns: [
      { key: 'title', text: t.assignment },
      { key: 'ref', text: t.number, kind: 'date' },
      { key: 'performer', text: t.performer },
    ],
    rows: rows.map((assignment) => ({
      ref: formatAssignmentRef(assignment),
      title: html`<a href="${recordAddress('assignment', assignment.id)}" lang="sv">${assignment.title}</a>`,
      performer: html`<span lang="sv">${ctx.format.list(
        assignment.parties.filter(({ role }) => role === 'performer').map(({ bodyName }) => bodyName),
      )}</span>`,
    })),
  });
}
