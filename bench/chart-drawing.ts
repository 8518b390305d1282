import { chartSvg } from '../src/documents/charts/index.ts';
import { packChartPng } from '../src/documents/out/index.ts';
import { type ChartData, chartTable, chartWords } from '../src/documents/tree/index.ts';
import { type BenchResult, timed } from './result.ts';

export const title = 'Charts, drawn as SVG and PNG, against writing the table of the same figures as HTML';

const places = Array.from({ length: 13 }, (_, at) => `Kommun ${at + 1}`);
const years = Array.from({ length: 12 }, (_, at) => String(2014 + at));
const points = (seed: number) =>
  years.map((time, at) => ({ time, value: (at * 7 + seed) % 11 === 0 ? null : 40 + ((seed * 13 + at * 17) % 50) }));

const charts: Readonly<Record<string, ChartData>> = {
  'one line with a target': {
    kind: 'line',
    title: 'Andel',
    unit: 'procent',
    series: [{ name: 'Andelen', points: points(3) }],
    targets: [{ name: 'Mål', value: 80 }],
  },
  'thirteen small charts': {
    kind: 'smallMultiples',
    title: 'Andel per kommun',
    unit: 'procent',
    panels: places.map((name, at) => ({ name, points: points(at) })),
  },
};
/** A millisecond's work is measured a hundred times over. */
const times = 100;

/** Each chart in both layouts, as a page sends it, and as a PNG; the yardstick is the table of the same figures as HTML. Wanted: no page spends
 * more than 10 ms on its chart. */
export async function run(): Promise<readonly BenchResult[]> {
  const results: BenchResult[] = [];
  for (const [name, data] of Object.entries(charts)) {
    const repeat = (work: () => unknown) => timed(() => Array.from({ length: times }, work), 9, 3);
    const table = (await repeat(() => tableHtml(data))) / times;
    const svg =
      (await repeat(() =>
        ['wide', 'narrow'].map((layout) => chartSvg(data, { layout: layout as 'wide', language: 'sv' })),
      )) / times;
    const png = await timed(() => packChartPng(data, { language: 'sv' }), 7);
    const against = 'the table of the same figures as HTML';
    results.push(
      { name: `${name}, SVG in both layouts`, value: svg, unit: 'ms', against, ratio: svg / table },
      { name: `${name}, PNG`, value: png, unit: 'ms', against, ratio: png / table },
    );
  }
  return results;
}

function tableHtml(data: ChartData): string {
  const { columns, rows } = chartTable(data, chartWords.sv);
  const cells = (texts: readonly string[], tag: string) =>
    texts.map((text) => `<${tag}>${text.replace(/[&<>"]/g, '')}</${tag}>`).join('');
  return `<table><tr>${cells(
    columns.map(({ text }) => text),
    'th',
  )}</tr>${rows
    .map(
      (row) =>
        `<tr>${cells(
          row.map(({ text }) => text),
          'td',
        )}</tr>`,
    )
    .join('')}</table>`;
}
