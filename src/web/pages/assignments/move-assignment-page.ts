import {
  type Assignment,
  type AssignmentAction,
  assignmentActionsIn,
  assignmentStates,
  assignmentTransitions,
} from '../../../domain/assignments/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { field, typedIn } from '../../components/field/field.ts';
import { choices } from '../../components/fieldset/fieldset.ts';
import { form } from '../../components/form/form.ts';
import type { FormState, RequestContext } from '../../contracts.ts';
import { type Page, page } from '../../reply.ts';
import { assignmentCrumbs } from './assignment-page.ts';
import { texts } from './texts.ts';

/** The actions that move an assignment; changing its words is another form. */
export const moves = Object.keys(assignmentTransitions).filter((action) => action !== 'change') as [
  Exclude<AssignmentAction, 'change'>,
];

/** Moves an assignment to another state: only what the table of states allows is offered, each with the state it leads to. */
export function moveAssignmentPage(ctx: RequestContext, assignment: Assignment, state: FormState): Page {
  const t = texts[ctx.language];
  const { language } = ctx;
  const here = recordAddress('assignment', assignment.id);
  const possible = assignmentActionsIn(assignment.state).filter((action) => action !== 'change');
  return page({
    title: t.moveTitle(assignment.ref),
    width: 'text',
    crumbs: assignmentCrumbs(ctx, assignment, t.move),
    lead: t.stateNow(assignmentStates[assignment.state][language]),
    body: form(ctx, {
      action: `${here}/lage`,
      submit: t.save,
      cancel: { href: here },
      state,
      version:
        state.conflict === undefined ? Number(typedIn(state, 'version') || assignment.version) : assignment.version,
      body: [
        choices(ctx, {
          kind: 'radio',
          name: 'action',
          legend: t.fieldAction,
          state,
          options: possible.map((action) => {
            const { label, to } = assignmentTransitions[action];
            const text = label[language];
            return {
              value: action,
              text: text.charAt(0).toLocaleUpperCase(language) + text.slice(1),
              ...(to && { hint: t.becomes(assignmentStates[to][language]) }),
            };
          }),
        }),
        field(ctx, {
          kind: 'textarea',
          name: 'reason',
          label: t.fieldReason,
          hint: t.fieldReasonHint,
          state,
          rows: 2,
          optional: true,
        }),
      ],
    }),
  });
}
