import { type Assignment, formatAssignmentRef } from '../../../domain/assignments/index.ts';
import type { Decision } from '../../../domain/decisions/index.ts';
import {
  type BudgetInput,
  type BudgetInputPoint,
  openOutcome,
  pointOutcomeCodes,
  pointOutcomes,
} from '../../../domain/inputs/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { linkButton } from '../../components/button/button.ts';
import { field } from '../../components/field/field.ts';
import { choices, group } from '../../components/fieldset/fieldset.ts';
import { form } from '../../components/form/form.ts';
import { type FormState, freshForm, type RequestContext } from '../../contracts.ts';
import { type Html, html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { inputCrumbs } from './budget-input-page.ts';
import { inputTexts } from './budget-input-texts.ts';

export type SettleFacts = {
  readonly input: BudgetInput;
  /** The assignments of the plan's year, which may have taken the points up. */
  readonly assignments: readonly Assignment[];
  /** The decisions that the receiver has made, newest first. */
  readonly decisions: readonly Decision[];
  readonly planId: string | null;
};

/** One question a point: what the plan made of it, with which assignments, by which decision and why. */
export function settlePage(ctx: RequestContext, facts: SettleFacts, sent?: FormState): Page {
  const t = inputTexts[ctx.language];
  const { input } = facts;
  const here = recordAddress('budgetInput', input.id);
  const state = sent ?? savedState(input);
  return page({
    title: t.settleTitle,
    width: 'text',
    lead: t.settleLead,
    crumbs: inputCrumbs(ctx, input, t.settleTitle),
    body: form(ctx, {
      action: `${here}/utfall`,
      submit: t.settleSubmit,
      state,
      version: input.version,
      cancel: { href: here },
      labels: Object.fromEntries(
        input.points.flatMap(({ number }) =>
          (['outcome', 'assignmentIds', 'decisionId', 'reason'] as const).map((name) => [
            `points.${number}.${name}`,
            `${t.pointTitle(number)}: ${{ outcome: t.outcome, assignmentIds: t.assignments, decisionId: t.decision, reason: t.reason }[name].toLocaleLowerCase(ctx.language)}`,
          ]),
        ),
      ),
      body: html`${input.points.map((point) => pointQuestion(ctx, facts, point, state))}`,
    }),
  });
}

function pointQuestion(ctx: RequestContext, facts: SettleFacts, point: BudgetInputPoint, state: FormState): Html {
  const t = inputTexts[ctx.language];
  const name = (of: string) => `points.${point.number}.${of}`;
  const others = facts.assignments.filter(({ id }) => !point.assignments.some((one) => one.id === id));
  const known = point.assignments.map((one) => ({ value: one.id, text: `${formatAssignmentRef(one)} ${one.title}` }));
  const propose = facts.planId
    ? linkButton({
        text: t.propose,
        href: `${recordAddress('plan', facts.planId)}/foresla?punkt=${point.id}`,
        variant: 'quiet',
        about: t.editPoint(point.number),
      })
    : null;
  return group(
    `${point.number}. ${point.headline}`,
    html`${point.reasoning ? html`<p lang="sv">${point.reasoning}</p>` : null}${choices(ctx, {
      kind: 'radio',
      name: name('outcome'),
      legend: t.outcome,
      inline: true,
      state,
      options: [
        { value: 'open', text: openOutcome[ctx.language] },
        ...pointOutcomeCodes.map((code) => ({ value: code, text: pointOutcomes[code].label[ctx.language] })),
      ],
    })}${
      known.length > 0
        ? choices(ctx, { kind: 'checkbox', name: name('assignmentIds'), legend: t.assignments, options: known, state })
        : null
    }${field(ctx, {
      kind: 'select',
      name: name(known.length > 0 ? 'another' : 'assignmentIds'),
      label: known.length > 0 ? t.another : t.assignments,
      optional: true,
      empty: t.noAssignment,
      state,
      options: others.map((one) => ({ value: one.id, text: `${one.ref} ${one.title}` })),
    })}${propose}${field(ctx, {
      kind: 'select',
      name: name('decisionId'),
      label: t.decision,
      optional: true,
      state,
      options: facts.decisions.map(({ id, title, decidedOn }) => ({
        value: id,
        text: `${decidedOn ? `${ctx.format.shortDate(decidedOn)} ` : ''}${title}`,
      })),
    })}${field(ctx, { kind: 'textarea', name: name('reason'), label: t.reason, hint: t.reasonHint, rows: 2, optional: true, state })}`,
  );
}

function savedState({ points }: BudgetInput): FormState {
  return freshForm(
    Object.fromEntries(
      points.flatMap(({ number, outcome, assignments }) => [
        [`points.${number}.outcome`, outcome?.outcome ?? 'open'],
        [`points.${number}.assignmentIds`, assignments.map(({ id }) => id)],
        [`points.${number}.decisionId`, outcome?.decision?.id],
        [`points.${number}.reason`, outcome?.reason ?? ''],
      ]),
    ),
  );
}
