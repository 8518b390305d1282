import type { GoalTree } from '../../../domain/goals/index.ts';
import type { Source } from '../../../domain/matters/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { linkButton } from '../../components/button/button.ts';
import { emptyState } from '../../components/empty-state/empty-state.ts';
import { type TreeItem, tree } from '../../components/tree/tree.ts';
import type { RequestContext } from '../../contracts.ts';
import { type Html, html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import type { Connected } from '../connections/connected-facts.ts';
import { connectionCard } from '../connections/connection-card.ts';
import { sourceCard } from '../sources/source-card.ts';
import { texts } from './texts.ts';

/** What stands beside the goals of one document: what it belongs with and where it was read. */
export type DocumentBeside = { readonly connections: readonly Connected[]; readonly sources: readonly Source[] };

/** All goals as trees: document, perspective, goal, with how many assignments each has. */
export function goalListPage(ctx: RequestContext, documents: readonly GoalTree[], beside?: DocumentBeside): Page {
  const t = texts[ctx.language];
  const body =
    documents.length === 0
      ? emptyState({ title: t.none, body: t.noneBody, action: linkButton({ text: t.readIn, href: '/las-in' }) })
      : html`${documents.map((document) => goalDocument(ctx, document, documents.length > 1))}`;
  const only = documents.length === 1 ? documents[0] : undefined;
  return page({
    title: only?.title ?? t.title,
    lead: only ? facts(ctx, only) : t.lead,
    body: html`<p><a href="/planer">${t.plans}</a> · <a href="/dialoger">${t.dialogues}</a> · <a href="/omrostningar">${t.polls}</a></p>${body}`,
    aside: beside && html`${connectionCard(ctx, beside.connections)}${sourceCard(ctx, beside.sources)}`,
  });
}

function goalDocument(ctx: RequestContext, document: GoalTree, ownHeading: boolean): Html {
  const t = texts[ctx.language];
  const items = document.perspectives.map(
    (perspective): TreeItem => ({
      text: perspective.name,
      note: summary(ctx, perspective.goals),
      children: perspective.goals.map(
        ({ id, heading, assignments = 0 }): TreeItem => ({
          text: heading,
          href: recordAddress('goal', id),
          note: assignments === 0 ? t.noAssignments : t.assignments(assignments),
          gap: assignments === 0,
        }),
      ),
    }),
  );
  return html`<section lang="sv">${ownHeading ? html`<h2>${document.title}</h2><p class="page-lead">${facts(ctx, document)}</p>` : null}
${document.vision ? html`<blockquote><p>${document.vision}</p></blockquote>` : null}
${tree(ctx, { items, label: t.treeLabel(document.title) })}</section>`;
}

function facts(ctx: RequestContext, document: GoalTree): string {
  const t = texts[ctx.language];
  const goals = document.perspectives.flatMap((perspective) => perspective.goals);
  return [
    document.horizonYear && t.horizon(document.horizonYear),
    document.adoptedOn && t.adopted(ctx.format.date(document.adoptedOn)),
    summary(ctx, goals),
  ]
    .filter(Boolean)
    .join(' · ');
}

function summary(ctx: RequestContext, goals: readonly { readonly assignments?: number }[]): string {
  return texts[ctx.language].summary(goals.length, goals.filter(({ assignments = 0 }) => assignments === 0).length);
}
