import { may } from '../../../domain/access/index.ts';
import { type Plan, planStates } from '../../../domain/plans/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { linkButton } from '../../components/button/button.ts';
import { emptyState } from '../../components/empty-state/empty-state.ts';
import { field, type Option } from '../../components/field/field.ts';
import { form } from '../../components/form/form.ts';
import { table } from '../../components/table/table.ts';
import { tag } from '../../components/tag/tag.ts';
import type { FormState, RequestContext } from '../../contracts.ts';
import { html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { texts } from './texts.ts';

/** One plan of the list with its figures; each of them is found on the page of the plan. */
export type ListedPlan = {
  readonly plan: Plan;
  readonly owner: string;
  readonly given: number;
  readonly proposed: number;
  readonly inputs: string;
};

/** The plans, newest first. */
export function planListPage(ctx: RequestContext, plans: readonly ListedPlan[]): Page {
  const t = texts[ctx.language];
  const start = ctx.actor && may(ctx.actor, 'plan.edit') ? linkButton({ text: t.new, href: '/planer/ny' }) : null;
  return page({
    title: t.title,
    lead: t.lead,
    body:
      plans.length === 0
        ? emptyState({
            title: t.none,
            body: t.noneBody,
            action: html`${start}${linkButton({ text: t.readIn, href: '/las-in', variant: start ? 'secondary' : 'primary' })}`,
          })
        : html`${start ? html`<div class="actions">${start}</div>` : null}${table(ctx, {
            caption: t.title,
            captionHidden: true,
            rowHeader: 'plan',
            columns: [
              { key: 'year', text: t.year, kind: 'date' },
              { key: 'plan', text: t.plan },
              { key: 'owner', text: t.owner },
              { key: 'state', text: t.state },
              { key: 'given', text: t.given, kind: 'number' },
              { key: 'proposed', text: t.proposed, kind: 'number' },
              { key: 'inputs', text: t.inputs },
            ],
            rows: plans.map(({ plan, owner, given, proposed, inputs }) => {
              const at = recordAddress('plan', plan.id);
              return {
                year: plan.year,
                plan: html`<a href="${at}" lang="sv">${plan.title}</a>`,
                owner: html`<a href="${recordAddress('body', plan.ownerBodyId)}" lang="sv">${owner}</a>`,
                state: tag({
                  text: planStates[plan.state][ctx.language],
                  tone: plan.state === 'adopted' ? 'ok' : 'part',
                }),
                given: html`<a href="${at}#uppdrag">${given}</a>`,
                proposed: html`<a href="${at}#foreslagna">${proposed}</a>`,
                inputs: html`<a href="${at}#inspel">${inputs}</a>`,
              };
            }),
          })}`,
  });
}

/** Where a plan is begun. */
export function newPlanPage(ctx: RequestContext, state: FormState, owners: readonly Option[]): Page {
  const t = texts[ctx.language];
  return page({
    title: t.newTitle,
    width: 'text',
    lead: t.newLead,
    crumbs: [{ text: t.title, href: '/planer' }, { text: t.newTitle }],
    body: form(ctx, {
      action: '/planer/ny',
      submit: t.create,
      state,
      labels: { ownerBodyId: t.owner, year: t.year, title: t.planTitle },
      cancel: { href: '/planer' },
      body: [
        field(ctx, { kind: 'select', name: 'ownerBodyId', label: t.owner, options: owners, state }),
        field(ctx, { kind: 'number', name: 'year', label: t.year, state }),
        field(ctx, { name: 'title', label: t.planTitle, state }),
      ],
    }),
  });
}
