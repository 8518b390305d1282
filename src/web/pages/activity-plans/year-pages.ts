import * as z from 'zod';
import type { Body } from '../../../domain/organisation/index.ts';
import type { ActivityPlan, ActivityPlanVersion, PlanChanges } from '../../../domain/plans/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { confirm } from '../../components/confirm/confirm.ts';
import { errorSummary } from '../../components/error-summary/error-summary.ts';
import { field } from '../../components/field/field.ts';
import { form } from '../../components/form/form.ts';
import type { FormState, RequestContext } from '../../contracts.ts';
import { type Content, type Html, html } from '../../html.ts';
import {
  civilDateField,
  idempotencyField,
  idField,
  optionalText,
  text,
  versionField,
  wholeNumber,
} from '../../input.ts';
import { type Page, page } from '../../reply.ts';
import { planCrumbs, planListPath } from './plan-paths.ts';
import { texts } from './texts.ts';

/** What the forms of a plan as a whole send. */
export const newPlanForm = z.object({
  bodyId: idField(),
  year: wholeNumber({ minimum: 1900, maximum: 2200 }),
  title: text({ maximum: 200 }),
  idempotencyKey: idempotencyField,
});
export const keepForm = z.object({
  datedOn: civilDateField(),
  note: optionalText({ maximum: 500 }),
  version: versionField,
  idempotencyKey: idempotencyField,
});

/** The form in which a plan is begun for a body that has none for the year. */
export function newPlanPage(ctx: RequestContext, bodies: readonly Body[], state: FormState): Page {
  const t = texts[ctx.language];
  return page({
    title: t.newPlan,
    width: 'text',
    crumbs: [{ text: t.room, href: '/sammantraden' }, { text: t.title, href: planListPath }, { text: t.newPlan }],
    body: form(ctx, {
      action: `${planListPath}/ny`,
      submit: t.create,
      state,
      labels: { bodyId: t.body, year: t.year, title: t.titleLabel },
      cancel: { href: planListPath },
      body: html`${field(ctx, { name: 'bodyId', label: t.body, kind: 'select', options: bodies.map(({ id, name }) => ({ value: id, text: name })), state })}
${field(ctx, { name: 'year', label: t.year, kind: 'number', state })}
${field(ctx, { name: 'title', label: t.titleLabel, hint: t.titleHint, state })}`,
    }),
  });
}

/** The question before next year's plan is made from this one, with what is copied and how. */
export function nextYearPage(ctx: RequestContext, plan: ActivityPlan, untreated: number, state?: FormState): Page {
  const t = texts[ctx.language];
  const href = recordAddress('activityPlan', plan.id);
  const { days, lines, untreated: rest, flagged } = t.nextConsequences;
  return page({
    title: t.nextYear(plan.year + 1),
    width: 'text',
    crumbs: planCrumbs(ctx, plan, t.nextTitle(plan.year + 1)),
    body: html`${state ? errorSummary(ctx, state) : null}${confirm(ctx, {
      consequences: [days, lines, rest(ctx.format.number(untreated)), flagged],
      action: `${href}/nasta-ar`,
      submit: t.nextYear(plan.year + 1),
      cancelHref: href,
      variant: 'primary',
    })}`,
  });
}

/** The form in which the plan is kept as a version. */
export function keepVersionPage(ctx: RequestContext, plan: ActivityPlan, state: FormState): Page {
  const t = texts[ctx.language];
  const href = recordAddress('activityPlan', plan.id);
  return page({
    title: t.keepTitle,
    width: 'text',
    crumbs: planCrumbs(ctx, plan, t.keep),
    lead: t.keepHelp,
    body: form(ctx, {
      action: `${href}/versioner/ny`,
      submit: t.keep,
      state,
      version: plan.latestVersion ?? 0,
      cancel: { href },
      body: html`${field(ctx, { name: 'datedOn', label: t.datedOn, kind: 'date', state })}${field(ctx, { name: 'note', label: t.keepNote, state, optional: true })}`,
    }),
  });
}

/** A version as it was kept: what changed since the one before, and its paper. */
export function versionPage(
  ctx: RequestContext,
  plan: ActivityPlan,
  version: ActivityPlanVersion,
  changes: PlanChanges | null,
  paper: Html,
): Page {
  const t = texts[ctx.language];
  const list = (title: string, lines: readonly Content[]) =>
    lines.length > 0 ? html`<h3>${title}</h3><ul lang="sv">${lines.map((line) => html`<li>${line}</li>`)}</ul>` : null;
  const title = t.version(version.number, ctx.format.date(version.datedOn));
  return page({
    title,
    crumbs: planCrumbs(ctx, plan, title),
    lead: html`<span>${t.keptBy(version.frozenBy)}, ${ctx.format.instant(version.frozenAt)}</span>${version.note ? html`<span lang="sv">${version.note}</span>` : null}`,
    body: html`<section><h2>${t.changed}</h2>${
      changes
        ? html`${list(t.added, changes.added)}${list(t.gone, changes.removed)}${list(
            t.changed,
            changes.changed.map(({ before, after }) => t.wasNow(before, after)),
          )}`
        : html`<p>${t.firstVersion}</p>`
    }</section>${paper}`,
    aside: html`<p><a href="${recordAddress('activityPlan', plan.id)}/aktivitetsplan.pdf?version=${version.number}">${t.pdf}</a></p>`,
  });
}
