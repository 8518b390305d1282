import { may } from '../../../domain/access/index.ts';
import type { ActivityPlan } from '../../../domain/plans/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { linkButton } from '../../components/button/button.ts';
import { emptyState } from '../../components/empty-state/empty-state.ts';
import { table } from '../../components/table/table.ts';
import type { RequestContext } from '../../contracts.ts';
import { html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { meetingTabs } from './meeting-tabs.ts';
import { planListPath } from './plan-paths.ts';
import { texts } from './texts.ts';

/** Every activity plan, newest year first. */
export function activityPlanListPage(ctx: RequestContext, plans: readonly ActivityPlan[]): Page {
  const t = texts[ctx.language];
  const create =
    ctx.actor && may(ctx.actor, 'plan.edit')
      ? linkButton({ text: t.newPlan, href: `${planListPath}/ny`, variant: 'secondary' })
      : null;
  return page({
    title: t.room,
    lead: t.lead,
    body: html`${meetingTabs(ctx, 'plans')}${
      plans.length === 0
        ? emptyState({
            title: t.none,
            body: t.noneBody,
            action: html`${linkButton({ text: t.readIn, href: '/las-in' })} ${create}`,
          })
        : html`${table(ctx, {
            caption: t.title,
            captionHidden: true,
            columns: [
              { key: 'title', text: t.plan },
              { key: 'body', text: t.body },
              { key: 'year', text: t.year, kind: 'date' },
              { key: 'days', text: t.days, kind: 'number' },
              { key: 'focus', text: t.focusAreas, kind: 'number' },
              { key: 'points', text: t.points, kind: 'number' },
            ],
            rows: plans.map((plan) => ({
              title: html`<a href="${recordAddress('activityPlan', plan.id)}" lang="sv">${plan.title}</a>`,
              body: html`<a href="${recordAddress('body', plan.body.id)}" lang="sv">${plan.body.name}</a>`,
              year: plan.year,
              days: ctx.format.number(plan.days.length),
              focus: ctx.format.number(plan.focusAreas.length),
              points: ctx.format.number(plan.points.length),
            })),
          })}<p class="actions">${create}</p>`
    }`,
  });
}
