import { formatAssignmentRef } from '../../../domain/assignments/index.ts';
import type { InputPointOfPlan } from '../../../domain/inputs/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { linkButton } from '../../components/button/button.ts';
import { table } from '../../components/table/table.ts';
import type { RequestContext } from '../../contracts.ts';
import { type Html, html } from '../../html.ts';
import { offersInput, outcomeTag } from '../followup/budget-input-look.ts';
import type { PlanFacts } from './plan-facts.ts';
import { texts } from './texts.ts';

/** What became of each point of input to the plan: taken up, in other words, left or not answered, by which decision and assignment. */
export function planPoints(ctx: RequestContext, { plan, points }: PlanFacts, mayPropose: boolean): Html {
  const t = texts[ctx.language];
  const byInput = [...Map.groupBy(points, ({ input }) => input.id).values()];
  return html`<section id="inspel"><h2>${t.points}</h2>${
    byInput.length === 0
      ? html`<p>${t.noPoints(plan.year)}</p>`
      : byInput.map((own) => ofInput(ctx, own, plan.id, mayPropose))
  }</section>`;
}

function ofInput(ctx: RequestContext, points: readonly InputPointOfPlan[], planId: string, mayPropose: boolean): Html {
  const t = texts[ctx.language];
  const { input } = points[0]!;
  const whole = { ...input, frozen: null, points: points.map(({ point }) => point) };
  const at = recordAddress('budgetInput', input.id);
  return html`<h3><a href="${at}" lang="sv">${input.title}</a></h3>${table(ctx, {
    caption: input.title,
    captionHidden: true,
    columns: [
      { key: 'point', text: t.point },
      { key: 'outcome', text: t.outcome },
      { key: 'became', text: t.became },
    ],
    rows: points.map(({ point }) => ({
      point: html`<a href="${recordAddress('budgetInputPoint', point.id, input.id)}">${point.number}.</a> <span lang="sv">${point.headline}</span>`,
      outcome: html`${outcomeTag(ctx, point.outcome)}${point.outcome?.reason ? html`<p class="soft" lang="sv">${point.outcome.reason}</p>` : null}${
        point.outcome?.decision
          ? html`<p><a href="${recordAddress('decision', point.outcome.decision.id)}" lang="sv">${point.outcome.decision.title}</a></p>`
          : null
      }`,
      became: html`${point.assignments.map((one) => html`<p><a href="${recordAddress('assignment', one.id)}" lang="sv">${formatAssignmentRef(one)} ${one.title}</a></p>`)}${
        mayPropose && point.outcome?.outcome !== 'left'
          ? html`<a href="${recordAddress('plan', planId)}/foresla?punkt=${point.id}">${t.proposeFrom}<span class="sr-only"> ${t.ofPoint(point.number)}</span></a>`
          : null
      }`,
    })),
  })}${offersInput(ctx.actor, whole, 'settle') ? html`<div class="actions">${linkButton({ text: t.settle, href: `${at}/utfall`, variant: 'secondary' })}</div>` : null}`;
}
