import { comparePlaces, lastDayOf, placesChart, type Series, sexes } from '../../../domain/indicators/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { chart } from '../../components/chart/chart.ts';
import { emptyState } from '../../components/empty-state/empty-state.ts';
import { exportLinks } from '../../components/export-links/export-links.ts';
import { field } from '../../components/field/field.ts';
import { filterBar } from '../../components/filter-bar/filter-bar.ts';
import { table } from '../../components/table/table.ts';
import { freshForm, type RequestContext } from '../../contracts.ts';
import { html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { asOfWords, numberWords, pointWords, sentence } from './figure-words.ts';
import { indicatorPaths } from './paths.ts';
import { texts } from './texts.ts';

export type CompareQuery = {
  readonly tid?: string | undefined;
  readonly plac?: boolean | undefined;
  /** Of which age, and the ages there are to choose between. */
  readonly ageGroup: string;
  readonly ageGroups: readonly string[];
};

/** The places of an indicator beside each other: in the order of the alphabet, with the rank as words only for who asks for it. */
export function comparePage(ctx: RequestContext, series: Series, query: CompareQuery): Page {
  const t = texts[ctx.language];
  const { indicator } = series;
  const here = recordAddress('indicator', indicator.id);
  const times = [
    ...new Set(series.points.flatMap(({ asOf, forecast }) => (asOf === null || forecast ? [] : [asOf]))),
  ].toSorted((a, b) => (lastDayOf(a) < lastDayOf(b) ? 1 : -1));
  const time = query.tid !== undefined && times.includes(query.tid) ? query.tid : times[0];
  const rows = comparePlaces(
    series.points.filter(({ asOf, forecast }) => asOf === time && !forecast),
    indicator,
  );
  const age = query.ageGroup || 'alla';
  const ranked = rows.filter(({ rank }) => rank !== null).length;
  const title = t.compareTitle(sentence(indicator.name));
  return page({
    title,
    crumbs: [
      { text: t.title, href: indicatorPaths.register },
      { text: sentence(indicator.name), href: here },
      { text: t.compare },
    ],
    lead: t.compareLead,
    body:
      time === undefined
        ? emptyState({ title: t.noPlaces, body: t.noPlacesBody })
        : html`${filterBar(ctx, {
            action: `${here}/jamfor`,
            fields: html`${query.ageGroups.length > 1 ? field(ctx, { kind: 'select', name: 'alder', label: t.ageGroup, state: freshForm({ alder: age }), options: query.ageGroups.map((value) => ({ value: value || 'alla', text: value || t.allAges })) }) : null}${field(ctx, { kind: 'select', name: 'tid', label: t.asOf, state: freshForm({ tid: time }), options: times.map((value) => ({ value, text: asOfWords(ctx, value) })) })}${field(ctx, { kind: 'select', name: 'plac', label: t.showRank, optional: true, empty: t.no, state: freshForm({ plac: query.plac ? 'ja' : '' }), options: [{ value: 'ja', text: t.yes }] })}`,
          })}
${table(ctx, {
  caption: t.compareCaption(asOfWords(ctx, time), sexes.all[ctx.language].toLocaleLowerCase(ctx.language)),
  dense: true,
  columns: [
    { key: 'place', text: t.place },
    { key: 'value', text: t.value, kind: 'number' },
    ...(rows.some(({ share }) => share !== null) ? ([{ key: 'share', text: t.share, kind: 'number' }] as const) : []),
    ...(query.plac ? ([{ key: 'rank', text: t.rank }] as const) : []),
  ],
  rows: rows.map(({ place, point, share, rank }) => ({
    place: html`<a href="${here}?plats=${encodeURIComponent(place)}&alder=${encodeURIComponent(age)}" lang="sv">${place}</a>`,
    value: html`<span lang="sv">${pointWords(ctx, indicator, point)}</span>`,
    share: share === null ? '–' : `${numberWords(ctx, Math.round(share * 10) / 10)} %`,
    rank: rank === null ? '–' : t.rankOf(rank, ranked, indicator.direction === 'lower'),
  })),
})}
${exportLinks(ctx, { href: (format) => `${here}/fil/${format}?plats=varje` })}
<h2>${t.overTime}</h2>${chart(ctx, placesChart(series, ctx.language), { id: 'kommuner', titleHidden: true, fileHref: (format) => `${here}/diagram/kommuner/${format}?alder=${encodeURIComponent(age)}` })}`,
  });
}
