import type { Assignment } from '../../../domain/assignments/index.ts';
import type { Goal } from '../../../domain/goals/index.ts';
import { type Measure, type MeasurePlan, measureKindCodes, measureKinds } from '../../../domain/measures/index.ts';
import type { Body } from '../../../domain/organisation/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { bothTexts } from '../../components/both-texts/both-texts.ts';
import { field } from '../../components/field/field.ts';
import { form } from '../../components/form/form.ts';
import { type FormState, freshForm, type RequestContext } from '../../contracts.ts';
import { type Html, html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { texts as followupTexts } from '../followup/texts.ts';
import { crumbsTo, planFields } from './measure-plan-page.ts';
import { texts } from './texts.ts';

/** What can be chosen in the forms. */
export type MeasureChoices = {
  readonly bodies: readonly Pick<Body, 'id' | 'name'>[];
  readonly assignments: readonly Assignment[];
  readonly goals: readonly Goal[];
};

/** The form in which an action plan is begun. */
export function newPlanPage(
  ctx: RequestContext,
  { bodies, assignments }: Pick<MeasureChoices, 'bodies' | 'assignments'>,
  state: FormState,
): Page {
  const t = texts[ctx.language];
  const conflict = state.conflict as { readonly planId?: string } | undefined;
  return page({
    title: t.newPlan,
    crumbs: [
      { text: followupTexts[ctx.language].title, href: '/uppfoljning' },
      { text: t.crumb, href: '/atgarder' },
      { text: t.newPlan },
    ],
    body: html`${conflict?.planId ? html`<p><a href="${recordAddress('measurePlan', conflict.planId)}">${t.openExisting}</a></p>` : null}${form(
      ctx,
      {
        action: '/atgarder/ny-plan',
        submit: t.createPlan,
        state,
        labels: { bodyId: t.body, year: t.planYear, demanded: t.demanded },
        cancel: { href: '/atgarder' },
        body: html`${field(ctx, {
          kind: 'select',
          name: 'bodyId',
          label: t.body,
          state,
          options: bodies.map(({ id, name }) => ({ value: id, text: name })),
        })}${field(ctx, { kind: 'number', name: 'year', label: t.planYear, state })}${planFields(ctx, state, optionsOf(assignments))}`,
      },
    )}`,
  });
}

/** The form in which a measure is added to a plan or changed. */
export function measureFormPage(
  ctx: RequestContext,
  facts: MeasureChoices & { readonly plan: Pick<MeasurePlan, 'id' | 'body' | 'year'>; readonly measure?: Measure },
  sent?: FormState,
): Page {
  const t = texts[ctx.language];
  const { plan, measure } = facts;
  const back = measure ? recordAddress('measure', measure.id) : recordAddress('measurePlan', plan.id);
  const saved = measure && savedValues(ctx, measure);
  const state = sent ?? freshForm(saved ?? { startsOn: `${plan.year}-01-01` });
  const title = measure ? t.changeMeasure : t.addMeasure;
  return page({
    title,
    crumbs: crumbsTo(ctx, plan, title),
    body: html`${form(ctx, {
      action: `${back}/${measure ? 'andra' : 'ny'}`,
      submit: t.saveMeasure,
      state,
      labels: labelsOf(ctx),
      ...(measure && { version: measure.version }),
      cancel: { href: back },
      body: html`${saved ? conflictOf(ctx, facts, state, saved) : null}${measureFields(ctx, facts, state)}`,
    })}`,
  });
}

function measureFields(ctx: RequestContext, { bodies, assignments, goals }: MeasureChoices, state: FormState): Html {
  const t = texts[ctx.language];
  return html`${field(ctx, { name: 'title', label: t.name, hint: t.nameHint, width: 'full', state })}
${field(ctx, { kind: 'textarea', name: 'description', label: t.description, optional: true, rows: 3, state })}
${field(ctx, {
  kind: 'select',
  name: 'kind',
  label: t.kind,
  state,
  options: measureKindCodes.map((code) => ({ value: code, text: measureKinds[code][ctx.language] })),
})}
${field(ctx, {
  kind: 'select',
  name: 'responsibleBodyId',
  label: t.responsible,
  state,
  options: bodies.map(({ id, name }) => ({ value: id, text: name })),
})}
${field(ctx, { name: 'planned', label: t.plannedLabel, hint: t.amountHint, width: 'medium', state })}
${field(ctx, { name: 'plannedFullYear', label: t.fullYearLabel, hint: t.amountHint, width: 'medium', state })}
${field(ctx, { kind: 'date', name: 'startsOn', label: t.startsOn, state })}
${field(ctx, { kind: 'select', name: 'assignmentId', label: t.assignment, optional: true, empty: t.noAssignment, state, options: optionsOf(assignments) })}
${field(ctx, {
  kind: 'select',
  name: 'goalId',
  label: t.goal,
  optional: true,
  empty: t.noGoal,
  state,
  options: goals.map(({ id, heading }) => ({ value: id, text: heading })),
})}`;
}

function conflictOf(
  ctx: RequestContext,
  choices: MeasureChoices,
  state: FormState,
  saved: Readonly<Record<string, string>>,
) {
  const labels = labelsOf(ctx);
  const show = (name: string, value: string): string => {
    if (name === 'kind')
      return value in measureKinds ? measureKinds[value as keyof typeof measureKinds][ctx.language] : value;
    if (name === 'responsibleBodyId') return choices.bodies.find(({ id }) => id === value)?.name ?? '';
    if (name === 'assignmentId') return choices.assignments.find(({ id }) => id === value)?.title ?? '';
    if (name === 'goalId') return choices.goals.find(({ id }) => id === value)?.heading ?? '';
    return value;
  };
  return bothTexts(ctx, {
    state,
    show,
    fields: Object.entries(labels).map(([name, label]) => ({ name, label, saved: show(name, saved[name] ?? '') })),
  });
}

function labelsOf(ctx: RequestContext): Readonly<Record<string, string>> {
  const t = texts[ctx.language];
  return {
    title: t.name,
    description: t.description,
    kind: t.kind,
    responsibleBodyId: t.responsible,
    planned: t.plannedLabel,
    plannedFullYear: t.fullYearLabel,
    startsOn: t.startsOn,
    assignmentId: t.assignment,
    goalId: t.goal,
  };
}

function savedValues(ctx: RequestContext, measure: Measure): Readonly<Record<string, string>> {
  return {
    title: measure.title,
    description: measure.description,
    kind: measure.kind,
    responsibleBodyId: measure.responsible.id,
    planned: ctx.format.number(measure.planned),
    plannedFullYear: ctx.format.number(measure.plannedFullYear),
    startsOn: measure.startsOn,
    assignmentId: measure.assignment?.id ?? '',
    goalId: measure.goal?.id ?? '',
  };
}

function optionsOf(assignments: readonly Assignment[]) {
  return assignments.map((one) => ({ value: one.id, text: `${one.ref} ${one.title}` }));
}
