import {
  type Block,
  type DocumentTree,
  diagramBlocks,
  heading,
  paragraph,
  text,
  timeWords,
} from '../../documents/tree/index.ts';
import type { CivilDate } from '../../kernel/civil-date.ts';
import { smallestGroup } from '../../kernel/small-groups.ts';
import { deviationKinds } from '../deviations/index.ts';
import { seriesChart } from '../indicators/index.ts';
import { type AreaRecord, type AreaSurface, areaNounCodes, areaNouns, areaTrends } from './goal-area.ts';

/** The words for a count that is too small to show. */
export const hiddenCount = {
  sv: `visas inte (färre än ${smallestGroup})`,
  en: `not shown (fewer than ${smallestGroup})`,
};

/** The common page of an area as a document: the same for all principals, printed or let out to each of them. */
export function goalAreaDocument(
  { area, figures, records, deviations }: AreaSurface,
  { year, authority, date }: { readonly year: number; readonly authority: string; readonly date?: CivilDate },
): DocumentTree {
  return {
    title: `${area.name} ${year}`,
    subtitle: 'Gemensam uppföljning av region och kommuner',
    author: authority,
    language: 'sv',
    ...(date !== undefined && { date }),
    facts: [
      { label: 'År', value: String(year) },
      ...area.responsible.map(({ body, functionTitle }) => ({ label: body.name, value: functionTitle })),
    ],
    blocks: [
      ...prose(area.description),
      heading(1, areaNouns.indicator.sv),
      ...(figures.length === 0 ? [paragraph('Ingen indikator är vald.')] : []),
      ...figures.flatMap(({ series, trend }) => [
        heading(2, sentenceOf(series.indicator.name)),
        // The heading names the series; the picture and its table say how it has gone.
        ...diagramBlocks({ ...seriesChart(series, 'sv'), title: `Utveckling: ${areaTrends[trend].sv}` }),
      ]),
      ...areaNounCodes
        .filter((noun) => noun !== 'indicator')
        .flatMap((noun): readonly Block[] => {
          const own = records.filter((one) => one.noun === noun);
          if (own.length === 0) return [];
          return [
            heading(1, areaNouns[noun].sv),
            {
              kind: 'table',
              caption: areaNouns[noun].sv,
              rowHeader: true,
              header: [[text('Vad')], [text('Läge')], [text('När')]],
              rows: own.map((one) => [
                [text(one.title)],
                [text([one.state?.sv, one.late ? 'försenat' : null].filter(Boolean).join(', ') || '–')],
                [text(daysIn(one))],
              ]),
            },
          ];
        }),
      ...deviationBlocks(deviations),
    ],
  };
}

function deviationBlocks(deviations: AreaSurface['deviations']): readonly Block[] {
  if (deviations.length === 0) return [];
  return [
    heading(1, 'Avvikelser i samverkan'),
    {
      kind: 'table',
      caption: 'Avvikelser per slag',
      rowHeader: true,
      header: [[text('Slag')], [text('Antal')]],
      rows: deviations.map(({ kind, count }) => [
        [text(deviationKinds[kind].sv)],
        [text(count === null ? hiddenCount.sv : String(count))],
      ]),
    },
  ];
}

const prose = (words: string): readonly Block[] =>
  words.split(/\n+/u).flatMap((line) => (line.trim() ? [paragraph(line.trim())] : []));

const sentenceOf = (name: string): string => `${name.charAt(0).toLocaleUpperCase('sv')}${name.slice(1)}`;

const daysIn = ({ from, to }: Pick<AreaRecord, 'from' | 'to'>): string =>
  [...new Set([from, to])].flatMap((day) => (day ? [timeWords(day, 'sv')] : [])).join(' – ') || '–';
