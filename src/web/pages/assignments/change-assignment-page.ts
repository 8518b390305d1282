import type { Assignment } from '../../../domain/assignments/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { bothTexts } from '../../components/both-texts/both-texts.ts';
import { field, type Option, typedIn } from '../../components/field/field.ts';
import { form } from '../../components/form/form.ts';
import { type FormState, freshForm, type RequestContext } from '../../contracts.ts';
import { html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import type { AssignmentChoices } from './assignment-choices.ts';
import { assignmentCrumbs } from './assignment-page.ts';
import { texts } from './texts.ts';

/** The form as it is first opened: what is saved. */
export function savedForm(assignment: Assignment): FormState {
  const { text, title, heading, planId, givenByBodyId, reportToBodyId, dueOn } = assignment;
  const saved = { text, title, heading, planId, givenByBodyId, reportToBodyId, dueOn };
  return freshForm(Object.fromEntries(Object.entries(saved).map(([name, value]) => [name, value ?? ''])));
}

/** Changes what is registered about an assignment. Two people who wrote at the same time both see both texts. */
export function changeAssignmentPage(
  ctx: RequestContext,
  assignment: Assignment,
  state: FormState,
  { bodies, plans }: AssignmentChoices,
): Page {
  const t = texts[ctx.language];
  const here = recordAddress('assignment', assignment.id);
  const labels = {
    text: t.fieldText,
    title: t.fieldTitle,
    heading: t.fieldHeading,
    planId: t.fieldPlan,
    givenByBodyId: t.fieldGivenBy,
    reportToBodyId: t.fieldReportTo,
    dueOn: t.fieldDue,
  };
  const options: Readonly<Record<string, readonly Option[]>> = {
    planId: plans,
    givenByBodyId: bodies,
    reportToBodyId: bodies,
  };
  const show = (name: string, value: string): string =>
    options[name]?.find((option) => option.value === value)?.text ?? value;
  const saved = savedForm(assignment);
  const title = t.changeTitle(assignment.ref);
  const select = (name: 'planId' | 'givenByBodyId' | 'reportToBodyId', empty: string) =>
    field(ctx, {
      kind: 'select',
      name,
      label: labels[name],
      options: options[name] ?? [],
      empty,
      state,
      optional: true,
    });
  return page({
    title,
    width: 'text',
    crumbs: assignmentCrumbs(ctx, assignment, t.change),
    lead: t.neverChanges,
    body: html`${bothTexts(ctx, {
      state,
      show,
      fields: Object.entries(labels).map(([name, label]) => ({ name, label, saved: show(name, typedIn(saved, name)) })),
    })}${form(ctx, {
      action: `${here}/andra`,
      submit: t.save,
      cancel: { href: here },
      state,
      labels: { ...labels, dueReason: t.fieldDueReason },
      // After a conflict one has seen what is saved, and saves on top of that; otherwise the version that was opened still counts.
      version:
        state.conflict === undefined ? Number(typedIn(state, 'version') || assignment.version) : assignment.version,
      body: [
        field(ctx, { kind: 'textarea', name: 'text', label: t.fieldText, hint: t.fieldTextHint, state, rows: 4 }),
        field(ctx, { name: 'title', label: t.fieldTitle, hint: t.fieldTitleHint, state, optional: true }),
        field(ctx, { name: 'heading', label: t.fieldHeading, state, optional: true }),
        select('planId', t.noPlan),
        select('givenByBodyId', t.nobody),
        select('reportToBodyId', t.nobody),
        field(ctx, { kind: 'date', name: 'dueOn', label: t.fieldDue, state, optional: true }),
        assignment.dueOn === null
          ? null
          : field(ctx, {
              name: 'dueReason',
              label: t.fieldDueReason,
              hint: t.fieldDueReasonHint,
              state,
              optional: true,
            }),
      ],
    })}`,
  });
}
