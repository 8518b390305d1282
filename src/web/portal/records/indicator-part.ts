import { writeCsv } from '../../../documents/out/index.ts';
import type { LineChart } from '../../../documents/tree/index.ts';
import { type PublishedWhole, publishedPath } from '../../../domain/published/index.ts';
import { chart } from '../../components/chart/chart.ts';
import { type Html, html } from '../../html.ts';
import type { PortalContext } from '../portal-context.ts';
import { type PortalBody, portalBody } from '../portal-reply.ts';

type Indicator = PublishedWhole<'indicator'>;
type Value = Indicator['data']['values'][number];

/** The values of an indicator as a picture with its table, and as a file to take away. */
export function indicatorPart(ctx: PortalContext, record: Indicator): Html {
  const { p, authority } = ctx;
  const { data, title, recordId } = record;
  if (data.values.length === 0) return html`<p>${p.record.noValues}</p>`;
  const path = publishedPath(authority?.slug ?? '', 'indicator', recordId);
  return html`<section><h2>${p.record.values}</h2>${chart(ctx, lineOf(title, data), { id: 'values', titleHidden: true })}
<p><a href="${path}/varden.csv">${p.record.csv}</a></p></section>`;
}

/** At most six lines: the whole first, then the places with most values. The file has all. */
function lineOf(title: string, data: Indicator['data']): LineChart {
  const groups = Map.groupBy(
    data.values.filter(({ sex, ageGroup }) => sex === null && ageGroup === null),
    ({ place }) => place ?? title,
  );
  const all = groups.size > 0 ? groups : Map.groupBy(data.values, nameOf);
  const series = [...all]
    .sort(([a, x], [b, y]) => Number(b === title) - Number(a === title) || y.length - x.length)
    .slice(0, 6)
    .map(([name, values]) => ({
      name,
      points: values.map(({ asOf, value }) => ({ time: asOf, value })).sort((a, b) => a.time.localeCompare(b.time)),
    }));
  return {
    kind: 'line',
    title,
    unit: data.unit,
    series,
    ...(data.source && { note: data.source }),
    targets: data.targets.slice(0, 3).map(({ value, from, to }) => ({
      name: 'mål',
      value,
      ...(from && { from }),
      ...(to && { to }),
    })),
  };
}

function nameOf({ place, sex, ageGroup }: Value): string {
  return [place, sex, ageGroup].filter(Boolean).join(', ') || '–';
}

/** All values of an indicator as a table file, in the order of time. */
export function indicatorCsv({ p, language }: PortalContext, { data, title }: Indicator): PortalBody {
  const values = [...data.values].sort((a, b) => a.asOf.localeCompare(b.asOf));
  const bytes = writeCsv({
    title,
    language,
    columns: [
      { head: p.record.asOf, kind: 'date' },
      { head: p.record.place, kind: 'text' },
      { head: p.record.sex, kind: 'text' },
      { head: p.record.age, kind: 'text' },
      { head: p.record.value, kind: 'number' },
      { head: p.record.unit, kind: 'text' },
    ],
    rows: values.map(({ asOf, place, sex, ageGroup, value }) => [asOf, place, sex, ageGroup, value, data.unit]),
  });
  return portalBody({
    body: new TextDecoder().decode(bytes),
    type: 'text/csv; charset=utf-8',
    headers: { 'content-disposition': 'attachment; filename="varden.csv"', 'access-control-allow-origin': '*' },
  });
}
