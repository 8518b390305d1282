import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import {
  type ChartData,
  type ChartPoint,
  chartSentence,
  chartTable,
  chartWords,
  timePlace,
  withRemarkColumn,
} from '../tree/index.ts';
import { chartSvg, sceneOf } from './chart-svg.ts';
import { stretches } from './course.ts';
import { type Layout, layouts } from './scales.ts';
import { apart, linesOf, textWidth } from './text-fit.ts';

const year = fc.integer({ min: 1990, max: 2040 }).map(String);
const time = fc.oneof(
  year,
  fc.tuple(year, fc.integer({ min: 1, max: 4 })).map(([y, q]) => `${y}-K${q}`),
  fc.tuple(year, fc.integer({ min: 1, max: 12 })).map(([y, m]) => `${y}-${String(m).padStart(2, '0')}`),
);
const value = fc.oneof(
  fc.constant(null),
  fc.double({ min: -1e6, max: 1e6, noNaN: true }),
  fc.integer({ min: 0, max: 200 }),
);
const point = fc.record({ time, value, claimed: fc.boolean() });
const name = fc.stringMatching(/^[A-Za-zåäöÅÄÖ ]{1,40}$/u);
const points = fc.uniqueArray(point, { selector: (one) => one.time, maxLength: 14 });
const series = fc.record({ name, points });
const frame = { title: name, unit: fc.constantFrom('procent', 'antal', 'tkr', '') };
const chart: fc.Arbitrary<ChartData> = fc.oneof(
  fc.record({
    kind: fc.constant('line' as const),
    ...frame,
    series: fc.array(series, { minLength: 1, maxLength: 4 }),
    targets: fc.array(fc.record({ name, value: fc.integer({ min: 0, max: 500 }) }), { maxLength: 2 }),
    breaks: fc.array(fc.record({ at: time, text: name }), { maxLength: 1 }),
  }),
  fc.record({ kind: fc.constant('smallMultiples' as const), ...frame, panels: fc.array(series, { maxLength: 13 }) }),
  fc.record({
    kind: fc.constant('bars' as const),
    ...frame,
    bars: fc.array(fc.record({ label: name, value: fc.integer({ min: -900, max: 9e6 }) }), { maxLength: 9 }),
  }),
  fc.record({
    kind: fc.constant('shares' as const),
    ...frame,
    parts: fc.constant(['Regionen', 'Kommunerna', 'Staten']),
    rows: fc.array(fc.record({ label: name, values: fc.array(fc.nat(1000), { minLength: 3, maxLength: 3 }) }), {
      maxLength: 6,
    }),
  }),
  fc.record({
    kind: fc.constant('ranks' as const),
    ...frame,
    rows: fc.array(fc.record({ label: name, value }), { maxLength: 13 }),
  }),
  fc.record({
    kind: fc.constant('ranges' as const),
    ...frame,
    rows: fc.array(fc.record({ label: name, from: time, to: fc.option(time) }), { maxLength: 8 }),
  }),
);
const layout = fc.constantFrom<Layout>('narrow', 'page', 'wide');

suite('any chart in any layout', () => {
  test('the same data gives the same bytes, every number of which is one, and nothing begins outside the picture', () => {
    fc.assert(
      fc.property(chart, layout, (data, at) => {
        const svg = chartSvg(data, { layout: at, language: 'sv' });
        assert.equal(chartSvg(structuredClone(data), { layout: at, language: 'sv' }), svg);
        assert.doesNotMatch(svg, /NaN|Infinity|undefined/u);
        const scene = sceneOf(data, { layout: at, language: 'sv' });
        assert.ok(scene.height > 0 && Number.isFinite(scene.height));
        for (const mark of scene.marks)
          if (mark.mark === 'text') {
            assert.ok(mark.x >= -1 && mark.x <= layouts[at] + 1, `${mark.text} at ${mark.x}`);
            assert.ok(mark.y >= 0 && mark.y <= scene.height + 1, `${mark.text} at ${mark.y} of ${scene.height}`);
          }
      }),
      { numRuns: 300 },
    );
  });

  test('what is shown is said in words, and stands in the table as a number', () => {
    fc.assert(
      fc.property(chart, (data) => {
        const table = chartTable(data, chartWords.sv);
        assert.equal(typeof chartSentence(data, chartWords.sv), 'string');
        const shown = table.rows.flat().flatMap((cell) => (cell.value === undefined ? [] : [cell.value]));
        if (data.kind === 'line' || data.kind === 'smallMultiples')
          for (const one of data.kind === 'line' ? data.series : data.panels)
            for (const { value } of one.points) if (value !== null) assert.ok(shown.includes(value));
        for (const row of withRemarkColumn(table, chartWords.sv).rows)
          assert.equal(row.length, withRemarkColumn(table, chartWords.sv).columns.length);
      }),
    );
  });

  test('a line never joins what a gap or a break parts, and keeps every number', () => {
    fc.assert(
      fc.property(points, fc.array(time, { maxLength: 3 }), (some, breaks) => {
        const found = stretches(
          some as readonly ChartPoint[],
          breaks.map((at) => ({ at, text: '' })),
        );
        assert.equal(found.flat().length, some.filter((one) => one.value !== null).length);
        const missing = some.flatMap((one) => (one.value === null ? [timePlace(one.time)!] : []));
        for (const stretch of found)
          for (const [at, after] of stretch.slice(1).entries()) {
            const [from, to] = [timePlace(stretch[at]!.time)!, timePlace(after.time)!];
            assert.ok(!missing.some((place) => place > from && place < to));
          }
      }),
    );
  });
});

suite('how a line chart looks', () => {
  const data: ChartData = {
    kind: 'line',
    title: 'Andel <b>&"',
    unit: 'procent',
    series: [
      {
        name: 'Andelen',
        points: [
          { time: '2022', value: 40 },
          { time: '2023', value: 52, text: 'över 52', claimed: true },
          { time: '2024', value: null, missing: 'ställdes in' },
          { time: '2025', value: 66.8 },
        ],
      },
    ],
    targets: [{ name: 'Mål', value: 80 }],
    breaks: [{ at: '2025-01-01', text: 'ny definition' }],
  };
  const svg = chartSvg(data, { layout: 'wide', language: 'sv', id: 'a' });

  test('it has a name and a description, and what is text stays text', () => {
    assert.match(svg, /role="img" aria-labelledby="a-title a-desc"/u);
    assert.match(svg, /<title id="a-title">Andel &lt;b&gt;&amp;&quot;<\/title>/u);
    assert.match(
      svg,
      /<desc id="a-desc">Andelen ökade från 40\u00a0% \(2022\) till 66,8\u00a0% \(2025\)\. Sagt i text/u,
    );
  });

  test('a claimed number is hollow, a missing one a cross, and the target is told from the series by its dashes', () => {
    assert.equal(svg.match(/class="d-hollow"/gu)?.length, 2, 'the point and the sign in the key');
    assert.match(svg, />ställdes in</u, 'the one reason that all missing numbers have explains the cross');
    assert.match(svg, /class="d-target"[^>]*stroke-dasharray/u);
    assert.match(svg, /Mål 80\u00a0%/u);
    assert.match(svg, /1 jan 2025: ny definition/u);
  });

  test('the table says the same, with the remarks in a column of their own', () => {
    const { columns, rows } = withRemarkColumn(chartTable(data, chartWords.sv), chartWords.sv);
    assert.deepEqual(
      columns.map((one) => one.text),
      ['Tid', 'Andelen (procent)', 'Mål', 'Anmärkning'],
    );
    assert.deepEqual(
      rows.map((row) => row.map((one) => one.text)),
      [
        ['2022', '40', '80', ''],
        ['2023', 'över 52', '80', 'Andelen (procent): sagt i text, inte uppmätt'],
        ['2024', '–', '80', 'Andelen (procent): ställdes in'],
        ['2025', '66,8', '80', 'ny definition'],
      ],
    );
  });
});

test('labels are moved apart within their bounds, and texts are broken within their width', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 200 }), { maxLength: 8 }), (places) => {
      const sorted = apart(places, 18, 0, 200).toSorted((a, b) => a - b);
      for (const [at, place] of sorted.slice(1).entries()) assert.ok(place - sorted[at]! >= 18 - 1e-9);
    }),
  );
  fc.assert(
    fc.property(name, fc.integer({ min: 60, max: 300 }), (text, width) => {
      for (const line of linesOf(text, width)) assert.ok(textWidth(line) <= width + 1, line);
    }),
  );
});
