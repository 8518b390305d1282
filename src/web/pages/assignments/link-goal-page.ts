import { type Assignment, type AssignmentGoal, goalLinkKinds } from '../../../domain/assignments/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { field, type Option } from '../../components/field/field.ts';
import { choices } from '../../components/fieldset/fieldset.ts';
import { form, postButton } from '../../components/form/form.ts';
import { table } from '../../components/table/table.ts';
import type { FormState, RequestContext } from '../../contracts.ts';
import { html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { assignmentCrumbs } from './assignment-page.ts';
import { texts } from './texts.ts';

/** Links an assignment with the goals it serves, the first joint of the thread. */
export function linkGoalPage(
  ctx: RequestContext,
  assignment: Assignment,
  state: FormState,
  { linked, goals }: { readonly linked: readonly AssignmentGoal[]; readonly goals: readonly Option[] },
): Page {
  const t = texts[ctx.language];
  const here = recordAddress('assignment', assignment.id);
  const kinds = Object.entries(goalLinkKinds).map(([value, label]) => ({ value, text: label[ctx.language] }));
  return page({
    title: t.goalTitle(assignment.ref),
    width: 'text',
    crumbs: assignmentCrumbs(ctx, assignment, t.linkGoal),
    lead: html`<span lang="sv">${assignment.title}</span>`,
    body: html`${form(ctx, {
      action: `${here}/mal`,
      submit: t.link,
      cancel: { href: here },
      state,
      labels: { goalId: t.goal },
      body: [
        field(ctx, { kind: 'select', name: 'goalId', label: t.goal, options: goals, state }),
        choices(ctx, { kind: 'radio', name: 'kind', legend: t.fieldGoalKind, options: kinds, state, inline: true }),
      ],
    })}${
      linked.length === 0
        ? null
        : html`<h2>${t.linkedGoals}</h2>${table(ctx, {
            caption: t.linkedGoals,
            captionHidden: true,
            columns: [
              { key: 'goal', text: t.goal },
              { key: 'kind', text: t.fieldGoalKind },
              { key: 'remove', text: t.remove },
            ],
            rows: linked.map(({ goalId, heading, kind }) => ({
              goal: html`<a href="${recordAddress('goal', goalId)}" lang="sv">${heading}</a>`,
              kind: goalLinkKinds[kind][ctx.language],
              remove: postButton(ctx, {
                action: `${here}/mal/ta-bort`,
                text: t.remove,
                variant: 'quiet',
                about: heading,
                fields: { goalId, kind },
              }),
            })),
          })}`
    }`,
  });
}
