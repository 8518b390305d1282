import type { InputPointOfPlan } from '../../../domain/inputs/index.ts';
import { type Plan, planName } from '../../../domain/plans/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { card } from '../../components/card/card.ts';
import { field } from '../../components/field/field.ts';
import { choices } from '../../components/fieldset/fieldset.ts';
import { form } from '../../components/form/form.ts';
import type { FormState, RequestContext } from '../../contracts.ts';
import { html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import type { AssignmentChoices } from '../assignments/assignment-choices.ts';
import { texts } from './texts.ts';

export type ProposeFacts = {
  readonly plan: Plan;
  readonly options: AssignmentChoices;
  /** The point of input that asks for it. */
  readonly from: InputPointOfPlan | null;
};

/** The form in which an assignment is proposed for a plan, beside the point of input that asks for it. */
export function proposePage(ctx: RequestContext, { plan, options, from }: ProposeFacts, state: FormState): Page {
  const t = texts[ctx.language];
  const here = recordAddress('plan', plan.id);
  const inRole = (name: string, legend: string) =>
    choices(ctx, { kind: 'checkbox', name, legend, options: options.bodies, state, inline: true });
  return page({
    title: t.proposeTitle,
    width: 'text',
    lead: t.proposeLead(planName(plan)),
    crumbs: [{ text: t.title, href: '/planer' }, { text: String(plan.year), href: here }, { text: t.proposeTitle }],
    body: form(ctx, {
      action: `${here}/foresla`,
      submit: t.proposeSubmit,
      state,
      labels: { text: t.text, dueOn: t.due },
      cancel: { href: here },
      body: [
        from ? html`<input type="hidden" name="pointId" value="${from.point.id}">` : null,
        field(ctx, { kind: 'textarea', name: 'text', label: t.text, hint: t.textHint, rows: 4, state }),
        field(ctx, { name: 'heading', label: t.heading, optional: true, state }),
        field(ctx, {
          kind: 'select',
          name: 'goalId',
          label: t.goal,
          options: options.goals,
          empty: t.noGoal,
          optional: true,
          state,
        }),
        field(ctx, { kind: 'date', name: 'dueOn', label: t.due, optional: true, state }),
        inRole('performers', t.performers),
        inRole('consulted', t.consulted),
        inRole('monitors', t.monitors),
      ],
    }),
    aside: from
      ? card({
          title: t.fromPoint,
          body: html`<p><a href="${recordAddress('budgetInputPoint', from.point.id, from.input.id)}" lang="sv">${from.input.title}</a></p><blockquote lang="sv">${from.point.number}. ${from.point.text}</blockquote>`,
        })
      : null,
  });
}
