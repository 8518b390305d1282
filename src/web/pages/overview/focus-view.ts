import { type FocusAreaYear, focusAreasOfYear } from '../../../domain/overview/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { emptyState } from '../../components/empty-state/empty-state.ts';
import { exportLinks } from '../../components/export-links/export-links.ts';
import { figure } from '../../components/status-chart/status-chart.ts';
import { table } from '../../components/table/table.ts';
import { tag } from '../../components/tag/tag.ts';
import type { RequestContext } from '../../contracts.ts';
import { type Content, type Html, html } from '../../html.ts';
import { overviewPage } from './overview-frame.ts';
import { type FocusWord, focusWords, overviewHref } from './overview-query.ts';
import type { Asked, OverviewView } from './overview-view.ts';
import { texts } from './texts.ts';

/** The focus areas of the year's activity plans: which meetings took them up, and which never did. */
export const focusView: OverviewView<readonly FocusAreaYear[]> = {
  path: '/oversikt/fokusomraden',
  about: 'Visar årets fokusområden per organ, och vilka som inget sammanträde har tagit upp.',
  read: async (r, { choices, today }) => await focusAreasOfYear(r, choices.year, today),
  page: (ctx, asked, areas) => {
    const t = texts[ctx.language];
    return overviewPage(ctx, asked, {
      side: 'focus',
      fields: ['year', 'body'],
      lead: t.focusLead,
      body:
        areas.length === 0
          ? emptyState({
              title: t.noFocus(asked.choices.year),
              body: html`${t.noFocusBody} <a href="/aktivitetsplaner">${t.activityPlans}</a>`,
            })
          : html`${byBody(ctx, asked, areas)}${list(ctx, asked, areas)}`,
    });
  },
  sheet: (ctx, asked, areas) => {
    const t = texts[ctx.language];
    return {
      title: `${t.sides.focus} ${asked.choices.year}`,
      language: ctx.language,
      columns: [
        { head: t.body, kind: 'text' },
        { head: t.focusArea, kind: 'link' },
        { head: t.became, kind: 'text' },
        { head: t.occasionCount, kind: 'number' },
        { head: t.lastTaken, kind: 'date' },
        { head: t.reason, kind: 'text' },
      ],
      rows: chosen(asked, areas).map((area) => [
        area.body.name,
        {
          text: area.area,
          href: new URL(recordAddress('focusArea', area.id, area.planId), ctx.services.publicUrl).href,
        },
        t.focusStates[stateOf(area)],
        area.occasions.length,
        area.occasions.at(-1)?.heldOn ?? '',
        area.reason ?? '',
      ]),
    };
  },
};

/** What became of a focus area: dealt with, still ahead, or never. */
export function stateOf({ occasions, plannedFor }: FocusAreaYear): FocusWord {
  if (occasions.length > 0) return 'behandlade';
  return plannedFor === null ? 'aldrig' : 'planerade';
}

const tones = { behandlade: 'ok', planerade: 'info', aldrig: 'late' } as const;

const ofBody = ({ query }: Asked, areas: readonly FocusAreaYear[]) =>
  areas.filter(({ body }) => !query.organ || body.id === query.organ);

const chosen = (asked: Asked, areas: readonly FocusAreaYear[]) =>
  ofBody(asked, areas).filter((area) => !asked.query.visa || stateOf(area) === asked.query.visa);

function byBody(ctx: RequestContext, asked: Asked, areas: readonly FocusAreaYear[]): Html {
  const t = texts[ctx.language];
  const bodies = [...Map.groupBy(ofBody(asked, areas), ({ body }) => body.id).values()];
  const cells = (own: readonly FocusAreaYear[], organ: string | undefined, name?: Content) =>
    Object.fromEntries(
      focusWords.map((visa) => [
        visa,
        figure(
          ctx,
          own.filter((area) => stateOf(area) === visa).length,
          `${overviewHref('/oversikt/fokusomraden', { ...asked.query, ar: asked.choices.year, organ, visa })}#lista`,
          name,
        ),
      ]),
    ) as Record<FocusWord, Content>;
  return table<'body' | FocusWord>(ctx, {
    caption: `${t.sides.focus} ${asked.choices.year}`,
    captionHidden: true,
    columns: [
      { key: 'body', text: t.body },
      ...focusWords.map((visa) => ({ key: visa, text: t.focusStates[visa], kind: 'number' as const })),
    ],
    rows: [
      ...bodies.map((own) => {
        const [first] = own;
        const name = html`<span lang="sv">${first?.body.name}</span>`;
        return { body: name, ...cells(own, first?.body.id, name) };
      }),
      { body: html`<strong>${ctx.t.components.total}</strong>`, ...cells(ofBody(asked, areas), asked.query.organ) },
    ],
  });
}

function list(ctx: RequestContext, asked: Asked, areas: readonly FocusAreaYear[]): Html {
  const t = texts[ctx.language];
  const rows = chosen(asked, areas);
  const { visa } = asked.query;
  const title = visa ? `${t.sides.focus}: ${t.focusStates[visa].toLowerCase()}` : t.sides.focus;
  return html`<section id="lista"><h2>${title} (${ctx.format.number(rows.length)})</h2>${
    visa
      ? html`<p><a href="${overviewHref('/oversikt/fokusomraden', { ...asked.query, visa: undefined })}#lista">${t.showAll}</a></p>`
      : null
  }${table<'area' | 'body' | 'state' | 'taken' | 'reason'>(ctx, {
    caption: title,
    captionHidden: true,
    dense: true,
    rowHeader: 'area',
    columns: [
      { key: 'area', text: t.focusArea },
      { key: 'body', text: t.body },
      { key: 'state', text: t.became },
      { key: 'taken', text: t.takenUp },
      { key: 'reason', text: t.reason },
    ],
    empty: html`<p>${t.noneChosen}</p>`,
    rows: rows.map((area) => ({
      area: html`<a href="${recordAddress('focusArea', area.id, area.planId)}" lang="sv">${area.area}</a>`,
      body: html`<span lang="sv">${area.body.name}</span>`,
      state: tag({ text: t.focusStates[stateOf(area)], tone: tones[stateOf(area)] }),
      taken: occasions(ctx, area),
      reason: area.reason && html`<span lang="sv">${area.reason}</span>`,
    })),
  })}${exportLinks(ctx, { href: (format) => overviewHref(`/oversikt/fokusomraden.${format}`, asked.query) })}</section>`;
}

/** The meetings that took it up, or the day for which it is planned. */
function occasions(ctx: RequestContext, { occasions: taken, plannedFor }: FocusAreaYear): Content {
  const t = texts[ctx.language];
  if (taken.length === 0) return plannedFor ? t.plannedFor(ctx.format.date(plannedFor)) : null;
  return taken.map(
    ({ id, meetingId, heldOn }) =>
      html`<a href="${recordAddress('agendaItem', id, meetingId)}">${ctx.format.shortDate(heldOn)}</a> `,
  );
}
