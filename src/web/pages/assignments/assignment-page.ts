import { assignmentStates } from '../../../domain/assignments/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { tag } from '../../components/tag/tag.ts';
import type { RequestContext } from '../../contracts.ts';
import { type Html, html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { assignmentAside } from './assignment-aside.ts';
import type { AssignmentFacts } from './assignment-facts.ts';
import { rightsOn } from './assignment-rights.ts';
import { assignmentThread } from './assignment-thread.ts';
import { statusTag } from './status-look.ts';
import { texts } from './texts.ts';

/** One assignment: its thread is the page, everything else stands beside it. */
export function assignmentPage(ctx: RequestContext, facts: AssignmentFacts): Page {
  const { assignment, givenBy, status } = facts;
  const t = texts[ctx.language];
  const rights = rightsOn(ctx.actor, assignment);
  const given = givenBy
    ? html`<span>${t.givenBy} <span lang="sv">${givenBy.name}</span> · ${t.planYear(assignment.year)}</span>`
    : html`<span>${t.planYear(assignment.year)}</span>`;
  // A state that is the usual one says nothing; a paused or ended assignment says so before all else.
  const state = ['given', 'started'].includes(assignment.state)
    ? null
    : tag({ text: assignmentStates[assignment.state][ctx.language] });
  return page({
    title: `${assignment.ref} ${assignment.title}`,
    ownHeading: true,
    crumbs: [
      { text: t.title, href: '/uppdrag' },
      { text: String(assignment.year), href: `/uppdrag?ar=${assignment.year}` },
      { text: assignment.ref },
    ],
    body: html`<div class="page-head"><h1 lang="sv">${assignment.title}</h1><div class="page-lead">${state}${statusTag(ctx, status)}${given}</div></div>
${fullText(ctx, facts)}${assignmentThread(ctx, facts, rights)}`,
    aside: assignmentAside(ctx, facts, rights),
  });
}

/** The words of the plan in full, where the title is shorter than they are. */
function fullText(ctx: RequestContext, { assignment }: AssignmentFacts): Html | null {
  const { text, title } = assignment;
  const words = (sentence: string) =>
    sentence
      .replace(/^att\s+/iu, '')
      .replace(/[.\s]+$/u, '')
      .toLocaleLowerCase('sv');
  if (!text || words(text) === words(title)) return null;
  return html`<blockquote lang="sv" aria-label="${texts[ctx.language].fullText}"><p>${text}</p></blockquote>`;
}

/** The way back from a form about an assignment. */
export function assignmentCrumbs(
  ctx: RequestContext,
  assignment: { readonly id: string; readonly ref: string },
  here: string,
) {
  return [
    { text: texts[ctx.language].title, href: '/uppdrag' },
    { text: assignment.ref, href: recordAddress('assignment', assignment.id) },
    { text: here },
  ];
}
