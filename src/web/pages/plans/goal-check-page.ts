import { may } from '../../../domain/access/index.ts';
import { assessmentStatuses } from '../../../domain/assessments/index.ts';
import {
  type CheckedGoal,
  type GoalCheck,
  type GoalCheckFigures,
  goalCheckStates,
  goalConclusionCodes,
  goalConclusions,
  goalsIn,
} from '../../../domain/inputs/index.ts';
import { type Plan, planName } from '../../../domain/plans/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { card } from '../../components/card/card.ts';
import { documentView } from '../../components/document-view/document-view.ts';
import { errorSummary } from '../../components/error-summary/error-summary.ts';
import { field } from '../../components/field/field.ts';
import { choices, group } from '../../components/fieldset/fieldset.ts';
import { form, postButton } from '../../components/form/form.ts';
import { tag } from '../../components/tag/tag.ts';
import { type FormState, freshForm, type RequestContext } from '../../contracts.ts';
import { type Html, html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { texts } from './texts.ts';

export type GoalCheckFacts = {
  readonly check: GoalCheck;
  readonly figures: GoalCheckFigures;
  /** The later plans of the same owner. */
  readonly laterPlans: readonly Plan[];
};

/** The check of a plan against the goals: written goal by goal until it is signed off, and from then on the document that it was. */
export function goalCheckPage(
  ctx: RequestContext,
  facts: GoalCheckFacts,
  told?: Omit<FormState, 'values'> & Partial<FormState>,
): Page {
  // The button that signs off brings no words: what is missing is then shown in the form as it is saved.
  const sent = told && { values: savedState(facts).values, ...told };
  const t = texts[ctx.language];
  const { check } = facts;
  const mayEdit = ctx.actor !== undefined && may(ctx.actor, 'plan.edit', check.plan.ownerBodyId);
  const here = recordAddress('goalCheck', check.id);
  return page({
    title: t.checkTitle(planName(check.plan)),
    crumbs: [
      { text: t.title, href: '/planer' },
      { text: String(check.plan.year), href: recordAddress('plan', check.plan.id) },
      { text: t.check },
    ],
    lead: html`${tag({ text: goalCheckStates[check.state][ctx.language], tone: check.signed ? 'ok' : 'part' })} ${check.signed ? t.signed(ctx.format.date(check.signed.on), check.signed.by) : t.checkLead}`,
    body: check.frozen
      ? html`${documentView(check.frozen.tree)}`
      : mayEdit
        ? checkForm(ctx, facts, sent ?? savedState(facts))
        : html`${facts.figures.documents.map(({ title, perspectives }) => html`<section lang="sv"><h2>${title}</h2>${perspectives.map(({ name, goals }) => html`<h3>${name}</h3>${goals.map((goal) => html`<h4>${goal.heading}</h4>${goalFacts(ctx, goal)}`)}`)}</section>`)}`,
    aside: html`${mayEdit && !check.frozen ? signCard(ctx, check) : null}${mayEdit && check.frozen ? referCard(ctx, facts, sent) : null}${card(
      {
        title: t.files,
        body: html`<ul>${(['pdf', 'docx', 'html'] as const).map((format) => html`<li><a href="${here}/fil/${format}">${format.toUpperCase()}</a></li>`)}</ul>${check.frozen ? html`<p><code>${check.frozen.hash}</code></p>` : null}`,
      },
    )}${
      check.nextPlan
        ? card({
            title: t.nextPlan,
            body: html`<p><a href="${recordAddress('plan', check.nextPlan.id)}" lang="sv">${planName(check.nextPlan)}</a></p>`,
          })
        : null
    }`,
  });
}

function checkForm(ctx: RequestContext, facts: GoalCheckFacts, state: FormState): Html {
  const t = texts[ctx.language];
  const { check, figures, laterPlans } = facts;
  const next = check.nextPlan ?? laterPlans.find(({ year }) => year === check.plan.year + 1) ?? null;
  let place = 0;
  const question = (goal: CheckedGoal) => {
    place += 1;
    const name = (of: string) => `verdicts.${place}.${of}`;
    return group(
      goal.heading,
      html`<input type="hidden" name="${name('goalId')}" value="${goal.id}">${goalFacts(ctx, goal)}${
        goal.gap === 'noAssignment'
          ? next
            ? html`<p><a href="${recordAddress('plan', next.id)}/foresla?mal=${goal.id}">${t.proposeForGoal}<span class="sr-only">: ${goal.heading}</span></a></p>`
            : html`<p class="soft">${t.nextMissing}</p>`
          : null
      }${choices(ctx, {
        kind: 'radio',
        name: name('conclusion'),
        legend: t.conclusion,
        inline: true,
        state,
        options: goalConclusionCodes.map((code) => ({ value: code, text: goalConclusions[code][ctx.language] })),
      })}${field(ctx, { kind: 'textarea', name: name('words'), label: t.conclusionWords, rows: 2, optional: true, state })}`,
    );
  };
  return form(ctx, {
    action: recordAddress('goalCheck', check.id),
    submit: t.save,
    state,
    version: check.version,
    labels: { checkedOn: t.checkedOn, words: t.words, nextPlanId: t.nextPlan },
    body: html`${field(ctx, { kind: 'date', name: 'checkedOn', label: t.checkedOn, state })}${field(ctx, {
      kind: 'select',
      name: 'nextPlanId',
      label: t.nextPlan,
      empty: t.noNextPlan,
      optional: true,
      state,
      options: laterPlans.map((one) => ({ value: one.id, text: planName(one) })),
    })}${figures.documents.map(({ title, perspectives }) => html`<section><h2 lang="sv">${title}</h2>${perspectives.map(({ name, goals }) => html`<h3 lang="sv">${name}</h3>${goals.map(question)}`)}</section>`)}${field(ctx, { kind: 'textarea', name: 'words', label: t.words, rows: 4, optional: true, state })}`,
  });
}

/** What leads to a goal and how it goes, how many points of input ask for it, and what is missing. */
function goalFacts(ctx: RequestContext, { assignments, points, gap }: CheckedGoal): Html {
  const t = texts[ctx.language];
  return html`<p>${
    gap === 'noAssignment'
      ? tag({ text: t.noAssignmentGap, tone: 'unknown' })
      : gap === 'standsStill'
        ? tag({ text: t.stillGap, tone: 'late' })
        : tag({ text: t.moving, tone: 'ok' })
  }${points.length > 0 ? html` · ${t.inputPoints(points.length)}` : null}</p>${
    assignments.length > 0
      ? html`<ul>${assignments.map(
          ({ id, ref, title, status }) =>
            html`<li><a href="${recordAddress('assignment', id)}" lang="sv">${ref} ${title}</a> · ${status ? assessmentStatuses[status].label[ctx.language] : t.noStatus}</li>`,
        )}</ul>`
      : null
  }`;
}

function savedState({ check, figures, laterPlans }: GoalCheckFacts): FormState {
  return freshForm({
    checkedOn: check.checkedOn,
    words: check.words,
    nextPlanId: check.nextPlan?.id ?? laterPlans.find(({ year }) => year === check.plan.year + 1)?.id,
    ...Object.fromEntries(
      goalsIn(figures).flatMap(({ id }, index) => {
        const verdict = check.verdicts.get(id);
        return [
          [`verdicts.${index + 1}.conclusion`, verdict?.conclusion ?? undefined],
          [`verdicts.${index + 1}.words`, verdict?.words ?? ''],
        ];
      }),
    ),
  });
}

function signCard(ctx: RequestContext, check: GoalCheck): Html {
  const t = texts[ctx.language];
  return card({
    title: t.sign,
    body: html`<p>${t.signHint}</p>${postButton(ctx, {
      action: `${recordAddress('goalCheck', check.id)}/underteckna`,
      text: t.sign,
      version: check.version,
    })}`,
  });
}

/** A signed check may still be told which plan is written with it. */
function referCard(ctx: RequestContext, { check, laterPlans }: GoalCheckFacts, sent?: FormState): Html | null {
  const t = texts[ctx.language];
  if (check.nextPlan || laterPlans.length === 0) return null;
  const state = sent ?? freshForm();
  return card({
    title: t.nextPlan,
    body: html`${sent ? errorSummary(ctx, sent) : null}${form(ctx, {
      action: `${recordAddress('goalCheck', check.id)}/infor`,
      submit: t.referSubmit,
      variant: 'secondary',
      version: check.version,
      body: field(ctx, {
        kind: 'select',
        name: 'nextPlanId',
        label: t.nextPlan,
        state,
        options: laterPlans.map((one) => ({ value: one.id, text: planName(one) })),
      }),
    })}`,
  });
}
