import { diagramBlocks, heading, paragraph } from '../../documents/tree/index.ts';
import { isCivilDate } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import { authorityName, type PublishedRecord } from '../published/index.ts';
import { directions, type SeriesPoint } from './series.ts';
import { seriesChart } from './series-chart.ts';
import { getSeries } from './series-reader.ts';

/** An indicator as everybody may read it: what it means, its measured values with their targets, as a chart and as a table. What texts only claim is left out. */
export async function publishedIndicator(r: Reader, id: Id<'indicator'>): Promise<PublishedRecord<'indicator'>> {
  const series = await getSeries(r, id);
  const { indicator, targets } = series;
  const points = series.points.filter(({ claimed, asOf }) => !claimed && asOf !== null);
  const whole = points.filter(({ place, sex, ageGroup }) => place === '' && sex === 'all' && ageGroup === '');
  const definition = indicator.definition?.definition;
  const source = indicator.definition?.source ?? null;
  const last = whole.findLast(({ value }) => value !== null);
  return {
    noun: 'indicator',
    recordId: indicator.id,
    title: indicator.name,
    summary: last ? `${last.value} ${indicator.unit} (${last.asOf}).` : null,
    bodyId: null,
    bodyName: null,
    happenedOn: last ? lastDay(last) : null,
    year: last ? Number(last.asOf?.slice(0, 4)) : null,
    state: null,
    registrationNumbers: [],
    tree: {
      title: indicator.name,
      author: await authorityName(r),
      language: 'sv',
      facts: [
        { label: 'Enhet', value: indicator.unit },
        { label: 'Riktning', value: directions[indicator.direction].sv },
        ...(source ? [{ label: 'Källa', value: source }] : []),
      ],
      blocks: [
        ...(definition ? [heading(1, 'Så mäts det', 'definition'), paragraph(definition)] : []),
        heading(1, 'Utveckling', 'utveckling'),
        ...(whole.length > 0
          ? diagramBlocks(seriesChart({ ...series, points: whole }, 'sv'))
          : [paragraph('Det finns inga uppmätta värden för hela området.')]),
      ],
    },
    data: {
      unit: indicator.unit,
      direction: indicator.direction,
      source,
      values: points.map((point) => ({
        asOf: lastDay(point),
        place: point.place || null,
        sex: point.sex === 'all' ? null : point.sex,
        ageGroup: point.ageGroup || null,
        value: point.value,
      })),
      targets: targets
        .filter(({ place }) => place === '')
        .map(({ value, from, to }) => ({ value, from: dayOf(from, '-01-01'), to: dayOf(to, '-12-31') })),
    },
    links: [],
    files: [],
  };
}

/** A value of a year or a month holds on its last day. */
function lastDay({ asOf }: Pick<SeriesPoint, 'asOf'>) {
  const text = asOf ?? '';
  if (/^\d{4}-\d{2}$/u.test(text))
    return new Date(Date.UTC(Number(text.slice(0, 4)), Number(text.slice(5)), 0)).toISOString().slice(0, 10);
  return dayOf(text, '-12-31') ?? `${text.slice(0, 4)}-12-31`;
}

function dayOf(text: string | null, ending: string) {
  if (text === null || isCivilDate(text)) return text;
  return /^\d{4}$/u.test(text) ? `${text}${ending}` : null;
}
