import * as z from 'zod';
import { type ActivityYear, neverTakenUp, type TakenUp } from '../../../domain/meetings/index.ts';
import { type ActivityPlan, untakenNouns } from '../../../domain/plans/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { errorSummary } from '../../components/error-summary/error-summary.ts';
import { form } from '../../components/form/form.ts';
import { table } from '../../components/table/table.ts';
import type { FormState, RequestContext } from '../../contracts.ts';
import { type Content, html } from '../../html.ts';
import { choice, idempotencyField, text } from '../../input.ts';
import { type Page, page } from '../../reply.ts';
import { mayEditPlan } from './activity-plan-facts.ts';
import { planCrumbs } from './plan-paths.ts';
import { addressOf, takenSection } from './taken-section.ts';
import { texts } from './texts.ts';

/** What the form that says why something was never taken up sends. */
export const reasonForm = z.object({
  noun: choice(untakenNouns),
  reason: text({ maximum: 500 }),
  idempotencyKey: idempotencyField,
});

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
    body: html`${state ? errorSummary(ctx, state.form) : null}${never.length === 0 ? html`<p>${t.untakenNone}</p>` : rows(never, true)}${ahead.length > 0 ? html`<section><h2>${t.ahead}</h2>${rows(ahead, false)}</section>` : null}${takenSection(ctx, year)}`,
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
