import { formatAssignmentRef } from '../../../domain/assignments/index.ts';
import {
  type BudgetInput,
  type BudgetInputPoint,
  findingKinds,
  hasCome,
  type PointAssignment,
} from '../../../domain/inputs/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { card } from '../../components/card/card.ts';
import { postButton } from '../../components/form/form.ts';
import { sideBySide } from '../../components/side-by-side/side-by-side.ts';
import { summaryList } from '../../components/summary-list/summary-list.ts';
import { tag } from '../../components/tag/tag.ts';
import type { RequestContext } from '../../contracts.ts';
import { type Html, html } from '../../html.ts';
import { offersInput, originAddress, outcomeTag } from './budget-input-look.ts';
import { inputTexts } from './budget-input-texts.ts';

/** The points of an input, each with where it came from and what the plan made of it. */
export function inputPoints(ctx: RequestContext, input: BudgetInput): Html {
  const t = inputTexts[ctx.language];
  if (input.points.length === 0) return html`<section><h2>${t.points}</h2><p>${t.noPoints}</p></section>`;
  return html`<section><h2>${t.points}</h2>${input.points.map((point) => pointCard(ctx, input, point))}</section>`;
}

function pointCard(ctx: RequestContext, input: BudgetInput, point: BudgetInputPoint): Html {
  const t = inputTexts[ctx.language];
  const told = hasCome(input.state);
  return card({
    id: `punkt-${point.id}`,
    level: 3,
    title: html`${point.number}. <span lang="sv">${point.headline}</span>`,
    body: html`${point.reasoning ? html`<p lang="sv">${point.reasoning}</p>` : null}${point.drafted ? html`<p>${tag({ text: t.drafted, tone: 'part' })}</p>` : null}${told ? outcomeOf(ctx, point) : null}${summaryList(
      [
        {
          term: t.origin,
          value:
            point.origins.length > 0 &&
            html`${point.origins.map((origin) => html`<p><a href="${originAddress(origin)}">${findingKinds[origin.finding][ctx.language]}</a>: <span lang="sv">${origin.said}</span></p>`)}`,
        },
        {
          term: t.goal,
          value:
            point.goal && html`<a href="${recordAddress('goal', point.goal.id)}" lang="sv">${point.goal.heading}</a>`,
        },
        {
          term: t.about,
          value:
            point.about &&
            html`<a href="${recordAddress('assignment', point.about.id)}" lang="sv">${point.about.title}</a>`,
        },
      ],
      { compact: true },
    )}${pointButtons(ctx, input, point)}`,
  });
}

/** The answer: outcome, the assignments it led to (both texts side by side when the words are others), the decision and the reason. */
export function outcomeOf(ctx: RequestContext, point: BudgetInputPoint): Html {
  const t = inputTexts[ctx.language];
  const { outcome, assignments } = point;
  const led = html`<ul>${assignments.map((one) => html`<li>${assignmentLink(ctx, one)}</li>`)}</ul>`;
  const both =
    outcome?.outcome === 'changed' && assignments.some(({ text }) => text)
      ? sideBySide({
          leftLabel: t.theirWords,
          rightLabel: t.ourWords,
          left: html`<h4>${t.theirWords}</h4><p lang="sv">${point.text}</p>`,
          right: html`<h4>${t.ourWords}</h4>${assignments.map(({ text, title }) => html`<p lang="sv">${text ?? title}</p>`)}`,
        })
      : null;
  return html`<div>${outcomeTag(ctx, outcome)}${assignments.length > 0 ? led : null}${both}${
    outcome
      ? html`${outcome.reason ? html`<p><strong>${t.reason}:</strong> <span lang="sv">${outcome.reason}</span></p>` : null}<p class="soft">${
          outcome.decision
            ? html`<a href="${recordAddress('decision', outcome.decision.id)}">${t.by(outcome.decision.title)}</a>, `
            : null
        }${t.settledBy(outcome.by, ctx.format.date(outcome.on))}</p>`
      : null
  }</div>`;
}

function assignmentLink(ctx: RequestContext, one: PointAssignment): Html {
  const t = inputTexts[ctx.language];
  return html`<a href="${recordAddress('assignment', one.id)}" lang="sv">${formatAssignmentRef(one)} ${one.title}</a>${one.state === 'proposed' ? html` (${t.proposedAs})` : null}`;
}

function pointButtons(ctx: RequestContext, input: BudgetInput, point: BudgetInputPoint): Html | null {
  if (!offersInput(ctx.actor, input, 'edit')) return null;
  const t = inputTexts[ctx.language];
  const at = `${recordAddress('budgetInput', input.id)}/punkt/${point.id}`;
  const about = t.editPoint(point.number);
  const common = { variant: 'quiet' as const, version: input.version, about };
  return html`<div class="actions"><a class="ds-button" data-variant="secondary" href="${at}">${t.edit}<span class="sr-only"> ${about}</span></a>${
    point.number > 1
      ? postButton(ctx, { ...common, action: `${at}/flytta`, text: t.moveUp, fields: { by: 'up' } })
      : null
  }${
    point.number < input.points.length
      ? postButton(ctx, { ...common, action: `${at}/flytta`, text: t.moveDown, fields: { by: 'down' } })
      : null
  }${postButton(ctx, { ...common, action: `${at}/ta-bort`, text: t.remove })}</div>`;
}
