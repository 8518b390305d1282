import { currentDue, type Deliverable, lastDayOf } from '../../../domain/projects/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { chart } from '../../components/chart/chart.ts';
import { table } from '../../components/table/table.ts';
import type { RequestContext } from '../../contracts.ts';
import { type Html, html } from '../../html.ts';
import { dayWords, sentence, slipWords, standingTag, swedish } from './project-view.ts';
import { texts } from './texts.ts';

/** Deliverables with the day said first, the day that holds now, and how much later that is. */
export function deliverableTable(ctx: RequestContext, deliverables: readonly Deliverable[], withProject = false): Html {
  const t = texts[ctx.language];
  return table(ctx, {
    caption: t.deliverables,
    captionHidden: true,
    columns: [
      { key: 'what', text: t.what },
      ...(withProject ? [{ key: 'project' as const, text: t.project }] : []),
      { key: 'responsible', text: t.responsible },
      { key: 'first', text: t.firstDue, kind: 'date' },
      { key: 'now', text: t.dueNow, kind: 'date' },
      { key: 'slipped', text: t.slipped },
      { key: 'state', text: t.state },
    ],
    empty: html`<p class="soft">${t.noDeliverables}</p>`,
    rows: deliverables.map((one) => ({
      what: html`<a href="${recordAddress('deliverable', one.id)}" lang="sv">${sentence(one.what)}</a>`,
      project: one.projectId
        ? html`<a href="${recordAddress('project', one.projectId)}" lang="sv">${one.project}</a>`
        : (swedish(one.project ?? '') ?? '–'),
      responsible: swedish(one.responsible) ?? '–',
      first: one.dueOn ? dayWords(ctx, one.dueOn) : '–',
      now: one.doneOn ? html`${t.doneOn} ${dayWords(ctx, one.doneOn)}` : one.movedTo ? dayWords(ctx, one.movedTo) : '–',
      slipped: html`${slipWords(ctx, one) ?? '–'}${one.moves.length > 0 ? html`<br><span class="soft">${t.movedTimes(one.moves.length)}</span>` : null}`,
      state: standingTag(ctx, one),
    })),
  });
}

/** The slips drawn: a row from the day said first to the day that holds now; nothing where none slipped. */
export function slippageChart(ctx: RequestContext, deliverables: readonly Deliverable[]): Html | null {
  const t = texts[ctx.language];
  const slipped = deliverables.filter((one) => one.dueOn && (one.doneOn ?? currentDue(one)) !== one.dueOn);
  if (slipped.length === 0) return null;
  return chart(
    ctx,
    {
      kind: 'ranges',
      title: t.slippageChart,
      unit: '',
      today: ctx.services.runtime.today(),
      rows: slipped.map((one) => {
        const [from, to] = [lastDayOf(one.dueOn!), lastDayOf(one.doneOn ?? currentDue(one)!)].sort();
        return {
          label: sentence(one.what),
          from: from!,
          to: to!,
          text: slipWords(ctx, one) ?? '',
          look: one.doneOn ? ('light' as const) : ('full' as const),
        };
      }),
    },
    { id: 'leveranser-flyttade', own: false },
  );
}
