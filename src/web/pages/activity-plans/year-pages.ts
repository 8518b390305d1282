import * as z from 'zod';
import { type ActivityYear, neverTakenUp, type TakenUp } from '../../../domain/meetings/index.ts';
import type { Body } from '../../../domain/organisation/index.ts';
import {
  type ActivityPlan,
  type ActivityPlanVersion,
  type PlanChanges,
  untakenNouns,
} from '../../../domain/plans/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { confirm } from '../../components/confirm/confirm.ts';
import { errorSummary } from '../../components/error-summary/error-summary.ts';
import { field } from '../../components/field/field.ts';
import { form } from '../../components/form/form.ts';
import { table } from '../../components/table/table.ts';
import type { FormState, RequestContext } from '../../contracts.ts';
import { type Content, type Html, html } from '../../html.ts';
import {
  choice,
  civilDateField,
  idempotencyField,
  idField,
  optionalText,
  text,
  versionField,
  wholeNumber,
} from '../../input.ts';
import { type Page, page } from '../../reply.ts';
import { mayEditPlan } from './activity-plan-facts.ts';
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
export const reasonForm = z.object({
  noun: choice(untakenNouns),
  reason: text({ maximum: 500 }),
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

/** What the year never took up, each with its day and the reason, and what is still ahead. */
export function untakenPage(
  ctx: RequestContext,
  year: ActivityYear,
  reasons: ReadonlyMap<string, string>,
  today: string,
  state?: { readonly recordId: string; readonly form: FormState },
): Page {
  const t = texts[ctx.language];
  const { plan, taken } = year;
  const { never, ahead } = neverTakenUp(taken, today);
  const done = taken.filter(({ occasions }) => occasions.length > 0).length;
  const rows = (lines: readonly TakenUp[], explains: boolean) =>
    table(ctx, {
      caption: explains ? t.untaken : t.ahead,
      captionHidden: true,
      columns: [
        { key: 'what', text: t.untakenWhat },
        { key: 'kind', text: t.untakenKind },
        { key: 'day', text: t.untakenDay, kind: 'date' },
        ...(explains ? [{ key: 'reason' as const, text: t.untakenReason }] : []),
      ],
      rowIds: lines.map(({ id }) => `aldrig-${id}`),
      rows: lines.map((line) => ({
        what: html`<a href="${addressOf(year, line)}" lang="sv">${line.words[0]}</a>`,
        kind: t.nouns[line.noun],
        day: line.date ? ctx.format.shortDate(line.date) : '',
        reason: explains ? reasonCell(ctx, plan, line, reasons.get(line.id), state) : null,
      })),
    });
  return page({
    title: t.untaken,
    crumbs: planCrumbs(ctx, plan, t.untaken),
    width: 'wide',
    lead: html`<span>${t.untakenLead}</span><span>${t.taken(ctx.format.number(done), ctx.format.number(taken.length))}</span>`,
    body: html`${state ? errorSummary(ctx, state.form) : null}${never.length === 0 ? html`<p>${t.untakenNone}</p>` : rows(never, true)}${ahead.length > 0 ? html`<section><h2>${t.ahead}</h2>${rows(ahead, false)}</section>` : null}`,
  });
}

/** The reason that was given, with the small form that gives it. */
function reasonCell(
  ctx: RequestContext,
  plan: ActivityPlan,
  line: TakenUp,
  reason: string | undefined,
  state: { readonly recordId: string; readonly form: FormState } | undefined,
): Content {
  const t = texts[ctx.language];
  const given = reason ? html`<p lang="sv">${reason}</p>` : null;
  if (!mayEditPlan(ctx.actor, plan)) return given;
  const own = state?.recordId === line.id;
  return html`${given}<details${own ? html` open` : null}><summary>${t.explain}<span class="sr-only" lang="sv"> ${line.words[0]}</span></summary>${form(
    ctx,
    {
      action: `${recordAddress('activityPlan', plan.id)}/aldrig-upptaget/${line.id}`,
      submit: t.save,
      variant: 'secondary',
      about: line.words[0] ?? '',
      body: html`<input type="hidden" name="noun" value="${line.noun}"><div class="field"><label for="varfor-${line.id}">${t.untakenReason}</label><input class="ds-input" id="varfor-${line.id}" name="reason" type="text" value="${reason ?? ''}"></div>`,
    },
  )}</details>`;
}

function addressOf({ plan }: ActivityYear, { noun, id, date }: TakenUp): string {
  if (noun === 'assignment') return recordAddress('assignment', id);
  if (noun === 'plannedItem') return `${recordAddress('activityPlan', plan.id)}#datum-${date ?? ''}`;
  return recordAddress(noun, id, plan.id);
}
