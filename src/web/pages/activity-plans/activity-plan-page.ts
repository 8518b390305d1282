import {
  activityPlanStates,
  type PlanPoint,
  type PlanPointKind,
  planPointKinds,
  planProposalStates,
  proposalOrigins,
  unconfirmedCopies,
} from '../../../domain/plans/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { linkButton } from '../../components/button/button.ts';
import { card } from '../../components/card/card.ts';
import { postButton } from '../../components/form/form.ts';
import { notice } from '../../components/notice/notice.ts';
import { summaryList } from '../../components/summary-list/summary-list.ts';
import { tag } from '../../components/tag/tag.ts';
import type { RequestContext } from '../../contracts.ts';
import { type Content, type Html, html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { connectionCardOfAll, connectionsUnder } from '../connections/connection-card.ts';
import { sourceDocumentsCard, sourceLines } from '../sources/source-places.ts';
import { type ActivityPlanFacts, mayEditPlan } from './activity-plan-facts.ts';
import { assignmentLinks, copiedMark, monthSections, wheelOf } from './plan-days.ts';
import { planListPath } from './plan-paths.ts';
import { texts } from './texts.ts';

/** One plan: the year as a wheel and by month, what the body looks at all year, and the further points by what they are for. */
export function activityPlanPage(ctx: RequestContext, facts: ActivityPlanFacts): Page {
  const t = texts[ctx.language];
  const { plan, connections, places, standing } = facts;
  const href = recordAddress('activityPlan', plan.id);
  const edits = mayEditPlan(ctx.actor, plan);
  const copies = unconfirmedCopies(plan);
  const more = (to: string, text: string) =>
    edits ? html`<p class="actions">${linkButton({ text, href: `${href}/${to}`, variant: 'secondary' })}</p>` : null;
  return page({
    title: plan.title,
    ownHeading: true,
    crumbs: [
      { text: t.room, href: '/sammantraden' },
      { text: t.title, href: planListPath },
      { text: `${plan.body.name} ${plan.year}` },
    ],
    body: html`<div class="page-head"><h1 lang="sv">${plan.title}</h1><div class="page-lead">${tag({ text: activityPlanStates[standing][ctx.language], tone: standing === 'current' ? 'ok' : standing === 'changed' ? 'part' : 'neutral' })}<a href="${recordAddress('body', plan.body.id)}" lang="sv">${plan.body.name}</a>${plan.datedOn ? html`<span>${t.dated(ctx.format.date(plan.datedOn))}</span>` : null}</div></div>
${copies > 0 ? notice(ctx, { tone: 'warning', body: html`<p>${t.copiedNotice(t.lines(ctx.format.number(copies), copies === 1))}</p>` }) : null}
${wheelOf(ctx, facts)}
<section><h2>${t.days}</h2>${monthSections(ctx, facts)}${more('dagar/ny', t.addDay)}</section>
${
  plan.focusAreas.length > 0 || edits
    ? html`<section><h2>${t.focusAreas}</h2><ul>${plan.focusAreas.map(
        (area) =>
          html`<li id="fokus-${area.id}"><span lang="sv">${area.text}</span> ${copiedMark(ctx, facts, area)}${editLink(ctx, facts, `fokus/${area.id}`, area.text)} ${sourceLines(ctx, places, area.id)}${assignmentLinks(facts, area.id)}${connectionsUnder(ctx, connections.get(area.id))}</li>`,
      )}</ul>${more('fokus/nytt', t.addFocus)}</section>`
    : null
}
${points(ctx, facts)}${more('punkter/ny', t.addPoint)}`,
    aside: html`${nextSteps(ctx, facts)}${card({
      title: t.facts,
      body: summaryList(
        [
          {
            term: t.body,
            value: html`<a href="${recordAddress('body', plan.body.id)}" lang="sv">${plan.body.name}</a>`,
          },
          { term: t.year, value: plan.year },
          { term: t.datedOn, value: plan.datedOn && ctx.format.date(plan.datedOn) },
        ],
        { compact: true },
      ),
    })}${connectionCardOfAll(ctx, connections)}${sourceDocumentsCard(ctx, places)}`,
  });
}

/** What the plan leads to: its paper, its versions, what was never taken up, and the next year. */
function nextSteps(ctx: RequestContext, { plan, versions, earlierId }: ActivityPlanFacts): Html {
  const t = texts[ctx.language];
  const href = recordAddress('activityPlan', plan.id);
  const edits = mayEditPlan(ctx.actor, plan);
  return html`${card({
    title: t.versions,
    body: html`${
      versions.length === 0
        ? html`<p>${t.noVersions}</p>`
        : html`<ul>${versions.map(({ number, datedOn }) => html`<li><a href="${href}/versioner/${number}">${t.version(number, ctx.format.date(datedOn))}</a></li>`)}</ul>`
    }${edits ? html`<p>${linkButton({ text: t.keep, href: `${href}/versioner/ny`, variant: 'secondary' })}</p>` : null}`,
  })}${card({
    title: t.plan,
    body: html`<ul><li><a href="${href}/aktivitetsplan.pdf">${t.pdf}</a></li><li><a href="${href}/aktivitetsplan.docx">${t.docx}</a></li><li><a href="${href}/aldrig-upptaget">${t.untaken}</a></li>${edits ? html`<li><a href="${href}/nasta-ar">${t.nextYear(plan.year + 1)}</a></li>` : null}</ul>${edits && earlierId ? html`<p>${t.bringOverHelp(plan.year - 1)}</p>${postButton(ctx, { action: `${href}/hamta-ej-upptaget`, text: t.bringOver, variant: 'secondary' })}` : null}`,
  })}`;
}

function points(ctx: RequestContext, facts: ActivityPlanFacts): readonly Html[] {
  const kinds = Object.keys(planPointKinds) as readonly PlanPointKind[];
  return kinds.flatMap((kind) => {
    const own = facts.plan.points.filter((point) => point.kind === kind);
    if (own.length === 0) return [];
    const words = planPointKinds[kind][ctx.language];
    const heading = `${words.charAt(0).toLocaleUpperCase(ctx.language)}${words.slice(1)}`;
    return [html`<section><h2>${heading}</h2><ul>${own.map((point) => pointLine(ctx, facts, point))}</ul></section>`];
  });
}

function pointLine(ctx: RequestContext, facts: ActivityPlanFacts, point: PlanPoint): Html {
  const t = texts[ctx.language];
  const { id, text, details, giver, kind, origin } = point;
  const isProposal = kind === 'proposal';
  const from = [
    ...(giver ? [isProposal ? t.proposedBy(giver) : t.giver(giver)] : []),
    ...(origin ? [t.from(proposalOrigins[origin][ctx.language])] : []),
  ].join(', ');
  return html`<li id="punkt-${id}"><span lang="sv">${text}</span>${from ? html` <span class="soft">(${from})</span>` : null} ${isProposal ? proposalState(ctx, point) : null} ${copiedMark(ctx, facts, point)}${editLink(ctx, facts, `punkter/${id}`, text)}${isProposal ? editLink(ctx, facts, `punkter/${id}/beslut`, text, t.settle) : null} ${sourceLines(ctx, facts.places, id)}${details.length > 0 ? html`<ul lang="sv">${details.map((detail) => html`<li>${detail}</li>`)}</ul>` : null}${connectionsUnder(ctx, facts.connections.get(id))}</li>`;
}

function proposalState(ctx: RequestContext, { state, stateReason, carriedTo }: PlanPoint): Content {
  const tones = { waiting: 'neutral', planned: 'info', treated: 'ok', dropped: 'unknown' } as const;
  return html`${tag({ text: planProposalStates[state][ctx.language], tone: tones[state] })}${stateReason ? html` <span class="soft" lang="sv">${stateReason}</span>` : null}${carriedTo ? html` <span class="soft">${texts[ctx.language].carriedTo(carriedTo)}</span>` : null}`;
}

/** A link to the form of a line, named by the line for those who only hear it. */
function editLink(ctx: RequestContext, { plan }: ActivityPlanFacts, to: string, about: string, text?: string): Content {
  if (!mayEditPlan(ctx.actor, plan)) return null;
  return html` <a class="summary-action" href="${recordAddress('activityPlan', plan.id)}/${to}">${text ?? texts[ctx.language].edit}<span class="sr-only" lang="sv"> ${about}</span></a>`;
}
