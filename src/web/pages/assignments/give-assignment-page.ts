import { field } from '../../components/field/field.ts';
import { choices, group } from '../../components/fieldset/fieldset.ts';
import { form } from '../../components/form/form.ts';
import type { FormState, RequestContext } from '../../contracts.ts';
import { html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import type { AssignmentChoices } from './assignment-choices.ts';
import { texts } from './texts.ts';

/** The form in which an assignment is given: the words of the plan first, then where it belongs and who has a part in it. */
export function giveAssignmentPage(ctx: RequestContext, state: FormState, options: AssignmentChoices): Page {
  const t = texts[ctx.language];
  const { bodies, plans, goals } = options;
  const inRole = (name: string, legend: string) =>
    choices(ctx, { kind: 'checkbox', name, legend, options: bodies, state, inline: true });
  const labels = {
    year: t.fieldYear,
    number: t.fieldNumber,
    text: t.fieldText,
    title: t.fieldTitle,
    planId: t.fieldPlan,
    givenByBodyId: t.fieldGivenBy,
    dueOn: t.fieldDue,
  };
  return page({
    title: t.giveTitle,
    width: 'text',
    crumbs: [{ text: t.title, href: '/uppdrag' }, { text: t.giveTitle }],
    lead: t.giveLead,
    body: form(ctx, {
      action: '/uppdrag/ny',
      submit: t.give,
      cancel: { href: '/uppdrag' },
      state,
      labels,
      body: [
        group(t.words, [
          field(ctx, { kind: 'number', name: 'year', label: t.fieldYear, state }),
          field(ctx, {
            kind: 'number',
            name: 'number',
            label: t.fieldNumber,
            hint: t.fieldNumberHint,
            state,
            optional: true,
          }),
          field(ctx, { kind: 'textarea', name: 'text', label: t.fieldText, hint: t.fieldTextHint, state, rows: 4 }),
          field(ctx, { name: 'title', label: t.fieldTitle, hint: t.fieldTitleHint, state, optional: true }),
          field(ctx, { name: 'heading', label: t.fieldHeading, state, optional: true }),
        ]),
        group(t.belongs, [
          field(ctx, {
            kind: 'select',
            name: 'planId',
            label: t.fieldPlan,
            options: plans,
            empty: t.noPlan,
            state,
            optional: true,
          }),
          field(ctx, {
            kind: 'select',
            name: 'givenByBodyId',
            label: t.fieldGivenBy,
            options: bodies,
            empty: t.ownerOfPlan,
            state,
          }),
          field(ctx, {
            kind: 'select',
            name: 'goalId',
            label: t.fieldGoal,
            options: goals,
            empty: t.noGoal,
            state,
            optional: true,
          }),
          field(ctx, { kind: 'date', name: 'dueOn', label: t.fieldDue, state, optional: true }),
        ]),
        group(
          t.parts,
          html`${inRole('performers', t.fieldPerformers)}${inRole('consulted', t.fieldConsulted)}${inRole('monitors', t.fieldMonitors)}`,
        ),
      ],
    }),
  });
}
