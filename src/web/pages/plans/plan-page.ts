import { may } from '../../../domain/access/index.ts';
import { type Assignment, assignmentStates } from '../../../domain/assignments/index.ts';
import { goalsIn } from '../../../domain/inputs/index.ts';
import { planName, planStates } from '../../../domain/plans/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { linkButton } from '../../components/button/button.ts';
import { card } from '../../components/card/card.ts';
import { errorSummary } from '../../components/error-summary/error-summary.ts';
import { field } from '../../components/field/field.ts';
import { choices } from '../../components/fieldset/fieldset.ts';
import { form, postButton } from '../../components/form/form.ts';
import { table } from '../../components/table/table.ts';
import { tag } from '../../components/tag/tag.ts';
import { type FormState, freshForm, type RequestContext } from '../../contracts.ts';
import { type Html, html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import type { PlanFacts } from './plan-facts.ts';
import { planPoints } from './plan-points.ts';
import { texts } from './texts.ts';

/** A plan: what it gives, what is proposed, what it made of the input, what it may carry on, and how it stands to the goals. */
export function planPage(ctx: RequestContext, facts: PlanFacts, sent?: FormState): Page {
  const t = texts[ctx.language];
  const { plan, owner, assignments } = facts;
  const state = sent ?? freshForm();
  const proposed = assignments.filter((one) => one.state === 'proposed');
  const rights = {
    propose: ctx.actor !== undefined && may(ctx.actor, 'assignment.give', owner.id),
    edit: ctx.actor !== undefined && may(ctx.actor, 'plan.edit', owner.id),
    decide: ctx.actor !== undefined && may(ctx.actor, 'decision.record', owner.id),
  };
  const here = recordAddress('plan', plan.id);
  return page({
    title: planName(plan),
    crumbs: [{ text: t.title, href: '/planer' }, { text: String(plan.year) }],
    lead: html`${tag({ text: planStates[plan.state][ctx.language], tone: plan.state === 'adopted' ? 'ok' : 'part' })} <a href="${recordAddress('body', owner.id)}" lang="sv">${owner.name}</a>${plan.adoptedOn ? html` · ${t.adopted(ctx.format.date(plan.adoptedOn))}` : null}`,
    body: html`${sent ? errorSummary(ctx, sent) : null}
<section id="foreslagna"><h2>${t.proposedTitle}</h2>${proposedTable(ctx, proposed)}${rights.propose ? html`<div class="actions">${linkButton({ text: t.propose, href: `${here}/foresla`, variant: 'secondary' })}</div>` : null}${rights.decide && proposed.length > 0 ? giveForm(ctx, facts, proposed, state) : null}</section>
${planPoints(ctx, facts, rights.propose)}
${forward(ctx, facts, rights.propose)}
<section id="uppdrag"><h2>${t.assignments}</h2>${givenTable(
      ctx,
      assignments.filter((one) => one.state !== 'proposed'),
    )}</section>`,
    aside: html`${goals(ctx, facts, rights)}${rights.edit && plan.state === 'draft' ? adoptCard(ctx, facts, state) : null}`,
  });
}

function proposedTable(ctx: RequestContext, proposed: readonly Assignment[]): Html {
  const t = texts[ctx.language];
  if (proposed.length === 0) return html`<p>${t.noProposed}</p>`;
  return table(ctx, {
    caption: t.proposedTitle,
    captionHidden: true,
    columns: [
      { key: 'title', text: t.assignment },
      { key: 'performer', text: t.performer },
      { key: 'due', text: t.due, kind: 'date' },
    ],
    rows: proposed.map((one) => ({
      title: html`<a href="${recordAddress('assignment', one.id)}" lang="sv">${one.title}</a>`,
      performer: performers(ctx, one),
      due: one.dueOn ? ctx.format.shortDate(one.dueOn) : t.noDue,
    })),
  });
}

function givenTable(ctx: RequestContext, given: readonly Assignment[]): Html {
  const t = texts[ctx.language];
  if (given.length === 0) return html`<p>${t.noAssignments}</p>`;
  return table(ctx, {
    caption: t.assignments,
    captionHidden: true,
    dense: true,
    rowHeader: 'title',
    columns: [
      { key: 'ref', text: t.number, kind: 'date' },
      { key: 'title', text: t.assignment },
      { key: 'performer', text: t.performer },
      { key: 'state', text: t.state },
    ],
    rows: given.map((one) => ({
      ref: one.ref,
      title: html`<a href="${recordAddress('assignment', one.id)}" lang="sv">${one.title}</a>`,
      performer: performers(ctx, one),
      state: assignmentStates[one.state][ctx.language],
    })),
  });
}

function performers(ctx: RequestContext, { parties }: Assignment): Html {
  const names = parties.filter(({ role }) => role === 'performer').map(({ bodyName }) => bodyName);
  return html`<span lang="sv">${ctx.format.list(names) || '–'}</span>`;
}

function giveForm(ctx: RequestContext, facts: PlanFacts, proposed: readonly Assignment[], state: FormState): Html {
  const t = texts[ctx.language];
  if (facts.decisions.length === 0) return card({ level: 3, title: t.give, body: html`<p>${t.noDecisions}</p>` });
  return card({
    level: 3,
    title: t.give,
    body: form(ctx, {
      action: `${recordAddress('plan', facts.plan.id)}/ge`,
      submit: t.giveSubmit,
      body: html`<p>${t.giveHint}</p>${choices(ctx, {
        kind: 'checkbox',
        name: 'assignmentIds',
        legend: t.chosen,
        options: proposed.map(({ id, title }) => ({ value: id, text: title })),
        state,
      })}${field(ctx, {
        kind: 'select',
        name: 'decisionId',
        label: t.decision,
        state,
        options: facts.decisions.map(({ id, title, state: stands, decidedOn, item }) => {
          const day = decidedOn ?? item?.heldOn;
          const word = stands === 'made' ? t.decisionMade : t.decisionProposed;
          return { value: id, text: `${day ? `${ctx.format.shortDate(day)} ` : ''}${title} (${word})` };
        }),
      })}`,
    }),
  });
}

/** What was not ended the year before, each with one press to carry it on. */
function forward(ctx: RequestContext, { plan, unfinished }: PlanFacts, mayPropose: boolean): Html {
  const t = texts[ctx.language];
  const before = plan.year - 1;
  const action = `${recordAddress('plan', plan.id)}/for-vidare`;
  return html`<section id="for-vidare"><h2>${t.forward(before)}</h2>${table(ctx, {
    caption: t.forward(before),
    captionHidden: true,
    dense: true,
    rowHeader: 'title',
    empty: html`<p>${t.forwardNone(before)}</p>`,
    columns: [
      { key: 'ref', text: t.number, kind: 'date' },
      { key: 'title', text: t.assignment },
      { key: 'state', text: t.state },
      { key: 'next', text: t.continuedAs },
    ],
    rows: unfinished.map(({ assignment, successor }) => ({
      ref: assignment.ref,
      title: html`<a href="${recordAddress('assignment', assignment.id)}" lang="sv">${assignment.title}</a>`,
      state: assignmentStates[assignment.state][ctx.language],
      next: successor
        ? html`<a href="${recordAddress('assignment', successor.id)}">${successor.state === 'proposed' ? assignmentStates.proposed[ctx.language] : successor.ref}</a>`
        : mayPropose
          ? postButton(ctx, {
              action,
              text: t.forwardDo,
              variant: 'secondary',
              about: t.forwardOf(assignment.ref),
              fields: { assignmentId: assignment.id },
            })
          : '–',
    })),
  })}</section>`;
}

/** How the plan stands to the goals: goals without assignments, those that stand still, assignments without a goal, and its checks. */
function goals(
  ctx: RequestContext,
  facts: PlanFacts,
  rights: { readonly edit: boolean; readonly propose: boolean },
): Html {
  const t = texts[ctx.language];
  const { plan, figures, check, restsOn } = facts;
  const here = recordAddress('plan', plan.id);
  const all = goalsIn(figures);
  const list = (title: string, gap: 'noAssignment' | 'standsStill') => {
    const own = all.filter((goal) => goal.gap === gap);
    if (own.length === 0) return null;
    return html`<h3>${title} (${own.length})</h3><ul>${own.map(
      ({ id, heading }) =>
        html`<li><a href="${recordAddress('goal', id)}" lang="sv">${heading}</a>${gap === 'noAssignment' && rights.propose ? html` <a href="${here}/foresla?mal=${id}">${t.propose}<span class="sr-only">: <span lang="sv">${heading}</span></span></a>` : null}</li>`,
    )}</ul>`;
  };
  return card({
    id: 'mal',
    title: t.goalsTitle,
    body: html`<p>${restsOn ? html`${t.restsOn} <a href="${recordAddress('goalCheck', restsOn.id)}">${t.checkOf(restsOn.plan.year)}</a>.` : t.noCheckBefore(plan.year - 1)}</p>${
      all.every(({ gap }) => gap !== 'noAssignment') && all.length > 0 ? html`<p>${t.goalsAll}</p>` : null
    }${list(t.noAssignmentGoals, 'noAssignment')}${list(t.stillGoals, 'standsStill')}${
      figures.withoutGoal.length > 0
        ? html`<h3>${t.withoutGoal} (${figures.withoutGoal.length})</h3><ul>${figures.withoutGoal.map(({ id, ref, title }) => html`<li><a href="${recordAddress('assignment', id)}" lang="sv">${ref} ${title}</a></li>`)}</ul>`
        : null
    }${
      check
        ? linkButton({ text: t.openCheck, href: recordAddress('goalCheck', check.id), variant: 'secondary' })
        : rights.edit
          ? postButton(ctx, { action: `${here}/malavstamning`, text: t.startCheck, variant: 'secondary' })
          : null
    }`,
  });
}

function adoptCard(ctx: RequestContext, { plan }: PlanFacts, state: FormState): Html {
  const t = texts[ctx.language];
  return card({
    title: t.adopt,
    body: form(ctx, {
      action: `${recordAddress('plan', plan.id)}/faststall`,
      submit: t.adopt,
      variant: 'secondary',
      version: plan.version,
      body: field(ctx, { kind: 'date', name: 'adoptedOn', label: t.adoptedOn, hint: t.adoptHint, state }),
    }),
  });
}
