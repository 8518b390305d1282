import { may } from '../../../domain/access/index.ts';
import { deviationKinds } from '../../../domain/deviations/index.ts';
import {
  type AreaRecord,
  type AreaSurface,
  areaNounCodes,
  areaNouns,
  hiddenCount,
} from '../../../domain/goalareas/index.ts';
import { seriesChart } from '../../../domain/indicators/index.ts';
import type { Body } from '../../../domain/organisation/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { linkButton } from '../../components/button/button.ts';
import { card } from '../../components/card/card.ts';
import { chart } from '../../components/chart/chart.ts';
import { field } from '../../components/field/field.ts';
import { form } from '../../components/form/form.ts';
import { help } from '../../components/help/help.ts';
import { summaryList } from '../../components/summary-list/summary-list.ts';
import { table } from '../../components/table/table.ts';
import { type FormState, freshForm, type RequestContext } from '../../contracts.ts';
import { type Content, type Html, html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { sentence } from '../indicators/figure-words.ts';
import { releaseLink } from '../releases/release-link.ts';
import { yearLinks } from './goal-area-list-page.ts';
import { areasHref, daysOf, latestValue, recordLink, stateOf, trendTag } from './goal-area-view.ts';
import { texts } from './texts.ts';

export type GoalAreaFacts = {
  readonly surface: AreaSurface;
  readonly year: number;
  readonly principals: readonly Pick<Body, 'id' | 'name'>[];
};

/** The common page of an area: the same figures, efforts, agreements and lessons for region and municipalities. */
export function goalAreaPage(
  ctx: RequestContext,
  { surface, year, principals }: GoalAreaFacts,
  sent?: FormState,
): Page {
  const t = texts[ctx.language];
  const { area, figures, records, deviations } = surface;
  const here = recordAddress('goalArea', area.id);
  const edit = ctx.actor !== undefined && may(ctx.actor, 'goalArea.edit');
  const release = releaseLink(ctx, { noun: 'malomrade', id: area.id });
  return page({
    title: area.name,
    width: 'wide',
    crumbs: [{ text: t.title, href: `${areasHref}?ar=${year}` }, { text: area.name }],
    lead: area.description && html`<span lang="sv">${area.description}</span>`,
    body: html`${yearLinks(ctx, year, here)}
${edit || release ? html`<div class="actions">${edit ? html`${linkButton({ text: t.choose, href: `${here}/valj` })}${linkButton({ text: t.change, href: `${here}/andra`, variant: 'secondary' })}` : null}${release}</div>` : null}
<section id="tal"><h2>${t.figures}</h2>${
      figures.length === 0
        ? html`<p class="soft">${t.noFigures}</p>`
        : figures.map(
            (figure, at) =>
              html`<section><h3><a href="${recordAddress('indicator', figure.series.indicator.id)}" lang="sv">${sentence(figure.series.indicator.name)}</a></h3><p>${t.latest}: ${latestValue(ctx, figure)} ${trendTag(ctx, figure.trend)}</p>${figure.series.points.length > 1 ? chart(ctx, seriesChart(figure.series, ctx.language), { id: `tal-${at}`, titleHidden: true }) : null}</section>`,
          )
    }</section>
${areaNounCodes
  .filter((noun) => noun !== 'indicator')
  .map((noun) => {
    const own = records.filter((one) => one.noun === noun);
    return own.length === 0
      ? null
      : html`<section><h2>${areaNouns[noun][ctx.language]}</h2>${recordTable(ctx, own, areaNouns[noun][ctx.language])}</section>`;
  })}
${records.length === 0 ? html`<p class="soft">${t.noWork}</p>` : null}
${deviationSection(ctx, deviations, year)}`,
    aside: html`${card({ title: t.responsible, body: html`${responsible(ctx, surface, principals)}${edit ? responsibleForm(ctx, area.id, principals, sent) : null}` })}${card(
      {
        title: t.files,
        body: html`<ul>${(['pdf', 'docx', 'html'] as const).map((format) => html`<li><a href="${here}/fil/${format}?ar=${year}">${format.toUpperCase()}</a></li>`)}</ul>`,
      },
    )}`,
  });
}

function recordTable(ctx: RequestContext, records: readonly AreaRecord[], caption: string): Html {
  const t = texts[ctx.language];
  return table(ctx, {
    caption,
    captionHidden: true,
    columns: [
      { key: 'what', text: t.what },
      { key: 'state', text: t.state },
      { key: 'when', text: t.when, kind: 'date' },
    ],
    rows: records.map((one) => ({ what: recordLink(one), state: stateOf(ctx, one), when: daysOf(ctx, one) })),
  });
}

function deviationSection(ctx: RequestContext, deviations: AreaSurface['deviations'], year: number): Content {
  if (deviations.length === 0) return null;
  const t = texts[ctx.language];
  return html`<section id="avvikelser"><h2>${t.deviations}</h2>${table(ctx, {
    caption: t.deviations,
    captionHidden: true,
    columns: [
      { key: 'kind', text: t.noun },
      { key: 'count', text: t.count, kind: 'number' },
    ],
    rows: deviations.map(({ kind, count }) => ({
      kind: html`<a href="/samverkan/avvikelser?slag=${kind}">${deviationKinds[kind][ctx.language]}</a>`,
      count: count ?? html`<span class="soft">${hiddenCount[ctx.language]}</span>`,
    })),
  })}<p><a href="/samverkan/avvikelser/monster?fran=${year}&till=${year}">${t.toPatterns}</a></p></section>`;
}

function responsible(ctx: RequestContext, { area }: AreaSurface, principals: GoalAreaFacts['principals']): Html {
  const t = texts[ctx.language];
  const missing = principals.filter(({ id }) => !area.responsible.some(({ body }) => body.id === id));
  return html`${
    area.responsible.length === 0
      ? html`<p class="soft">${t.noResponsible}</p>`
      : summaryList(
          area.responsible.map(({ body, functionTitle }) => ({
            term: body.name,
            value: html`<span lang="sv">${functionTitle}</span>`,
          })),
          { compact: true },
        )
  }${area.responsible.length > 0 && missing.length > 0 ? html`<p class="soft">${t.missingResponsible(ctx.format.list(missing.map(({ name }) => name)))}</p>` : null}`;
}

function responsibleForm(
  ctx: RequestContext,
  id: string,
  principals: GoalAreaFacts['principals'],
  sent?: FormState,
): Html {
  const t = texts[ctx.language];
  const state = sent ?? freshForm();
  return help({
    summary: t.functionTitle,
    open: sent !== undefined,
    body: form(ctx, {
      action: `${recordAddress('goalArea', id)}/ansvarig`,
      submit: t.saveResponsible,
      variant: 'secondary',
      state,
      labels: { bodyId: t.principal, functionTitle: t.functionTitle },
      body: html`${field(ctx, { kind: 'select', name: 'bodyId', label: t.principal, state, options: principals.map((one) => ({ value: one.id, text: one.name })) })}
${field(ctx, { name: 'functionTitle', label: t.functionTitle, hint: t.functionHint, optional: true, width: 'full', state })}`,
    }),
  });
}
