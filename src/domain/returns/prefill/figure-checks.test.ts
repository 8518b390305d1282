import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { counted, question, structureOf, told } from '../../../../test/support/build-national-report.ts';
import type { Answers } from '../../forms/index.ts';
import { type AnswerWarning, answerWarningKinds, warningKey } from '../answer-warning.ts';
import { answerWarnings } from './answer-warnings.ts';
import { itemsIn } from './figure-checks.ts';
import { ageGroupIn, impliedWhole, sharesWithCounts } from './population-share.ts';

const day = { kind: 'asOf', date: '2024-12-31' } as const;
const share = question('35', 'Hur stor andel av befolkningen hade en fast namngiven läkarkontakt?', {
  period: day,
  answer: { kind: 'percent', cannotStateLabel: null },
});
const persons = question('36', 'Hur många personer hade en fast namngiven läkarkontakt?', {
  period: day,
  answer: { kind: 'count', cannotStateLabel: null },
});
const text = (code: string) => question(code, `Fråga om sak ${code}.`);

function warnings(
  questions: Parameters<typeof structureOf>[0],
  answers: Answers,
  own: Partial<Parameters<typeof answerWarnings>[0]> = {},
): readonly AnswerWarning[] {
  const none = { bound: new Map(), passages: new Map(), last: new Map(), methods: new Map() };
  const scene = { series: [], populations: [] };
  return answerWarnings({ structure: structureOf(questions), answers, year: 2024, scene, ...none, ...own });
}
const kinds = (all: readonly AnswerWarning[]) => all.map(({ kind, question: code }) => `${code} ${kind}`);
const county = (count: number) => ({
  scene: { series: [], populations: [{ label: 'Folkmängd', group: null, year: 2024, count }] },
});

test('a share and a count of the same persons are held against how many there are', () => {
  assert.deepEqual(sharesWithCounts([share, persons]), [{ share, count: persons }]);
  assert.deepEqual(sharesWithCounts([share, text('35b'), persons]), [], 'only neighbours belong together');
  assert.equal(impliedWhole(140_441, 46)?.base, 305_307);
  const answers = { '35': counted(46), '36': counted(140_441) };
  assert.deepEqual(warnings([share, persons], answers, county(306_792)), [], 'so many live in the county');
  const [remark] = warnings([share, persons], answers, county(280_000));
  assert.equal(remark?.kind, 'shareOfPopulation');
  assert.deepEqual([remark?.values.base, remark?.values.population], ['305 307', '280 000']);
  assert.deepEqual(warnings([share, persons], answers), [], 'without a population nothing is said');
  assert.equal(ageGroupIn('personer 80 år och äldre'), '80+');
  assert.equal(ageGroupIn('20-64 år'), '20–64');
});

test('property: a count that is the rounded share of a population is never remarked on, one far from it always', () => {
  fc.assert(
    fc.property(fc.integer({ min: 5_000, max: 3_000_000 }), fc.integer({ min: 5, max: 100 }), (people, percent) => {
      const answers = (count: number) => ({ '35': counted(percent), '36': counted(count) });
      const right = Math.round((people * percent) / 100);
      assert.deepEqual(warnings([share, persons], answers(right), county(people)), []);
      const [remark] = warnings([share, persons], answers(Math.round(right * 1.35)), county(people));
      assert.equal(remark?.kind, 'shareOfPopulation');
    }),
  );
});

test('numbers beyond their kind, and more points than are asked for, are told', () => {
  const answers = { '35': counted(146), '36': counted(-1) };
  assert.deepEqual(kinds(warnings([share, persons], answers)), ['35 outOfRange', '36 outOfRange']);
  const most = question('1', 'Högst tre insatser.', { answer: { kind: 'text', mostItems: 3, mostCharacters: null } });
  const list = (count: number) => told(Array.from({ length: count }, (_, i) => `- Insats ${i}`).join('\n'));
  assert.deepEqual(kinds(warnings([most], { '1': list(3) })), []);
  assert.deepEqual(kinds(warnings([most], { '1': list(4) })), ['1 tooManyItems']);
  assert.equal(itemsIn('Ett stycke.\n\nEtt till.'), 2);
});

test('the same figure told twice, and a figure beside its series, are compared', () => {
  const [a, b] = [text('1'), text('2')];
  const same = { '1': told('Antalet digitala besök var 47 254.'), '2': told('Antalet digitala besök var 47 254.') };
  assert.deepEqual(warnings([a, b], same), []);
  const other = { ...same, '2': told('Antalet digitala besök var 45 000.') };
  const [remark] = warnings([a, b], other);
  assert.deepEqual(
    [remark?.kind, remark?.question, remark?.values.stated, remark?.values.other, remark?.values.otherQuestion],
    ['toldDifferently', '2', '45 000', '47 254', '1'],
  );
  const values = [{ id: 'v', value: 47_254, asOf: '2024' }];
  const series = [{ id: 's', name: 'digitala besök', unit: 'antal', values }];
  const [differs] = warnings([b], { '2': other['2'] }, { scene: { series, populations: [] } });
  assert.deepEqual(
    [differs?.kind, differs?.values.series, differs?.values.difference],
    ['figureDiffers', '47 254', '−2 254'],
  );
});

test('a change in percent is computed again from last year’s answer', () => {
  const said = 'Antalet digitala besök var 47 254 (+138 % jämfört med 2023).';
  const last = (words: string) => ({
    last: new Map([['1', { reportId: 'r', year: 2023, question: text('1'), answer: told(words) }]]),
  });
  assert.deepEqual(warnings([text('1')], { '1': told(said) }, last('Antalet digitala besök var 19 855.')), []);
  const [remark] = warnings([text('1')], { '1': told(said) }, last('Antalet digitala besök var 30 000.'));
  assert.deepEqual([remark?.kind, remark?.values.computed, remark?.values.stated], ['changeDiffers', '57,5', '138']);
});

test('a reference to another question leads where it says (E-30)', () => {
  const answers = {
    '18': told('Arbetet med relationsskapande arbetssätt och fast vårdkontakt beskrivs utförligt (se fråga 32).'),
    '31': told('Relationsskapande arbetssätt och fast vårdkontakt införs, och arbetet beskrivs utförligt.'),
    '32': told('Ambulansen har fått nya fordon.'),
  };
  const [remark] = warnings([text('18'), text('31'), text('32')], answers);
  assert.deepEqual(
    [remark?.kind, remark?.values.named, remark?.values.standsUnder],
    ['referenceElsewhere', '32', '31'],
  );
  assert.deepEqual(kinds(warnings([text('18')], { '18': told('Mer om detta finns (se fråga 41).') })), [
    '18 referenceUnknown',
  ]);
});

test('a remark with another figure is another remark, and every kind says what is seen in both languages', () => {
  const one: AnswerWarning = { kind: 'outOfRange', question: '35', values: { stated: '146 %' } };
  assert.equal(warningKey(one), warningKey({ ...one, values: { ...one.values } }));
  assert.notEqual(warningKey(one), warningKey({ ...one, values: { stated: '147 %' } }));
  for (const { sv, en } of Object.values(answerWarningKinds)) {
    const names = (words: string) => [...words.matchAll(/\{(\w+)\}/gu)].map(([, name]) => name).toSorted();
    assert.deepEqual(names(sv), names(en));
  }
});

test('what is not asked is not judged: it does not leave the house', () => {
  const gate = question('1', 'Mäts det?', { answer: { kind: 'yesNo' } });
  const condition = { when: 'all', terms: [{ question: '1', row: null, option: 'yes' }] } as const;
  const hidden = { ...share, condition };
  const said = (option: string) => ({
    '1': { value: { kind: 'choice', option, specify: null } as const, comment: null },
  });
  assert.deepEqual(kinds(warnings([gate, hidden], { ...said('no'), '35': counted(146) })), []);
  assert.deepEqual(kinds(warnings([gate, hidden], { ...said('yes'), '35': counted(146) })), ['35 outOfRange']);
});
