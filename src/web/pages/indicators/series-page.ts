import {
  type CheckedClaim,
  checkClaims,
  type Dimensions,
  denominatorConflict,
  directions,
  type FigureDelivery,
  type IndicatorListed,
  type Series,
  type SeriesFilter,
  seriesChart,
  sexes,
  wholeOf,
} from '../../../domain/indicators/index.ts';
import type { SourcePlace } from '../../../domain/matters/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { linkButton } from '../../components/button/button.ts';
import { card } from '../../components/card/card.ts';
import { chart } from '../../components/chart/chart.ts';
import { emptyState } from '../../components/empty-state/empty-state.ts';
import { exportLinks } from '../../components/export-links/export-links.ts';
import { field } from '../../components/field/field.ts';
import { filterBar } from '../../components/filter-bar/filter-bar.ts';
import { notice } from '../../components/notice/notice.ts';
import { summaryList } from '../../components/summary-list/summary-list.ts';
import { freshForm, type RequestContext } from '../../contracts.ts';
import { type Content, type Html, html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import type { ConnectionsOf } from '../connections/connected-facts.ts';
import { connectionCardOfAll } from '../connections/connection-card.ts';
import { publishLink } from '../publications/publish-link.ts';
import { sourceDocumentsCard } from '../sources/source-places.ts';
import { claimsTable } from './claims-page.ts';
import { asOfWords, numberWords, sentence } from './figure-words.ts';
import { indicatorPaths } from './paths.ts';
import { definitionSection, deliverySection, targetSection } from './series-sections.ts';
import { texts } from './texts.ts';
import { valueTable } from './value-table.ts';

export type SeriesFacts = {
  readonly series: Series;
  readonly dimensions: Dimensions;
  readonly chosen: Required<Pick<SeriesFilter, 'place' | 'sex' | 'ageGroup'>>;
  readonly deliveries: readonly FigureDelivery[];
  /** The indicator that counts what this share is a share of, when there is one. */
  readonly counted: IndicatorListed | undefined;
  readonly connections: ConnectionsOf;
  readonly places: readonly SourcePlace[];
  readonly mayEdit: boolean;
};

/** One indicator as a series: the course with what is aimed at, its values, what texts claim of it, what it means and who delivers it. */
export function seriesPage(ctx: RequestContext, facts: SeriesFacts): Page {
  const t = texts[ctx.language];
  const { series, connections, places, mayEdit } = facts;
  const { indicator } = series;
  const title = sentence(indicator.name);
  const here = recordAddress('indicator', indicator.id);
  const claims = checkClaims(series);
  return page({
    title,
    ownHeading: true,
    crumbs: [{ text: t.room, href: '/uppfoljning' }, { text: t.title, href: indicatorPaths.register }, { text: title }],
    body: html`<div class="page-head"><h1 lang="sv">${title}</h1><div class="page-lead"><span>${t.unit}: <span lang="sv">${indicator.unit}</span> · ${directions[indicator.direction][ctx.language]}</span></div></div>
${warnings(ctx, facts)}${choices(ctx, facts, here)}
${series.points.length === 0 ? emptyState({ title: t.noValues, body: t.noValuesBody }) : drawn(ctx, facts)}
${claimSection(ctx, claims, indicator)}${wholeSection(ctx, facts)}${targetSection(ctx, series, mayEdit)}${definitionSection(ctx, series, mayEdit)}${deliverySection(ctx, facts.deliveries, here, mayEdit)}`,
    aside: html`${card({ title: t.about, body: summaryList(aboutRows(facts, ctx), { compact: true }) })}${mayEdit ? card({ title: t.todo, body: html`<p class="actions">${linkButton({ text: t.enterValues, href: `${here}/varden` })} ${linkButton({ text: t.changeIndicator, href: `${here}/andra`, variant: 'secondary' })}</p>` }) : null}${publishLink(ctx, { noun: 'indicator', id: series.indicator.id })}${connectionCardOfAll(ctx, connections)}${sourceDocumentsCard(ctx, places)}`,
  });
}

function aboutRows({ series, dimensions }: SeriesFacts, ctx: RequestContext) {
  const t = texts[ctx.language];
  const { area, code } = series.indicator;
  const places = dimensions.places.filter((place) => place !== '').length;
  return [
    { term: t.area, value: area && html`<span lang="sv">${area}</span>` },
    { term: t.code, value: code },
    {
      term: t.places,
      value:
        places > 0 &&
        html`<a href="${recordAddress('indicator', series.indicator.id)}/jamfor">${t.comparePlaces(ctx.format.number(places))}</a>`,
    },
  ];
}

function warnings(ctx: RequestContext, { series }: SeriesFacts): Content {
  const t = texts[ctx.language];
  const conflict = denominatorConflict(series);
  const times = Map.groupBy(
    series.points.filter(({ asOf, forecast }) => asOf !== null && !forecast),
    ({ asOf, place, sex, ageGroup }) => JSON.stringify([asOf, place, sex, ageGroup]),
  );
  const same = [...times.values()].filter((own) => new Set(own.map(({ value }) => value)).size > 1);
  return [
    conflict.length > 0 &&
      notice(ctx, {
        tone: 'warning',
        title: t.conflictTitle,
        body: html`${t.conflict} <span lang="sv">${conflict.join(' – ')}</span>.`,
      }),
    ...same.map((own) => notice(ctx, { tone: 'warning', body: t.same(own.length, asOfWords(ctx, own[0]!.asOf)) })),
    series.more && notice(ctx, { tone: 'info', body: t.moreValues(ctx.format.number(series.points.length)) }),
  ];
}

/** Of which place, sex and age the series is shown; only where there is something to choose between. */
function choices(ctx: RequestContext, { dimensions, chosen }: SeriesFacts, here: string): Content {
  const t = texts[ctx.language];
  const { places, sexes: own, ageGroups } = dimensions;
  if (places.length < 2 && own.length < 2 && ageGroups.length < 2) return null;
  const state = freshForm({ plats: chosen.place || 'alla', kon: chosen.sex, alder: chosen.ageGroup || 'alla' });
  const named = (values: readonly string[], whole: string) =>
    values.map((value) => ({ value: value || 'alla', text: value || whole }));
  return filterBar(ctx, {
    action: here,
    label: t.dimensions,
    active: chosen.place !== '' || chosen.sex !== 'all' || chosen.ageGroup !== '',
    fields: html`${places.length > 1 ? field(ctx, { kind: 'select', name: 'plats', label: t.place, state, options: named(places, t.whole) }) : null}${
      own.length > 1
        ? field(ctx, {
            kind: 'select',
            name: 'kon',
            label: t.sex,
            state,
            options: own.map((sex) => ({ value: sex, text: sexes[sex][ctx.language] })),
          })
        : null
    }${ageGroups.length > 1 ? field(ctx, { kind: 'select', name: 'alder', label: t.ageGroup, state, options: named(ageGroups, t.allAges) }) : null}`,
  });
}

function drawn(ctx: RequestContext, facts: SeriesFacts): Html {
  const { series, chosen } = facts;
  const here = recordAddress('indicator', series.indicator.id);
  const query = new URLSearchParams({
    plats: chosen.place || 'alla',
    kon: chosen.sex,
    alder: chosen.ageGroup || 'alla',
  });
  const values = valueTable(ctx, facts);
  const timed = new Set(series.points.flatMap(({ asOf, value }) => (value === null ? [] : (asOf ?? [])))).size > 1;
  return html`${timed ? chart(ctx, seriesChart(series, ctx.language, chosen.place || undefined), { id: 'varden', titleHidden: true, ownTable: values, tableOpen: true, fileHref: (format) => `${here}/diagram/serie/${format}?${query}` }) : values}
${exportLinks(ctx, { href: (format) => `${here}/fil/${format}?${query}` })}`;
}

function claimSection(ctx: RequestContext, claims: readonly CheckedClaim[], indicator: Series['indicator']): Content {
  if (claims.length === 0) return null;
  const t = texts[ctx.language];
  return html`<section><h2>${t.claimsHere}</h2><p class="soft">${t.claimsHelp}</p>${claimsTable(
    ctx,
    claims.map((claim) => ({ ...claim, indicator })),
    { named: false },
  )}</section>`;
}

/** How many there are in all, when the count that this share is of is known for the same time (IND-16). */
function wholeSection(ctx: RequestContext, { series, counted }: SeriesFacts): Content {
  const share = series.points.filter(({ value, forecast }) => value !== null && !forecast).at(-1);
  const count = counted?.latest;
  if (!share || share.value === null || !counted || !count || count.value === null || count.asOf !== share.asOf)
    return null;
  const whole = wholeOf(count.value, share.value);
  if (!whole) return null;
  const t = texts[ctx.language];
  const number = (value: number) => numberWords(ctx, value);
  return html`<section><h2>${t.wholeTitle}</h2><p>${t.wholeFrom(number(count.value), number(share.value), number(whole.value), number(whole.lowest), number(whole.highest))} <a href="${recordAddress('indicator', counted.id)}" lang="sv">${sentence(counted.name)}</a></p></section>`;
}
