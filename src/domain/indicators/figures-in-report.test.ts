import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readingOf } from '../../../test/reading/reading-of.ts';
import { figuresInReport } from './figures-in-report.ts';
import { toldIndicatorImport } from './told-indicator-import.ts';

/** Invented sentences of reports, slides and minutes with the figure each states. */
const stated: readonly (readonly [string, object])[] = [
  [
    'Bokbussen uppfyller turlistan till nästan 100%.',
    { name: 'Uppfyllelse av turlistan', value: 100, unit: '%', qualifier: 'nästan' },
  ],
  [
    'Läslotsarna har börjat. 40 % av dessa lån har hittills gjorts på kvällen.',
    { name: 'Andel av dessa lån som har hittills gjorts på kvällen', value: 40, unit: '%' },
  ],
  ['Svarsfrekvensen var 87,5 procent.', { name: 'Svarsfrekvensen', value: 87.5, unit: '%' }],
  [
    'Under 2025 gjordes 300 besök på kvällstid, en ökning med 12 % från 2024.',
    { name: 'besök på kvällstid', value: 300, unit: 'antal', change: { percent: 12, from: '2024' }, asOf: '2025' },
  ],
  ['Drygt 60 elever i kommunen deltog.', { name: 'elever i kommunen', value: 60, unit: 'antal', qualifier: 'drygt' }],
];
for (const [text, figure] of stated)
  test(text, () => {
    const found = figuresInReport(text).map(({ start: _s, end: _e, confidence: _c, rule: _r, ...fields }) => fields);
    assert.deepEqual(found, [figure]);
  });

/** What looks like a figure and is none: money, hours, §§, ages, posts, seats, targets, plans and rules. */
const unstated: readonly string[] = [
  'Upprustningen kostar cirka 400 miljoner kronor.',
  '10:45-11:30 Tema läsning',
  '§ 93 Ärendenummer KS-2025-00074',
  'Det gäller barn över 11 år och vuxna över 80 år.',
  'Läspedagogen har en sammanlagd tjänstegrad om 200 %.',
  'Nämnden beslutar om tjänsteköp med 25 procent under 2025.',
  'Beredningen ska bestå av drygt 9 ledamöter.',
  'Målet är att andelen var 85 % vid årets slut.',
  'Cirka 40 skolor kommer att delta under hösten.',
  'Andelen äldre ökar med drygt 60 procent till 2035.',
  'Landet har 90 procent läskunnighet.',
  'Kursen hålls vid 3 tillfällen i sal 12.',
  'Uppdrag 13 och 14 riktas till andra.',
  'Vården når högst 20 % av barnen.',
];
for (const text of unstated) test(`no figure: ${text}`, () => assert.deepEqual(figuresInReport(text), []));

test('a count on a slide takes its name from the heading over it; a table is left to its columns', () => {
  const slides = 'Boksamtal\n\nDrygt 20 träffar – cirka 400 läsare\n\n- Fler böcker\n';
  const { records } = toldIndicatorImport.recognise(readingOf(slides, { kind: 'goalDocument', form: 'slides' }));
  assert.deepEqual(
    records.map(({ name, value, source }) => [name, value, slides.slice(source.start, source.end)]),
    [
      ['Boksamtal: träffar', 20, 'Drygt 20 träffar'],
      ['Boksamtal: läsare', 400, 'cirka 400 läsare'],
    ],
  );
  const table = readingOf('Almby\tcirka 400 läsare\tdrygt 20\nBergby\tcirka 300 läsare\tdrygt 10\n');
  assert.deepEqual(toldIndicatorImport.recognise(table).records, []);
});
